package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A question to a higher feature is bound once, or the server does not start. */
final class PortTest {

  private final Port<String> port = new Port<>("LinesFeature.flows");

  @Test
  void unboundPortIsNamedByTheErrorThatEndsTheStart() {
    assertEquals(
        "the port LinesFeature.flows is not bound; bind it in Features",
        assertThrows(IllegalStateException.class, port::bound).getMessage());
  }

  @Test
  void portIsBoundOnce() {
    port.bind("first");
    assertEquals(
        "the port LinesFeature.flows is bound twice; bind it once",
        assertThrows(IllegalStateException.class, () -> port.bind("second")).getMessage());
    assertEquals("first", port.bound());
  }
}

package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.carillon.protocol.web.Client.Stage;
import org.carillon.protocol.web.Client.Standing;
import org.junit.jupiter.api.Test;

/** A client that is given up does nothing more, and one that went on meanwhile is not given up. */
class ClientTest {

  private final Client client = new ConnectedClient().client;

  @Test
  void whoseOperationBeganSinceItWasSeenIsNotGivenUp() {
    Standing idle = client.standing();
    client.sendsBody();
    Standing sending = client.standing();
    assertTrue(client.waits());
    assertFalse(client.end(idle));
    assertFalse(client.end(sending));
    assertFalse(client.end(client.standing()));
  }

  @Test
  void whoGotToTheNextRequestSinceItWasSeenIsNotGivenUp() {
    Standing idle = client.standing();
    assertTrue(client.waits());
    client.reads(Duration.ofSeconds(1));
    assertFalse(client.end(idle));
    client.isAnswered();
    assertEquals(idle.stage(), client.standing().stage());
    assertFalse(client.end(idle));
    assertTrue(client.end(client.standing()));
  }

  @Test
  void nothingIsDoneForWhoIsGivenUp() {
    client.sendsBody();
    assertTrue(client.end(client.standing()));
    assertFalse(client.waits());
    client.reads(Duration.ofSeconds(1));
    client.isAnswered();
    assertEquals(Stage.ENDED, client.standing().stage());
    assertFalse(client.end(client.standing()));
    assertFalse(Client.gone(new ConnectedClient().connection).waits());
  }
}

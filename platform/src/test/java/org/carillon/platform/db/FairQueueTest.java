package org.carillon.platform.db;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shows the order of turns, and the bound on waiting work. */
final class FairQueueTest {

  @Test
  void organizationsTakeTurnsAndEachKeepsItsOrder() {
    FairQueue<String> queue = new FairQueue<>(100, 10);
    for (int i = 1; i <= 4; i++) {
      queue.put("acme", "a" + i);
    }
    queue.put("bell", "b1");
    queue.put("bell", "b2");
    queue.put("corp", "c1");
    assertEquals(List.of("a1", "b1", "c1", "a2", "b2", "a3", "a4"), all(queue));
  }

  @Test
  void anOrganizationHasOnlySoManyThreads() {
    FairQueue<String> queue = new FairQueue<>(100, 2);
    for (int i = 1; i <= 4; i++) {
      queue.put("acme", "a" + i);
    }
    FairQueue.Taken<String> first = taken(queue);
    assertEquals("a2", taken(queue).work());
    assertNull(queue.poll());
    queue.put("bell", "b1");
    assertEquals("b1", taken(queue).work());
    assertNull(queue.poll());
    queue.done(first);
    assertEquals("a3", taken(queue).work());
    assertNull(queue.poll());
  }

  @Test
  void anOrganizationMayTakeAsManyPlacesAsItLeavesFree() {
    FairQueue<String> queue = new FairQueue<>(8, 10);
    assertEquals(4, putUntilRefused(queue, "acme"));
    assertEquals(2, putUntilRefused(queue, "bell"));
    assertEquals(1, putUntilRefused(queue, "corp"));
    assertEquals(1, putUntilRefused(queue, "dent"));
    assertEquals(0, putUntilRefused(queue, "echo"));
    assertEquals(8, all(queue).size());
    assertEquals(4, putUntilRefused(queue, "echo"));
  }

  @Test
  void aClosedQueueHandsOutWhatWaitsAndTakesNothingIn() throws Exception {
    FairQueue<String> queue = new FairQueue<>(8, 10);
    queue.put("acme", "a1");
    queue.close();
    assertThrows(DatabaseBusyException.class, () -> queue.put("acme", "a2"));
    assertNotNull(queue.take());
    assertNull(queue.take());
  }

  private static int putUntilRefused(FairQueue<String> queue, String organization) {
    for (int taken = 0; ; taken++) {
      try {
        queue.put(organization, organization);
      } catch (DatabaseBusyException full) {
        return taken;
      }
    }
  }

  private static List<String> all(FairQueue<String> queue) {
    List<String> works = new ArrayList<>();
    FairQueue.Taken<String> next;
    while ((next = queue.poll()) != null) {
      works.add(next.work());
      queue.done(next);
    }
    return works;
  }

  private static FairQueue.Taken<String> taken(FairQueue<String> queue) {
    return requireNonNull(queue.poll());
  }
}

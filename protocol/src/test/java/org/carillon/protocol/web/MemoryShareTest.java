package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Clients get memory, are refused it or lose it; the test sets the time. */
class MemoryShareTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final MemoryShare share = new MemoryShare(100, now::get);

  @Test
  void itIsNeverMoreThanTheLimitAndComesBack() {
    ConnectedClient one = new ConnectedClient();
    ConnectedClient other = new ConnectedClient();
    assertTrue(share.take(one.client, 60));
    assertTrue(share.take(one.client, 40));
    assertFalse(share.take(other.client, 1));
    share.giveBack(one.client);
    share.giveBack(one.client);
    assertTrue(share.take(other.client, 100));
    assertFalse(share.take(one.client, 1));
  }

  @Test
  void thoseWhoHeldItLongestLoseItAndNoMoreThanAreInTheWay() {
    ConnectedClient first = new ConnectedClient();
    ConnectedClient second = new ConnectedClient();
    ConnectedClient third = new ConnectedClient();
    share.take(first.client, 30);
    share.take(second.client, 30);
    share.take(third.client, 40);
    now.addAndGet(SECOND);
    assertTrue(share.take(new ConnectedClient().client, 50));
    assertEquals("false false true", isConnected(first, second, third));
  }

  @Test
  void whoIsNotSlowYetKeepsItAndNobodyIsCutOffInVain() {
    ConnectedClient slow = new ConnectedClient();
    ConnectedClient quick = new ConnectedClient();
    share.take(slow.client, 30);
    now.addAndGet(SECOND);
    share.take(quick.client, 70);
    assertFalse(share.take(new ConnectedClient().client, 50));
    assertEquals("true true", isConnected(slow, quick));
  }

  @Test
  void whoHasDoneItsPartKeepsItAndNobodyGivesWayToItself() {
    ConnectedClient settled = new ConnectedClient();
    ConnectedClient asking = new ConnectedClient();
    share.take(settled.client, 50);
    share.settle(settled.client);
    share.take(asking.client, 50);
    now.addAndGet(5 * SECOND);
    assertFalse(share.take(asking.client, 10));
    assertEquals("true true", isConnected(settled, asking));
  }

  @Test
  void whoseOperationRunsKeepsItAndIsNotCutOff() {
    ConnectedClient busy = new ConnectedClient();
    share.take(busy.client, 100);
    assertTrue(busy.client.waits());
    now.addAndGet(5 * SECOND);
    assertFalse(share.take(new ConnectedClient().client, 10));
    assertTrue(busy.isConnected());
    busy.client.reads(Duration.ofSeconds(30));
    assertTrue(share.take(new ConnectedClient().client, 10));
    assertFalse(busy.isConnected());
  }

  private static String isConnected(ConnectedClient... clients) {
    StringBuilder text = new StringBuilder();
    for (ConnectedClient each : clients) {
      text.append(text.isEmpty() ? "" : " ").append(each.isConnected());
    }
    return text.toString();
  }
}

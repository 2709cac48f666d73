package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.junit.jupiter.api.Test;

/** Who gets memory, who is told to come again, and who loses it, with time in our hands. */
class MemoryShareTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final MemoryShare share = new MemoryShare(100, now::get);

  /** A client and the connection that it loses when it is too slow. */
  private static final class Fixture {
    private final ByteArrayEndPoint endPoint = new ByteArrayEndPoint();
    private final Client client = new Client(new Idle(endPoint));

    private boolean isConnected() {
      return endPoint.isOpen();
    }

    /** A connection on which nothing is read. */
    private static final class Idle extends AbstractConnection {
      Idle(ByteArrayEndPoint endPoint) {
        super(endPoint, Runnable::run);
      }

      @Override
      public void onFillable() {}
    }
  }

  @Test
  void itIsNeverMoreThanTheLimitAndComesBack() {
    Fixture one = new Fixture();
    Fixture other = new Fixture();
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
    Fixture first = new Fixture();
    Fixture second = new Fixture();
    Fixture third = new Fixture();
    share.take(first.client, 30);
    share.take(second.client, 30);
    share.take(third.client, 40);
    now.addAndGet(SECOND);
    assertTrue(share.take(new Fixture().client, 50));
    assertEquals("false false true", isConnected(first, second, third));
  }

  @Test
  void whoIsNotSlowYetKeepsItAndNobodyIsCutOffInVain() {
    Fixture slow = new Fixture();
    Fixture quick = new Fixture();
    share.take(slow.client, 30);
    now.addAndGet(SECOND);
    share.take(quick.client, 70);
    assertFalse(share.take(new Fixture().client, 50));
    assertEquals("true true", isConnected(slow, quick));
  }

  @Test
  void whoHasDoneItsPartKeepsItAndNobodyGivesWayToItself() {
    Fixture settled = new Fixture();
    Fixture asking = new Fixture();
    share.take(settled.client, 50);
    share.settle(settled.client);
    share.take(asking.client, 50);
    now.addAndGet(5 * SECOND);
    assertFalse(share.take(asking.client, 10));
    assertEquals("true true", isConnected(settled, asking));
  }

  private static String isConnected(Fixture... clients) {
    StringBuilder text = new StringBuilder();
    for (Fixture each : clients) {
      text.append(text.isEmpty() ? "" : " ").append(each.isConnected());
    }
    return text.toString();
  }
}

package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.Test;

/** Overdue connections are closed, even when the end of one of them fails. */
class ClientsTest {

  /** An end of a connection that fails while it closes. */
  private static final class Broken extends ByteArrayEndPoint {
    private final CountDownLatch closing = new CountDownLatch(1);

    @Override
    public void onClose(Throwable failure) {
      closing.countDown();
      throw new IllegalStateException("broken");
    }
  }

  /** An end of a connection that closes as it should. */
  private static final class Sound extends ByteArrayEndPoint {
    private final CountDownLatch closing = new CountDownLatch(1);

    @Override
    public void onClose(Throwable failure) {
      closing.countDown();
      super.onClose(failure);
    }
  }

  /** A connection whose headers have begun, and stay so. */
  private static final class Begun extends AbstractConnection {
    Begun(ByteArrayEndPoint endPoint) {
      super(endPoint, Runnable::run);
    }

    @Override
    public long getBytesIn() {
      return 1;
    }

    @Override
    public void onFillable() {}
  }

  @Test
  void whoCannotBeClosedSparesNoOther() throws Exception {
    Clients clients = new Clients(10, Duration.ofMillis(1));
    Broken broken = new Broken();
    Sound sound = new Sound();
    ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler();
    scheduler.start();
    try {
      clients.onOpened(new Begun(broken));
      clients.watch(scheduler);
      assertTrue(broken.closing.await(10, TimeUnit.SECONDS));
      clients.onOpened(new Begun(sound));
      assertTrue(sound.closing.await(10, TimeUnit.SECONDS), "the time limit has ended");
    } finally {
      scheduler.stop();
    }
  }
}

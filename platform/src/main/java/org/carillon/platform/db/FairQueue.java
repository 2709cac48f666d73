package org.carillon.platform.db;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for the threads of an engine. Organizations take turns, one piece each; the
 * pieces of one organization keep their order. No organization has all threads at once, unless
 * there is only one thread. So a crowd of one organization's requests delays another organization's
 * by a piece of work or two, not by the crowd.
 */
final class FairQueue<W> {

  private final int limit;
  private final int atOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Share<W>> shares = new HashMap<>();
  private final Queue<Share<W>> turns = new ArrayDeque<>();
  private int waiting;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param limit the most pieces that may wait; one organization may take as many places as it
   *     leaves free
   * @param atOnce the most pieces of one organization that may be under way
   */
  FairQueue(int limit, int atOnce) {
    this.limit = limit;
    this.atOnce = atOnce;
  }

  /**
   * Adds a piece of an organization's work.
   *
   * @throws DatabaseBusyException when too many pieces wait
   */
  void put(String organization, W work) {
    lock.lock();
    try {
      Share<W> share = shares.get(organization);
      int mine = share == null ? 0 : share.waiting.size();
      if (closed) {
        throw new DatabaseBusyException("the server is closing");
      }
      if (waiting >= limit || (mine > 0 && mine >= limit - waiting)) {
        throw new DatabaseBusyException("too many requests are waiting; try again");
      }
      if (share == null) {
        share = new Share<>(organization);
        shares.put(organization, share);
      }
      share.waiting.add(work);
      waiting++;
      offerTurn(share);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next piece; null once the queue is closed and empty. */
  @Nullable Taken<W> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Taken<W> next = next();
        if (next != null || (closed && waiting == 0)) {
          return next;
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next piece if one is there. */
  @Nullable Taken<W> poll() {
    lock.lock();
    try {
      return next();
    } finally {
      lock.unlock();
    }
  }

  /** Gives the thread of a finished piece back; the caller does so for each piece that it took. */
  void done(Taken<W> taken) {
    lock.lock();
    try {
      Share<W> share = taken.share;
      share.running--;
      offerTurn(share);
      if (share.running == 0 && share.waiting.isEmpty()) {
        shares.remove(share.organization);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many pieces wait. */
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /** Accepts no more work; waiting pieces are still handed out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Taken<W> next() {
    Share<W> share = turns.poll();
    if (share == null) {
      return null;
    }
    share.queued = false;
    W work = share.waiting.remove();
    waiting--;
    share.running++;
    offerTurn(share);
    if (closed && waiting == 0) {
      changed.signalAll();
    }
    return new Taken<>(share, work);
  }

  private void offerTurn(Share<W> share) {
    if (!share.queued && share.running < atOnce && !share.waiting.isEmpty()) {
      share.queued = true;
      turns.add(share);
      changed.signal();
    }
  }

  /** A piece of work that a thread has taken. */
  static final class Taken<W> {

    private final Share<W> share;
    private final W work;

    private Taken(Share<W> share, W work) {
      this.share = share;
      this.work = work;
    }

    W work() {
      return work;
    }
  }

  /** The waiting and running pieces of one organization. */
  private static final class Share<W> {

    private final String organization;
    private final Queue<W> waiting = new ArrayDeque<>();
    private int running;
    private boolean queued;

    Share(String organization) {
      this.organization = organization;
    }
  }
}

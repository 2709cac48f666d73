package org.carillon.protocol.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.carillon.protocol.web.Client.Progress;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * All connections. A new one is always accepted. When there are too many, the server closes those
 * that have kept it waiting longest, strangers before clients that were answered and idle clients
 * before busy ones; never one whose operation runs.
 */
final class Clients implements Connection.Listener {

  private static final Duration ROUND = Duration.ofMillis(250);

  /**
   * How long a connection without a request outlives the order to stop: a request may be on its
   * way.
   */
  private static final Duration LAST_REQUEST = Duration.ofMillis(500);

  /** The part of all connections that goes at once, so that not every newcomer costs a search. */
  private static final int SHARE_THAT_GOES = 16;

  /** A client at a usual pace has read its answer by then. */
  private static final Duration USUAL = Duration.ofSeconds(1);

  /** The rank of connections that are not closed. */
  private static final int NEVER = 4;

  private final Map<Connection, Client> all = new ConcurrentHashMap<>();
  private final ReentrantLock makingRoom = new ReentrantLock();
  private final int most;
  private final Duration headers;
  private volatile long drainingSince;

  /**
   * @param most connections at once
   * @param headers how long headers may take from their first byte to their last
   */
  Clients(int most, Duration headers) {
    this.most = most;
    this.headers = headers;
  }

  /** The client that sent a request; it is given up when its connection was closed since. */
  Client of(Request request) {
    Connection connection = request.getConnectionMetaData().getConnection();
    Client known = all.get(connection);
    return known == null ? Client.gone(connection) : known;
  }

  @Override
  public void onOpened(Connection connection) {
    Client newcomer = new Client(connection);
    all.put(connection, newcomer);
    if (all.size() > most && makingRoom.tryLock()) {
      try {
        makeRoom(newcomer);
      } finally {
        makingRoom.unlock();
      }
    }
  }

  @Override
  public void onClosed(Connection connection) {
    all.remove(connection);
  }

  /** Looks for overdue clients, now and at intervals until the scheduler ends. */
  void watch(Scheduler scheduler) {
    long now = System.nanoTime();
    try {
      all.values()
          .forEach(client -> {
            Progress seen = client.progress();
            if (client.isOverdue(seen, now, headers) || isDrained(client, seen, now)) {
              end(client, seen);
            }
          });
    } finally {
      scheduler.schedule(() -> watch(scheduler), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Closes the connection of a client that did not go on since it was seen. */
  private void end(Client client, Progress seen) {
    if (client.end(seen)) {
      all.remove(client.connection());
      client.close();
    }
  }

  /** Closes idle connections from now on. */
  void drain() {
    drainingSince = System.nanoTime();
  }

  private boolean isDrained(Client client, Progress seen, long now) {
    return drainingSince != 0
        && now - drainingSince > LAST_REQUEST.toNanos()
        && seen.nanos(now) > LAST_REQUEST.toNanos()
        && client.isIdle(seen);
  }

  /** A client as it stood when looked at: sorting by values that change meanwhile is an error. */
  private record Candidate(Client client, Progress seen, int rank, long nanos) {}

  private void makeRoom(Client newcomer) {
    long now = System.nanoTime();
    all.values().stream()
        .filter(each -> !each.equals(newcomer))
        .map(each -> candidate(each, now))
        .filter(each -> each.rank < NEVER)
        .sorted(
            Comparator.comparingInt(Candidate::rank)
                .thenComparing(Candidate::nanos, Comparator.reverseOrder()))
        .limit(most / SHARE_THAT_GOES + 1L)
        .toList()
        .forEach(each -> end(each.client, each.seen));
  }

  private static Candidate candidate(Client client, long now) {
    Progress seen = client.progress();
    long nanos = seen.nanos(now);
    int rank =
        switch (seen.stage()) {
          case HEADERS -> client.wasAnswered() ? 1 : 0;
          case BODY -> 2;
          case ANSWER -> nanos > USUAL.toNanos() ? 2 : 3;
          case OPERATION, ENDED -> NEVER;
        };
    return new Candidate(client, seen, rank, nanos);
  }
}

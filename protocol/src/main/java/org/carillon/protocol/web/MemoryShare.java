package org.carillon.protocol.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.carillon.protocol.web.Client.Progress;
import org.carillon.protocol.web.Client.Stage;

/**
 * The memory that all clients together may take while they send or read. When it runs out, the
 * clients that have held theirs longest lose it, and their connections.
 */
final class MemoryShare {

  /** A client at a usual pace is not among the slow before this. */
  private static final Duration USUAL = Duration.ofSeconds(1);

  private final Map<Client, Part> parts = new LinkedHashMap<>();
  private final long limit;
  private final LongSupplier nanoTime;
  private long held;

  /** The memory of one client. */
  private static final class Part {
    private final long since;
    private long bytes;
    private boolean settled;

    Part(long since) {
      this.since = since;
    }
  }

  MemoryShare(long limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
  }

  /** Takes that many more bytes for a client; false when there is not enough memory. */
  boolean take(Client client, long bytes) {
    List<Client> ended = new ArrayList<>();
    boolean taken = take(client, bytes, ended);
    // Outside the lock, since an ending connection gives its memory back.
    ended.forEach(Client::close);
    return taken;
  }

  private synchronized boolean take(Client client, long bytes, List<Client> ended) {
    for (Map.Entry<Client, Progress> slow : slow(client, held + bytes - limit).entrySet()) {
      if (slow.getKey().end(slow.getValue())) {
        giveBack(slow.getKey());
        ended.add(slow.getKey());
      }
    }
    if (held + bytes > limit) {
      return false;
    }
    parts.computeIfAbsent(client, _ -> new Part(nanoTime.getAsLong())).bytes += bytes;
    held += bytes;
    return true;
  }

  /** The slow clients that hold that much together, the longest first; none when they hold less. */
  private Map<Client, Progress> slow(Client asking, long bytes) {
    Map<Client, Progress> slow = new LinkedHashMap<>();
    long now = nanoTime.getAsLong();
    long left = bytes;
    for (Map.Entry<Client, Part> each : parts.entrySet()) {
      Part part = each.getValue();
      Progress seen = each.getKey().progress();
      if (left <= 0 || now - part.since < USUAL.toNanos()) {
        break;
      }
      boolean busy = part.settled || seen.stage() == Stage.OPERATION;
      if (!busy && !each.getKey().equals(asking)) {
        slow.put(each.getKey(), seen);
        left -= part.bytes;
      }
    }
    return left <= 0 ? slow : Map.of();
  }

  /** The client has done its part: it is no longer slow. */
  synchronized void settle(Client client) {
    Part part = parts.get(client);
    if (part != null) {
      part.settled = true;
    }
  }

  /** Frees all memory of a client. */
  synchronized void giveBack(Client client) {
    Part part = parts.remove(client);
    if (part != null) {
      held -= part.bytes;
    }
  }
}

package org.carillon.app.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.carillon.protocol.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * One answer for all requests within a time. One platform thread makes it, however many strangers
 * ask, and no thread of a request waits for it.
 */
final class SharedAnswer implements Supplier<CompletionStage<WireResponse>> {

  private final ThreadFactory threads;
  private final Supplier<WireResponse> source;
  private final long freshNanos;
  private final AtomicReference<@Nullable Made> last = new AtomicReference<>();

  /** An answer that is made or being made. */
  private static final class Made {
    private final CompletableFuture<WireResponse> answer = new CompletableFuture<>();
    private volatile long since;

    private boolean serves(long freshNanos) {
      return !answer.isDone()
          || (!answer.isCompletedExceptionally() && System.nanoTime() - since < freshNanos);
    }
  }

  /**
   * @param name of the thread that makes it
   * @param source makes it; may block
   * @param fresh how long it serves once it is made
   */
  SharedAnswer(String name, Supplier<WireResponse> source, Duration fresh) {
    this(Thread.ofPlatform().daemon().name(name).factory(), source, fresh);
  }

  SharedAnswer(ThreadFactory threads, Supplier<WireResponse> source, Duration fresh) {
    this.threads = threads;
    this.source = source;
    this.freshNanos = fresh.toNanos();
  }

  @Override
  public CompletionStage<WireResponse> get() {
    Made before = last.get();
    if (before != null && before.serves(freshNanos)) {
      return before.answer;
    }
    Made mine = new Made();
    if (!last.compareAndSet(before, mine)) {
      return get(); // Another one was first, and makes it.
    }
    try {
      threads.newThread(() -> make(mine)).start();
    } catch (RuntimeException | Error unstarted) {
      // The system may have no thread left now; the next request tries again.
      mine.answer.completeExceptionally(unstarted);
    }
    return mine.answer;
  }

  private void make(Made mine) {
    try {
      WireResponse response = source.get();
      mine.since = System.nanoTime();
      mine.answer.complete(response);
    } catch (RuntimeException | Error failed) {
      mine.answer.completeExceptionally(failed);
    }
  }
}

package org.carillon.platform.db;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A question that one thread asks and another thread answers. */
final class Handover<T extends @Nullable Object> {

  private final CompletableFuture<T> answer = new CompletableFuture<>();

  void answer(T result) {
    answer.complete(result);
  }

  void fail(Throwable failure) {
    answer.completeExceptionally(failure);
  }

  /**
   * Waits for the answer, or throws its failure.
   *
   * @param interrupted makes the exception for a waiting thread that is interrupted
   */
  T await(Function<InterruptedException, RuntimeException> interrupted) {
    try {
      return answer.get();
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
      throw interrupted.apply(now);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException refusal -> throw refusal;
        case Error broken -> throw broken;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    }
  }
}

package org.carillon.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Many who make moves of their own choice at the same time. */
public final class Crowd {

  private Crowd() {}

  /**
   * Lets each thread make so many moves, with chances of its own that are the same in every run.
   *
   * @throws java.util.concurrent.ExecutionException with the first thing that a move threw
   */
  public static void run(int threads, int moves, Consumer<Random> move) throws Exception {
    try (ExecutorService crowd = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Random random = new Random(i);
        all.add(
            crowd.submit(() -> {
              for (int each = 0; each < moves; each++) {
                move.accept(random);
              }
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }
}

package org.carillon.server.calls.flows;

import static org.carillon.server.calls.flows.TestFlows.to;
import static org.carillon.server.calls.flows.TestFlows.update;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.HuntGroup;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two administrators at the same instant, whose edits make an endless loop only together. */
final class LoopRaceTest {

  private static final int ROUNDS = 20;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void ofTwoEditsThatMakeALoopTogetherOnlyOnePasses(Engine engine, @TempDir Path folder)
      throws Exception {
    try (TestFlows flows = new TestFlows(engine, folder);
        ExecutorService administrators = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < ROUNDS; i++) {
        HuntGroup one = flows.group("One", null);
        HuntGroup other = flows.group("Other", null);
        CyclicBarrier both = new CyclicBarrier(2);
        Future<Boolean> forth = administrators.submit(() -> passes(flows, both, one, other));
        Future<Boolean> back = administrators.submit(() -> passes(flows, both, other, one));
        assertNotEquals(forth.get(), back.get());
      }
    }
  }

  private static boolean passes(TestFlows flows, CyclicBarrier both, HuntGroup from, HuntGroup next)
      throws Exception {
    both.await();
    try {
      flows.update(update(from).noAnswer(to(next)));
      return true;
    } catch (BadRequestException endless) {
      return false;
    }
  }
}

package org.carillon.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.app.installation.Installation;
import org.carillon.platform.db.Engine;
import org.carillon.server.calls.entries.NumberHolding;
import org.carillon.server.calls.resolver.CallResolver;
import org.carillon.server.calls.resolver.CallSnapshot;
import org.carillon.server.calls.resolver.CallSnapshot.Member;
import org.carillon.server.calls.resolver.CallSnapshot.Person;
import org.carillon.server.calls.resolver.CallSnapshot.Reachability;
import org.carillon.server.calls.resolver.CallSnapshot.RungGroup;
import org.carillon.server.calls.resolver.IncomingCall;
import org.carillon.server.calls.resolver.LineFlows;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.pool.E164;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures, in this process, how long the steps of a call to a large hunt group take to find: out
 * of a snapshot, and by the operation, which reads the snapshot first.
 */
@Command(
    name = "resolve-call",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures the resolving of calls to a hunt group, in process.")
final class ResolveCallBench implements Callable<Integer> {

  private static final String CALLED = "+12065550100";

  /** Every seventh has inbound calling off, so that both ways through are taken. */
  private static final int OFF = 7;

  @Option(names = "--members", description = "members of the hunt group")
  private int members = 10_000;

  @Option(names = "--calls", description = "calls measured for each strategy")
  private int calls = 20_000;

  @Mixin private Conditions conditions = new Conditions();

  ResolveCallBench() {}

  /**
   * Measures and prints; the exit code is 1 when a call took 1 ms or more at p99 out of a snapshot.
   */
  @Override
  public Integer call() throws Exception {
    boolean quick = resolved();
    return conditions.onEach(1, this::asked) == 0 && quick ? 0 : 1;
  }

  private boolean resolved() {
    IO.println("| %,d members | p50 ms | p99 ms | p99 ms of CPU | steps |".formatted(members));
    IO.println("|---|---:|---:|---:|---:|");
    double worst = 0;
    for (HuntGroupStrategy strategy : HuntGroupStrategy.values()) {
      CallSnapshot snapshot = snapshot(strategy);
      IncomingCall incoming = new IncomingCall(new E164(CALLED), null, Instant.EPOCH, "");
      measure(snapshot, incoming);
      Measured measured = measure(snapshot, incoming);
      worst = Math.max(worst, measured.wall().millis(0.99));
      IO.println(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.3f | %d |",
              strategy.value(),
              measured.wall().millis(0.5),
              measured.wall().millis(0.99),
              measured.cpu().millis(0.99),
              CallResolver.resolve(snapshot, incoming).size()));
    }
    return worst < 1;
  }

  private boolean asked(Engine engine, Path data, String databaseUrl) throws Exception {
    IO.println("\n### ResolveCall, " + Conditions.words(engine) + "\n");
    IO.println("| members | strategy | p50 ms | p99 ms | errors |");
    IO.println("|---:|---|---:|---:|---:|");
    long failed = 0;
    try (Installation installation = Installation.open(Conditions.settings(data, databaseUrl))) {
      StoredCalls stored = new StoredCalls(installation, members);
      for (int size : List.of(10, 100, 1_000, members)) {
        for (HuntGroupStrategy strategy :
            List.of(HuntGroupStrategy.SIMULTANEOUS, HuntGroupStrategy.LONGEST_IDLE)) {
          Figures figures =
              conditions
                  .load()
                  .run("ResolveCall", Conditions::cpu, List.of(stored.client(strategy, size)));
          failed += figures.failed();
          IO.println(
              String.format(
                  Locale.ROOT,
                  "| %,d | %s | %.3f | %.3f | %d |",
                  size,
                  strategy.value(),
                  figures.latencies().millis(0.5),
                  figures.latencies().millis(0.99),
                  figures.failed()));
        }
      }
    }
    return failed == 0;
  }

  /** How long calls took by the clock, and of this thread's CPU time, which others do not take. */
  private record Measured(Latencies wall, Latencies cpu) {}

  private Measured measure(CallSnapshot snapshot, IncomingCall incoming) {
    Measured measured = new Measured(new Latencies(), new Latencies());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long steps = 0;
    for (int i = 0; i < calls; i++) {
      long cpuBegun = threads.getCurrentThreadCpuTime();
      long begun = System.nanoTime();
      steps += CallResolver.resolve(snapshot, incoming).size();
      measured.wall().add(System.nanoTime() - begun);
      measured.cpu().add(threads.getCurrentThreadCpuTime() - cpuBegun);
    }
    if (steps == 0) {
      throw new IllegalStateException("calls without steps");
    }
    return measured;
  }

  private CallSnapshot snapshot(HuntGroupStrategy strategy) {
    List<Member> all = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      Reachability readiness = i % OFF == 0 ? Reachability.INBOUND_OFF : Reachability.READY;
      // In no order that a selection could profit from.
      long idleSince = i * 7919L % 10_007;
      all.add(
          new Member(new Person("user-" + i, "user" + i + "@example.com", readiness), idleSince));
    }
    CallTarget group = new CallTarget(CallTargetType.HUNT_GROUP, "group");
    return new CallSnapshot(
        Map.of(CALLED, new NumberHolding.Held(new Holder("line", Holder.Kind.LINE, null, "Main"))),
        Map.of("group", new RungGroup("Sales", strategy, 20, all, null, "user-" + (members / 2))),
        Map.of(),
        Map.of(),
        Map.of("line", new LineFlows.LineFlow("Main", group, List.of(), 20, null)),
        Map.of());
  }
}

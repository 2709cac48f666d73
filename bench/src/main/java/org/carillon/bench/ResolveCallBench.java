package org.carillon.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.server.callflows.CallResolver;
import org.carillon.server.callflows.FlowSnapshot;
import org.carillon.server.callflows.FlowSnapshot.Member;
import org.carillon.server.callflows.FlowSnapshot.Person;
import org.carillon.server.callflows.FlowSnapshot.Readiness;
import org.carillon.server.callflows.FlowSnapshot.RungGroup;
import org.carillon.server.callflows.IncomingCall;
import org.carillon.server.callflows.LineFlows;
import org.carillon.server.callflows.NumberHolding;
import org.carillon.server.numbers.Holder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures, in this process, how long the steps of a call to a large hunt group take to find. */
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

  ResolveCallBench() {}

  @Override
  public Integer call() {
    IO.println("| %,d members | p50 ms | p99 ms | p99 ms of CPU | steps |".formatted(members));
    IO.println("|---|---:|---:|---:|---:|");
    double worst = 0;
    for (HuntGroupStrategy strategy : HuntGroupStrategy.values()) {
      FlowSnapshot snapshot = snapshot(strategy);
      IncomingCall incoming = new IncomingCall(CALLED, null, Instant.EPOCH, "");
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
    return worst < 1 ? 0 : 1;
  }

  /** How long calls took by the clock, and of this thread's CPU time, which others do not take. */
  private record Measured(Latencies wall, Latencies cpu) {}

  private Measured measure(FlowSnapshot snapshot, IncomingCall incoming) {
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

  private FlowSnapshot snapshot(HuntGroupStrategy strategy) {
    List<Member> all = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      Readiness readiness = i % OFF == 0 ? Readiness.INBOUND_OFF : Readiness.READY;
      // In no order that a selection could profit from.
      long idleSince = i * 7919L % 10_007;
      all.add(
          new Member(new Person("user-" + i, "user" + i + "@example.com", readiness), idleSince));
    }
    CallTarget group = new CallTarget(CallTargetType.HUNT_GROUP, "group");
    return new FlowSnapshot(
        Map.of(CALLED, new NumberHolding.Held(new Holder("line", Holder.Kind.LINE, null, "Main"))),
        Map.of("group", new RungGroup("Sales", strategy, 20, all, null, "user-" + (members / 2))),
        Map.of(),
        Map.of(),
        Map.of("line", new LineFlows.LineFlow("Main", group, List.of(), 20, null)),
        Map.of());
  }
}

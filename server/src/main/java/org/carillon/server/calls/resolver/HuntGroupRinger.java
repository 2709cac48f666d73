package org.carillon.server.calls.resolver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.carillon.server.calls.resolver.CallSnapshot.Member;
import org.carillon.server.calls.resolver.CallSnapshot.Reachability;
import org.carillon.server.calls.resolver.CallSnapshot.RungGroup;

/**
 * Rings the members of a hunt group by its strategy. The steps stay few: at most a hundred members
 * ring in turn, and twenty skipped members have a step each.
 */
final class HuntGroupRinger {

  /** A caller who has heard a hundred telephones ring has waited ten minutes or more. */
  static final int MAX_IN_TURN = 100;

  static final int SKIPS_TOLD = 20;

  private final RungGroup group;
  private final Steps steps;
  private final boolean isRepeated;
  private final Map<Reachability, Integer> untold = new EnumMap<>(Reachability.class);
  private int skipped;
  private int rung;

  /**
   * Rings that have not begun.
   *
   * @param isRepeated whether the group rang before in this call, and its members were listed
   */
  HuntGroupRinger(RungGroup group, Steps steps, boolean isRepeated) {
    this.group = group;
    this.steps = steps;
    this.isRepeated = isRepeated;
  }

  /** Adds the steps; returns whether a member rings. */
  boolean ring() {
    switch (group.strategy()) {
      case SIMULTANEOUS -> together();
      case SEQUENTIAL -> inTurn(0);
      case ROUND_ROBIN -> inTurn(afterTheLast().orElse(0));
      case LONGEST_IDLE -> longestIdle();
    }
    tellTheRest();
    return rung > 0;
  }

  /** Returns the order of ringing, for messages. */
  String order() {
    return switch (group.strategy()) {
      case SIMULTANEOUS -> "rung all at once";
      case SEQUENTIAL -> "rung one after the other from the first on";
      case ROUND_ROBIN ->
          group.lastUserId() == null
              ? "rung in turn from the first on, since nobody has answered yet"
              : afterTheLast().isPresent()
                  ? "rung in turn, beginning after the member who answered last"
                  : "rung in turn from the first on, since the user who answered last is no longer"
                      + " a member";
      case LONGEST_IDLE -> "rung one after the other, the longest idle first";
    };
  }

  private void together() {
    List<String> ready = new ArrayList<>();
    for (int i = 0; i < group.members().size(); i++) {
      Member member = group.members().get(i);
      if (member.person().reachability() == Reachability.READY) {
        ready.add(member.person().userId());
      } else {
        skip(i);
      }
    }
    rung = ready.size();
    if (rung > 0) {
      steps.ringTogether(
          isRepeated ? List.of() : ready,
          group.ringSeconds(),
          "hunt group %s: %d of %d members ring at once%s"
              .formatted(
                  group.name(),
                  rung,
                  group.members().size(),
                  isRepeated ? ", those listed before" : ""));
    }
  }

  private void inTurn(int first) {
    int size = group.members().size();
    for (int i = 0; i < size && rung < MAX_IN_TURN; i++) {
      int index = (first + i) % size;
      if (ready(index)) {
        ring(index, "");
      } else {
        skip(index);
      }
    }
  }

  /** Returns the position after the member who answered last; empty if that member has left. */
  private OptionalInt afterTheLast() {
    List<Member> members = group.members();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).person().userId().equals(group.lastUserId())) {
        return OptionalInt.of((i + 1) % members.size());
      }
    }
    return OptionalInt.empty();
  }

  /** Keeps the best hundred while looking at all once, since sorting ten thousand takes longer. */
  private void longestIdle() {
    Comparator<Integer> idlestFirst =
        Comparator.<Integer>comparingLong(i -> group.members().get(i).idleSince())
            .thenComparing(Comparator.naturalOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(idlestFirst.reversed());
    for (int i = 0; i < group.members().size(); i++) {
      if (!ready(i)) {
        skip(i);
      } else if (best.size() < MAX_IN_TURN) {
        best.add(i);
      } else if (group.members().get(i).idleSince()
          < group.members().get(best.element()).idleSince()) {
        best.poll();
        best.add(i);
      }
    }
    best.stream()
        .sorted(idlestFirst)
        .forEach(i ->
            ring(
                i,
                group.members().get(i).idleSince() == Long.MIN_VALUE
                    ? ", has not answered yet"
                    : ", idle the longest of those not rung yet"));
  }

  private boolean ready(int index) {
    return group.members().get(index).person().reachability() == Reachability.READY;
  }

  private void ring(int index, String why) {
    rung++;
    steps.ring(
        group.members().get(index).person().userId(),
        group.ringSeconds(),
        describe(index) + " rings" + why);
  }

  private void skip(int index) {
    Member member = group.members().get(index);
    if (skipped++ < SKIPS_TOLD) {
      steps.skip(
          member.person().userId(),
          describe(index) + " " + member.person().reachability().describe() + ": skipped");
    } else {
      untold.merge(member.person().reachability(), 1, Integer::sum);
    }
  }

  private void tellTheRest() {
    int more = untold.values().stream().mapToInt(Integer::intValue).sum();
    if (more > 0) {
      steps.skip(
          null,
          "hunt group %s: %d more members are skipped: %s"
              .formatted(
                  group.name(),
                  more,
                  String.join(
                      ", ",
                      untold.entrySet().stream()
                          .map(each -> each.getValue() + " " + plural(each.getKey()))
                          .toList())));
    }
    int left =
        rung < MAX_IN_TURN
            ? 0
            : (int) IntStream.range(0, group.members().size()).filter(this::ready).count() - rung;
    if (left > 0) {
      steps.skip(
          null,
          "hunt group %s: %d more members do not ring, since %d members ring in turn at most"
              .formatted(group.name(), left, MAX_IN_TURN));
    }
  }

  private static String plural(Reachability reachability) {
    return switch (reachability) {
      case READY -> "ring";
      case INBOUND_OFF -> "have inbound calling off";
      case SUSPENDED -> "are suspended";
      case UNREGISTERED -> "have not signed in yet";
      case REMOVED -> "are removed";
    };
  }

  private String describe(int index) {
    return String.format(
        Locale.ROOT,
        "hunt group %s, member %d of %d, %s",
        group.name(),
        index + 1,
        group.members().size(),
        group.members().get(index).person().name());
  }
}

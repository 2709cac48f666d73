package org.carillon.server.calls.lines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.carillon.api.model.LineConfiguration;
import org.jspecify.annotations.Nullable;

/** Says in which members two configurations of a line differ, for whoever has seen the first. */
final class Differences {

  /** Of how many users the ids are told, tried one after the other; of more the number is. */
  private static final int[] NAMED = {3, 1, 0};

  /** As many characters as are kept of it. */
  static final int LIMIT = 512;

  private Differences() {}

  /**
   * The members, such as "Name, AssignedUserIds (added one, removed other)"; at most {@link #LIMIT}
   * characters, with users counted instead of named where it would be more.
   */
  static String words(LineConfiguration before, LineConfiguration after) {
    String found = "";
    for (int named : NAMED) {
      found = words(before, after, named);
      if (found.length() <= LIMIT) {
        break;
      }
    }
    return found;
  }

  private static String words(LineConfiguration before, LineConfiguration after, int named) {
    StringJoiner found = new StringJoiner(", ").setEmptyValue("nothing");
    add(found, "Name", before.name(), after.name());
    add(found, "AssignedUserIds", before.assignedUserIds(), after.assignedUserIds(), named);
    add(found, "CallerIdUserIds", before.callerIdUserIds(), after.callerIdUserIds(), named);
    add(found, "DefaultInboxUserId", before.defaultInboxUserId(), after.defaultInboxUserId());
    add(found, "CallFlow", before.callFlow(), after.callFlow());
    add(found, "RingSeconds", before.ringSeconds(), after.ringSeconds());
    add(found, "RecordVisibility", before.recordVisibility(), after.recordVisibility());
    return found.toString();
  }

  private static void add(
      StringJoiner found, String member, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      found.add(member);
    }
  }

  /** The order of users means nothing. */
  private static void add(
      StringJoiner found,
      String member,
      @Nullable List<String> before,
      @Nullable List<String> after,
      int named) {
    List<String> changes = new ArrayList<>();
    changes.addAll(without("added ", after, before, named));
    changes.addAll(without("removed ", before, after, named));
    if (!changes.isEmpty()) {
      found.add(member + " (" + String.join(", ", changes) + ")");
    }
  }

  private static List<String> without(
      String word, @Nullable List<String> all, @Nullable List<String> others, int named) {
    Set<String> left = new HashSet<>(all == null ? List.of() : all);
    left.removeAll(others == null ? Set.of() : Set.copyOf(others));
    return left.isEmpty()
        ? List.of()
        : List.of(
            word
                + (left.size() > named
                    ? left.size() + (left.size() == 1 ? " user" : " users")
                    : String.join(" and ", left.stream().sorted().toList())));
  }
}

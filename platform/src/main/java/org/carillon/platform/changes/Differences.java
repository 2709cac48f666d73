package org.carillon.platform.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the members in which two revisions of an entity differ, for readers of the first. */
public final class Differences {

  /** The most characters that are kept of it. */
  public static final int LIMIT = 512;

  /**
   * The numbers of users that are listed by their ids, tried one after the other; more are counted.
   */
  private static final int[] NAMED = {3, 1, 0};

  private final List<IntFunction<String>> found = new ArrayList<>();

  /** Adds a member if its values differ. */
  public Differences in(String member, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      found.add(_ -> member);
    }
    return this;
  }

  /** Adds a list of user ids, whose order means nothing, with those added and removed. */
  public Differences inUsers(
      String member, @Nullable List<String> before, @Nullable List<String> after) {
    Set<String> added = without(after, before);
    Set<String> removed = without(before, after);
    if (!added.isEmpty() || !removed.isEmpty()) {
      found.add(named -> {
        List<String> changes = new ArrayList<>();
        changes.addAll(users("added ", added, named));
        changes.addAll(users("removed ", removed, named));
        return member + " (" + String.join(", ", changes) + ")";
      });
    }
    return this;
  }

  /**
   * Returns the members, such as "Name, AssignedUserIds (added one, removed other)", or "nothing";
   * users are counted instead of named where it would be longer than {@link #LIMIT} characters.
   */
  public String describe() {
    String text = "nothing";
    for (int named : NAMED) {
      if (!found.isEmpty()) {
        text = found.stream().map(each -> each.apply(named)).collect(Collectors.joining(", "));
      }
      if (text.length() <= LIMIT) {
        break;
      }
    }
    return text;
  }

  private static Set<String> without(@Nullable List<String> all, @Nullable List<String> others) {
    Set<String> left = new HashSet<>(all == null ? List.of() : all);
    left.removeAll(others == null ? Set.of() : Set.copyOf(others));
    return left;
  }

  private static List<String> users(String word, Set<String> ids, int named) {
    return ids.isEmpty()
        ? List.of()
        : List.of(
            word
                + (ids.size() > named
                    ? ids.size() + (ids.size() == 1 ? " user" : " users")
                    : String.join(" and ", ids.stream().sorted().toList())));
  }
}

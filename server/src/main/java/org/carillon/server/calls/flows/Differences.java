package org.carillon.server.calls.flows;

import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Collects in words what two versions of a flow differ in. */
final class Differences {

  private final StringJoiner found = new StringJoiner(", ").setEmptyValue("nothing");

  Differences in(String what, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      found.add(what);
    }
    return this;
  }

  String describe() {
    return found.toString();
  }
}

package org.carillon.protocol.restjson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carillon.api.shape.Violation;

/** The violations of one input; only the first hundred are kept, so that a refusal stays small. */
final class Findings implements Consumer<Violation> {

  private static final int KEPT = 100;

  private final List<Violation> violations = new ArrayList<>();

  @Override
  public void accept(Violation violation) {
    if (violations.size() < KEPT) {
      violations.add(violation);
    }
  }

  int size() {
    return violations.size();
  }

  boolean isEmpty() {
    return violations.isEmpty();
  }

  List<Violation> all() {
    return List.copyOf(violations);
  }
}

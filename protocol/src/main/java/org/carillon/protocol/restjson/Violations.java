package org.carillon.protocol.restjson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carillon.api.shape.Breach;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.Violation;
import org.jspecify.annotations.Nullable;

/** The violations of one input; only the first hundred are kept, so that a refusal stays small. */
final class Violations implements Consumer<Violation> {

  private static final int KEPT = 100;

  private final UnknownNames names;
  private final List<Violation> violations = new ArrayList<>();

  Violations(UnknownNames names) {
    this.names = names;
  }

  @Override
  public void accept(Violation violation) {
    if (violations.size() < KEPT) {
      violations.add(violation);
    }
  }

  /** Reports, where that is refused, that the structure has no member of that name. */
  void unknown(StructureShape<?> shape, String name, Path path) {
    names.member(shape, name, path, this);
  }

  /** Fills absent members of a structure with their defaults, and reports missing ones. */
  void complete(StructureShape<?> shape, @Nullable Object[] values, Path path) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        Member member = shape.members().get(i);
        values[i] = member.defaultValue();
        if (member.required() && values[i] == null) {
          accept(new Violation(path.member(member), new Breach.Missing()));
        }
      }
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

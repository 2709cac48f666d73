package org.carillon.protocol.restjson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.api.shape.Breach;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.NearestName;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.Violation;

/**
 * Refuses names that a strict operation does not have, and gives the nearest name that it has.
 * Requests to other operations may have any names.
 */
final class UnknownNames {

  /**
   * The most names of one request that are reported, since each costs a search for the nearest one.
   */
  private static final int NAMED = 10;

  /** The beginning of a presigned request's parameters, which belong to the signature. */
  private static final String SIGNATURE = "x-amz-";

  private final String operation;
  private final boolean refused;
  private final boolean anyParameter;
  private final StructureShape<?> input;
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> literals;

  UnknownNames(OperationShape<?, ?> shape) {
    operation = shape.name();
    refused = shape.strict();
    input = shape.input();
    List<Member> members = input.members();
    anyParameter = members.stream().anyMatch(m -> m.location() == Member.Location.QUERY_PARAMS);
    members.stream()
        .filter(member -> member.location() == Member.Location.QUERY)
        .forEach(member -> parameters.add(member.wireName()));
    int mark = shape.uri().indexOf('?');
    literals =
        QueryString.parse(mark < 0 ? null : shape.uri().substring(mark + 1)).values().keySet();
  }

  /** Returns whether unknown names are refused. */
  boolean refused() {
    return refused;
  }

  /** Reports the parameters that the operation does not have. */
  void parameters(QueryString query, Violations violations) {
    if (!refused || anyParameter) {
      return;
    }
    for (String name : query.values().keySet()) {
      boolean known =
          parameters.contains(name)
              || literals.contains(name)
              || name.toLowerCase(Locale.ROOT).startsWith(SIGNATURE);
      if (!known && violations.size() < NAMED) {
        violations.accept(violation(Path.ROOT, name, "parameter of " + operation, parameters));
      }
    }
  }

  /**
   * Reports a member that a structure of the body does not have.
   *
   * @throws MalformedException when its name is no text
   */
  void member(StructureShape<?> shape, String name, Path path, Violations violations) {
    if (!refused || violations.size() >= NAMED) {
      return;
    }
    if (!TextValues.isStorable(name)) {
      throw TextValues.wrong(path, "an object whose keys are whole characters");
    }
    List<String> known = new ArrayList<>();
    for (int index : shape.bodyOrder()) {
      Member member = shape.members().get(index);
      if (member.location() == Member.Location.BODY) {
        known.add(member.wireName());
      }
    }
    String owner = shape == input ? operation : shape.name();
    violations.accept(violation(path, name, "member of " + owner, known));
  }

  private static Violation violation(
      Path path, String whole, String kind, Collection<String> known) {
    String nearest = NearestName.of(whole, known);
    String remedy =
        nearest != null
            ? "did you mean " + nearest + "?"
            : known.isEmpty() ? "leave it out" : "the known names are " + String.join(", ", known);
    return new Violation(path.key(whole), new Breach.Unknown(kind, remedy));
  }
}

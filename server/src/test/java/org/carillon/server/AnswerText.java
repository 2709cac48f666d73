package org.carillon.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.UnionShape;

/** Writes the whole answer as a client sees it, sensitive members too. */
final class AnswerText {

  /** Drawn by lot, or sealed, so that no two answers agree in it. */
  private static final Set<String> RANDOM = Set.of("NextToken", "PersonalPIN", "SipPassword");

  private AnswerText() {}

  static String of(ModelledException refusal) {
    return refusal.shape().name() + " " + of(refusal.shape().structure(), refusal);
  }

  static String of(Shape shape, Object value) {
    if (value == null) {
      return "-";
    }
    return switch (shape) {
      case StructureShape<?> structure -> members(structure, structure.readAny(value));
      case UnionShape<?> union -> {
        UnionShape.Variant variant = union.readAny(value);
        Member member = union.members().get(variant.index());
        yield member.name() + ": " + of(member.shape(), variant.value());
      }
      case Shape.Sequence sequence ->
          ((Collection<?>) value)
              .stream().map(item -> of(sequence.item(), item)).toList().toString();
      case Shape.Dictionary dictionary ->
          ((Map<?, ?>) value)
              .entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + of(dictionary.value(), entry.getValue()))
                  .sorted()
                  .collect(Collectors.joining(", ", "{", "}"));
      case Shape.Bool _,
          Shape.Numeric _,
          Shape.Text _,
          Shape.Bytes _,
          Shape.Time _,
          Shape.Schemaless _,
          Shape.Enumeration _,
          Shape.IntEnumeration _ ->
          value.toString();
    };
  }

  private static String members(StructureShape<?> structure, Object[] values) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Member member = structure.members().get(i);
      if (values[i] != null && !RANDOM.contains(member.name())) {
        told.add(member.name() + ": " + of(member.shape(), values[i]));
      }
    }
    return "{" + String.join(", ", told) + "}";
  }
}

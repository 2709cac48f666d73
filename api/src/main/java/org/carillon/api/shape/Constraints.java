package org.carillon.api.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks values against the rules of their shapes. */
public final class Constraints {

  private Constraints() {}

  /** Every member of the structure, at any depth, that breaks a rule; empty when none does. */
  public static <T> List<Violation> violations(StructureShape<T> shape, T structure) {
    List<Violation> found = new ArrayList<>();
    walk(shape, structure, Path.ROOT, found::add);
    return List.copyOf(found);
  }

  /** Checks one value against the rules of its own shape, without what it contains. */
  public static void check(Shape shape, Object value, Path path, Consumer<Violation> found) {
    switch (shape) {
      case Shape.Numeric(NumberKind _, Range range) when range != null -> {
        if (!range.admits((Number) value)) {
          found.accept(Violation.of(path, range.requirement()));
        }
      }
      case Shape.Text(Length length, TextPattern pattern, String _) -> {
        String text = (String) value;
        checkLength(length, text.codePointCount(0, text.length()), path, found);
        if (pattern != null && !pattern.matches(text)) {
          found.accept(
              Violation.of(
                  path, "Member must satisfy regular expression pattern: " + pattern.regex()));
        }
      }
      case Shape.Bytes(Length length, String _) ->
          checkLength(length, ((Blob) value).bytes().length, path, found);
      case Shape.Sequence(Shape _, boolean _, boolean unique, Length length) -> {
        Collection<?> items = (Collection<?>) value;
        checkLength(length, items.size(), path, found);
        if (unique && new HashSet<>(items).size() < items.size()) {
          found.accept(Violation.of(path, "Member must have unique values"));
        }
      }
      case Shape.Dictionary(Shape _, Shape _, boolean _, Length length) ->
          checkLength(length, ((Map<?, ?>) value).size(), path, found);
      case Shape.Numeric _,
          Shape.Bool _,
          Shape.Time _,
          Shape.Schemaless _,
          Shape.Enumeration _,
          Shape.IntEnumeration _,
          StructureShape<?> _,
          UnionShape<?> _ -> {}
    }
  }

  private static void checkLength(
      @Nullable Length length, int actual, Path path, Consumer<Violation> found) {
    if (length != null && !length.admits(actual)) {
      found.accept(
          new Violation(
              path.toString(),
              "Value with length %d at '%s' failed to satisfy constraint: %s"
                  .formatted(actual, path, length.requirement())));
    }
  }

  private static void walk(Shape shape, Object value, Path path, Consumer<Violation> found) {
    check(shape, value, path, found);
    switch (shape) {
      case Shape.Sequence sequence -> {
        int index = 0;
        for (Object item : (Collection<?>) value) {
          if (item != null) {
            walk(sequence.item(), item, path.member(Integer.toString(index)), found);
          }
          index++;
        }
      }
      case Shape.Dictionary dictionary ->
          ((Map<?, ?>) value)
              .forEach((key, item) -> {
                check(dictionary.key(), key, path, found);
                if (item != null) {
                  walk(dictionary.value(), item, path.member(key.toString()), found);
                }
              });
      case StructureShape<?> structure -> {
        @Nullable Object[] values = structure.readAny(value);
        for (int i = 0; i < values.length; i++) {
          Member member = structure.members().get(i);
          Object item = values[i];
          if (item != null) {
            walk(member.shape(), item, path.member(member.name()), found);
          } else if (member.required()) {
            found.accept(Violation.missing(path.member(member.name())));
          }
        }
      }
      case UnionShape<?> union -> {
        UnionShape.Variant variant = union.readAny(value);
        Member member = union.members().get(variant.index());
        walk(member.shape(), variant.value(), path.member(member.name()), found);
      }
      case Shape.Bool _,
          Shape.Numeric _,
          Shape.Text _,
          Shape.Bytes _,
          Shape.Time _,
          Shape.Schemaless _,
          Shape.Enumeration _,
          Shape.IntEnumeration _ -> {}
    }
  }
}

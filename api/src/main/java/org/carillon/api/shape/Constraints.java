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
          found.accept(new Violation(path, new Breach.OutOfRange(range, (Number) value)));
        }
      }
      case Shape.Text(Length length, TextPattern pattern, String _) -> {
        String text = (String) value;
        // A pattern is written for texts of the length that the model allows, so the length first.
        if (hasLength(length, text.codePointCount(0, text.length()), "character", path, found)
            && pattern != null
            && !pattern.matches(text)) {
          // The value may be a secret, so no violation may have it.
          found.accept(
              new Violation(path, new Breach.WrongForm(pattern, pattern.sensitive() ? "" : text)));
        }
      }
      case Shape.Bytes(Length length, String _) ->
          hasLength(length, ((Blob) value).bytes().length, "byte", path, found);
      case Shape.Sequence(Shape _, boolean _, boolean unique, Length length) -> {
        Collection<?> items = (Collection<?>) value;
        if (hasLength(length, items.size(), "item", path, found)
            && unique
            && new HashSet<>(items).size() < items.size()) {
          found.accept(new Violation(path, new Breach.Repeated()));
        }
      }
      case Shape.Dictionary(Shape _, Shape _, boolean _, Length length) ->
          hasLength(length, ((Map<?, ?>) value).size(), "item", path, found);
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

  private static boolean hasLength(
      @Nullable Length length, int actual, String unit, Path path, Consumer<Violation> found) {
    if (length == null || length.admits(actual)) {
      return true;
    }
    found.accept(new Violation(path, new Breach.WrongLength(length, actual, unit)));
    return false;
  }

  private static void walk(Shape shape, Object value, Path path, Consumer<Violation> found) {
    check(shape, value, path, found);
    switch (shape) {
      case Shape.Sequence sequence -> {
        int index = 0;
        for (Object item : (Collection<?>) value) {
          if (item != null) {
            walk(sequence.item(), item, path.item(index), found);
          }
          index++;
        }
      }
      case Shape.Dictionary dictionary ->
          ((Map<?, ?>) value)
              .forEach((key, item) -> {
                check(dictionary.key(), key, path, found);
                if (item != null) {
                  walk(dictionary.value(), item, path.key(key.toString()), found);
                }
              });
      case StructureShape<?> structure -> {
        @Nullable Object[] values = structure.readAny(value);
        for (int i = 0; i < values.length; i++) {
          Member member = structure.members().get(i);
          Object item = values[i];
          if (item != null) {
            walk(member.shape(), item, path.member(member), found);
          } else if (member.required()) {
            found.accept(new Violation(path.member(member), new Breach.Missing()));
          }
        }
      }
      case UnionShape<?> union -> {
        UnionShape.Variant variant = union.readAny(value);
        Member member = union.members().get(variant.index());
        walk(member.shape(), variant.value(), path.member(member), found);
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

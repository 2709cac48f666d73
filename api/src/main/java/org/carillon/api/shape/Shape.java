package org.carillon.api.shape;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The type of a value, with the rules of its member. */
public sealed interface Shape {

  /** A Boolean. */
  record Bool() implements Shape {}

  /** A number of that kind, held in the Java type of the same name. */
  record Numeric(NumberKind kind, @Nullable Range range) implements Shape {}

  /**
   * A String.
   *
   * @param mediaType what the text is when it is a payload; such text is Base64 in a header
   */
  record Text(@Nullable Length length, @Nullable TextPattern pattern, @Nullable String mediaType)
      implements Shape {}

  /** A {@link Blob}. */
  record Bytes(@Nullable Length length, @Nullable String mediaType) implements Shape {}

  /**
   * An Instant.
   *
   * @param format null where the protocol's default for the location holds
   */
  record Time(@Nullable TimestampFormat format) implements Shape {}

  /** A {@link Document}. */
  record Schemaless() implements Shape {}

  /**
   * A Java enum whose constants are strings on the wire.
   *
   * @param values the constants by their text
   * @param text the text of a constant
   * @param valueSet the texts as a refusal lists them
   */
  record Enumeration(Map<String, ?> values, Function<Object, String> text, String valueSet)
      implements Shape {}

  /**
   * A Java enum whose constants are numbers on the wire.
   *
   * @param values the constants by their number
   * @param number the number of a constant
   */
  record IntEnumeration(Map<Integer, ?> values, Function<Object, Integer> number)
      implements Shape {}

  /**
   * A List.
   *
   * @param sparse whether an item may be null
   * @param unique whether no two items may be equal
   */
  record Sequence(Shape item, boolean sparse, boolean unique, @Nullable Length length)
      implements Shape {}

  /**
   * A Map with String keys, or keys of an enum.
   *
   * @param sparse whether a value may be null
   */
  record Dictionary(Shape key, Shape value, boolean sparse, @Nullable Length length)
      implements Shape {}

  /** A shape of named members. */
  sealed interface Aggregate extends Shape permits StructureShape, UnionShape {

    /** The members in the model's order. */
    List<Member> members();

    /** The position in {@link #members} of the body member of that JSON name, or -1. */
    int bodyMember(String wireName);
  }
}

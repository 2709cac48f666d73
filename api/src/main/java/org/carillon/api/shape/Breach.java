package org.carillon.api.shape;

/** The way in which a value breaks a rule of the model. */
public sealed interface Breach {

  /** A required member is absent. */
  record Missing() implements Breach {}

  /** A label of the path is empty. */
  record Empty() implements Breach {}

  /** A list has two equal items. */
  record Repeated() implements Breach {}

  /** A number lies outside of its range. */
  record OutOfRange(Range range, Number value) implements Breach {}

  /**
   * A value is too short or too long.
   *
   * @param unit the unit of its length: character, byte or item
   */
  record WrongLength(Length length, long actual, String unit) implements Breach {}

  /** A text does not have the required form. */
  record WrongForm(TextPattern pattern, String value) implements Breach {}

  /**
   * A text or number is not a value of the enum.
   *
   * @param valueSet all values, in brackets
   */
  record NotAmong(String valueSet, String value) implements Breach {}

  /**
   * A name is unknown to the operation.
   *
   * @param kind the kind of the name, such as {@code member of UpdateLine}
   * @param remedy the next step for the client
   */
  record Unknown(String kind, String remedy) implements Breach {}

  /** The rule, in words that follow the name of the value. */
  default String describe() {
    return switch (this) {
      case Missing() -> "is missing";
      case Empty() -> "must not be empty";
      case Unknown(String kind, String remedy) -> "is not a " + kind + "; " + remedy;
      case Repeated() -> "must not hold the same value twice";
      case OutOfRange(Range range, Number value) ->
          "must be " + range.describe() + ", not " + value;
      case WrongLength(Length length, long actual, String unit) ->
          "must have %s, not %d".formatted(length.words(unit), actual);
      case WrongForm(TextPattern pattern, String value) ->
          "must be " + pattern.form() + (pattern.sensitive() ? "" : ", not " + Quotation.of(value));
      case NotAmong(String valueSet, String value) ->
          "must be one of %s, not %s"
              .formatted(valueSet.substring(1, valueSet.length() - 1), Quotation.of(value));
    };
  }
}

package org.carillon.api.shape;

/** How a value breaks a rule of the model. */
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
   * @param unit what is counted: character, byte or item
   */
  record WrongLength(Length length, long actual, String unit) implements Breach {}

  /** A text has not the form that it must have. */
  record WrongForm(TextPattern pattern, String value) implements Breach {}

  /**
   * A text or number is none of an enum's.
   *
   * @param valueSet all that there are, in brackets
   */
  record NotAmong(String valueSet, String value) implements Breach {}

  /**
   * A name that the operation does not have.
   *
   * @param kind what there is none of, such as {@code member of UpdateLine}
   * @param remedy what to do
   */
  record Unknown(String kind, String remedy) implements Breach {}

  /** What the value must be, in words that follow its name. */
  default String describe() {
    return switch (this) {
      case Missing() -> "is missing";
      case Empty() -> "must not be empty";
      case Unknown(String kind, String remedy) -> "is no " + kind + "; " + remedy;
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

package org.carillon.protocol.restjson;

import java.util.List;
import java.util.stream.Collectors;
import org.carillon.api.shape.Breach;
import org.carillon.api.shape.Violation;
import org.jspecify.annotations.Nullable;

/** Violations in the words that Smithy's suite expects of every server. */
final class SmithyWords {

  private SmithyWords() {}

  static String sentence(List<Violation> violations) {
    return violations.stream()
        .map(SmithyWords::of)
        .collect(
            Collectors.joining(
                "; ",
                violations.size()
                    + (violations.size() == 1 ? " validation error" : " validation errors")
                    + " detected. ",
                ""));
  }

  static String of(Violation violation) {
    String length =
        violation.breach() instanceof Breach.WrongLength wrong
            ? "with length " + wrong.actual() + " "
            : "";
    return "Value %sat '%s' failed to satisfy constraint: Member must %s"
        .formatted(length, violation.path(), rule(violation.breach()));
  }

  private static String rule(Breach breach) {
    return switch (breach) {
      case Breach.Missing() -> "not be null";
      case Breach.Empty() -> "not be empty";
      case Breach.Unknown _ -> throw new AssertionError("the suite's operations take any name");
      case Breach.Repeated() -> "have unique values";
      case Breach.OutOfRange(var range, var _) -> "be " + bounds(range.min(), range.max());
      case Breach.WrongLength(var length, var _, var _) ->
          "have length " + bounds(length.min(), length.max());
      case Breach.WrongForm(var pattern, var _) ->
          "satisfy regular expression pattern: " + pattern.regex();
      case Breach.NotAmong(var valueSet, var _) -> "satisfy enum value set: " + valueSet;
    };
  }

  private static String bounds(@Nullable Object min, @Nullable Object max) {
    if (max == null) {
      return "greater than or equal to " + min;
    }
    return min == null
        ? "less than or equal to " + max
        : "between " + min + " and " + max + ", inclusive";
  }
}

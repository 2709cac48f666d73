package org.carillon.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a setting's value must be, and how its text becomes that value.
 *
 * @param description the rule, in words that follow "it must be"
 * @param parse the value of a text, or empty when the text breaks the rule
 */
record Rule<T>(String description, Function<String, Optional<T>> parse) {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

  /** Any text; the empty one means "not set". */
  static Rule<String> text(String description) {
    return new Rule<>(description, Optional::of);
  }

  /** Text that the expression matches as a whole, or empty for "not set". */
  static Rule<String> text(String description, String expression) {
    Pattern pattern = Pattern.compile(expression);
    return new Rule<>(
        description,
        text ->
            text.isEmpty() || pattern.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty());
  }

  /** Text that the expression matches as a whole; it cannot be empty. */
  static Rule<String> present(String description, String expression) {
    Pattern pattern = Pattern.compile(expression);
    return new Rule<>(
        description,
        text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty());
  }

  /** {@link #text(String, String)} that is never printed. */
  static Rule<Secret> secret(String description, String expression) {
    Rule<String> text = text(description, expression);
    return new Rule<>(description, value -> text.parse().apply(value).map(Secret::new));
  }

  static Rule<Integer> wholeNumber(int least, int most) {
    return new Rule<>(
        "a whole number from %d to %d".formatted(least, most),
        text -> {
          if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
          }
          int number = Integer.parseInt(text);
          return number >= least && number <= most ? Optional.of(number) : Optional.empty();
        });
  }

  /** A length of time such as {@code 500ms}, {@code 2s}, {@code 15m}, {@code 1h} or {@code 45d}. */
  static Rule<Duration> duration(Duration least, Duration most) {
    return new Rule<>(
        "a duration from %s to %s, such as 500ms, 2s, 15m, 1h or 45d"
            .formatted(write(least), write(most)),
        text ->
            duration(text)
                .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0));
  }

  static Rule<Path> folderOrFile(String description) {
    return new Rule<>(
        description,
        text -> {
          try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
          } catch (InvalidPathException notAPath) {
            return Optional.empty();
          }
        });
  }

  /** A file's name, or empty for "not set". */
  static Rule<String> fileOrNone(String description) {
    Rule<Path> file = folderOrFile(description);
    return new Rule<>(
        description,
        text -> text.isEmpty() ? Optional.of(text) : file.parse().apply(text).map(Path::toString));
  }

  /** One of an enum's constants, written in lower case. */
  static <E extends Enum<E>> Rule<E> oneOf(E[] constants) {
    List<String> names =
        Arrays.stream(constants).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    return new Rule<>(
        "one of " + String.join(", ", names),
        text -> {
          int index = names.indexOf(text);
          return index < 0 ? Optional.empty() : Optional.of(constants[index]);
        });
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  private static String write(Duration duration) {
    if (duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds != 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    return seconds != 0 && seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds + "s";
  }
}

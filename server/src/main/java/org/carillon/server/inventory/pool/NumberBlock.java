package org.carillon.server.inventory.pool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Numbers that follow one another, both ends included.
 *
 * @param first the digits of the first number, without the plus
 * @param last the digits of the last number, of the same length
 */
public record NumberBlock(long first, long last) {

  /** The most numbers that one block can have. */
  public static final int LIMIT = 100_000;

  private static final Pattern BLOCK = Pattern.compile("([^-]+)-([^-]+)");

  /**
   * Reads {@code +12065550100-+12065550199}.
   *
   * @throws IllegalArgumentException with a sentence for the operator
   */
  public static NumberBlock parse(String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.matches()) {
      throw new IllegalArgumentException(
          "block " + text + " is not of the form +12065550100-+12065550199");
    }
    E164 first = end(block.group(1));
    E164 last = end(block.group(2));
    if (first.text().length() != last.text().length()) {
      throw new IllegalArgumentException(
          "the ends of the block " + text + " are numbers of different lengths");
    }
    return of(text, first.digits(), last.digits());
  }

  private static E164 end(String written) {
    return switch (PhoneNumberText.of(written)) {
      case PhoneNumberText.InE164(E164 e164) -> e164;
      case PhoneNumberText.Unreadable(String problem) ->
          throw new IllegalArgumentException(problem);
    };
  }

  private static NumberBlock of(String text, long first, long last) {
    if (last < first) {
      throw new IllegalArgumentException("the block " + text + " ends before it begins");
    }
    if (last - first >= LIMIT) {
      throw new IllegalArgumentException(
          "the block " + text + " has more than " + LIMIT + " numbers; add it in parts");
    }
    return new NumberBlock(first, last);
  }

  /** Its numbers in E.164, in order. */
  public Stream<E164> numbers() {
    return LongStream.rangeClosed(first, last).mapToObj(digits -> new E164("+" + digits));
  }
}

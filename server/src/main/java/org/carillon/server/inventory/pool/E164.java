package org.carillon.server.inventory.pool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.operations.Refusal;

/**
 * A phone number in E.164. Reads those of requests, with one answer for a malformed one in each
 * position: NotFound in a path, BadRequest elsewhere.
 *
 * @param text a plus and 2 to 15 digits, the first no zero
 */
public record E164(String text) implements Comparable<E164> {

  private static final int LONGEST = 15;

  public E164 {
    if (!isForm(text)) {
      throw new IllegalArgumentException("\"" + text + "\" is not in E.164");
    }
  }

  /** Returns whether a text is a number in E.164 as it stands. */
  public static boolean isForm(String text) {
    int length = text.length();
    if (length < 3 || length > LONGEST + 1 || text.charAt(0) != '+' || text.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads {@code +12065550100} or the identifier {@code %2B12065550100} (contract, "What matters
   * most", 3). Invisible characters around it, which come along from web pages, are dropped.
   */
  public static Optional<E164> parse(String written) {
    String text = PhoneNumberText.visible(written);
    String number = text.regionMatches(true, 0, "%2B", 0, 3) ? "+" + text.substring(3) : text;
    return isForm(number) ? Optional.of(new E164(number)) : Optional.empty();
  }

  /**
   * Returns the number that the PhoneNumberId of a path names.
   *
   * @throws org.carillon.api.model.NotFoundException when it is not a number, since no organization
   *     has it
   */
  public static E164 ofPath(String id) {
    return ofId(id)
        .orElseThrow(() -> Refusal.notFound("there is no phone number with the id " + id));
  }

  /**
   * Returns the number that the PhoneNumberId of a body names.
   *
   * @param member its name, for the message
   * @throws org.carillon.api.model.BadRequestException when it is not a number
   */
  public static E164 ofId(String member, String id) {
    return ofId(id).orElseGet(() -> of(member, id));
  }

  /** Clients of Amazon Chime may have stored ids without {@code %2B}. */
  private static Optional<E164> ofId(String id) {
    return parse(id).or(() -> parse("+" + PhoneNumberText.visible(id)));
  }

  /**
   * Returns the number in a member of a body or a query.
   *
   * @param member its name, for the message
   * @throws org.carillon.api.model.BadRequestException when it is not in E.164
   */
  public static E164 of(String member, String written) {
    return number(member, PhoneNumberText.of(written));
  }

  /**
   * Returns the number in a member, like {@link #of}, that is to be acquired or dialled.
   *
   * @throws org.carillon.api.model.BadRequestException also when it is too short, too long or of no
   *     known country
   */
  public static E164 dialable(String member, String written) {
    return number(member, PhoneNumberText.dialable(written));
  }

  private static E164 number(String member, PhoneNumberText text) {
    return switch (text) {
      case PhoneNumberText.InE164(E164 e164) -> e164;
      case PhoneNumberText.Unreadable(String problem) ->
          throw Refusal.badRequest(member + " " + problem);
    };
  }

  /**
   * Returns the number of the US or Canada that its digits are without a country code, for hints:
   * an identifier may come without its plus.
   */
  public Optional<E164> asNational() {
    String digits = text.substring(1);
    return digits.length() == 10 && NumberProblem.AMERICAN.matcher(digits).matches()
        ? Optional.of(new E164("+1" + digits))
        : Optional.empty();
  }

  /** Returns the texts of numbers, as columns have them. */
  public static List<String> texts(Collection<E164> numbers) {
    return numbers.stream().map(E164::text).toList();
  }

  /** Returns its digits, without the plus. */
  long digits() {
    return Long.parseLong(text, 1, text.length(), 10);
  }

  /** Returns the identifier under which the API shows the number. */
  public String id() {
    return "%2B" + text.substring(1);
  }

  @Override
  public int compareTo(E164 other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

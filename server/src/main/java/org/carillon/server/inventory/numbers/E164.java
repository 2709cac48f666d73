package org.carillon.server.inventory.numbers;

import java.util.regex.Pattern;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.PhoneNumberText;

/** Reads the phone numbers of requests, with one answer for a malformed one in each place. */
public final class E164 {

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{1,14}");

  private E164() {}

  /**
   * The number that a PhoneNumberId names, with its leading plus: from {@code +12065550100}, the
   * identifier {@code %2B12065550100} or, as clients of Amazon Chime may have stored it, {@code
   * 12065550100}.
   *
   * @throws org.carillon.api.model.NotFoundException when it is no number at all, since then nobody
   *     has it
   */
  public static String ofId(String id) {
    String text = PhoneNumberText.visible(id);
    if (DIGITS.matcher(text).matches()) {
      return "+" + text;
    }
    return switch (PhoneNumberText.of(text)) {
      case PhoneNumberText.InE164(String e164) -> e164;
      case PhoneNumberText.Unreadable _ ->
          throw Refusal.notFound("there is no phone number with the id " + id);
    };
  }

  /**
   * The number in a member of a body or a query, with its leading plus.
   *
   * @param member its name, for the message
   * @throws org.carillon.api.model.BadRequestException when it is not written in E.164
   */
  public static String of(String member, String written) {
    return number(member, PhoneNumberText.of(written));
  }

  /**
   * Like {@link #of}, for a number that shall be acquired or dialled.
   *
   * @throws org.carillon.api.model.BadRequestException also when it is too short, too long or of no
   *     known country
   */
  public static String dialable(String member, String written) {
    return number(member, PhoneNumberText.dialable(written));
  }

  private static String number(String member, PhoneNumberText text) {
    return switch (text) {
      case PhoneNumberText.InE164(String e164) -> e164;
      case PhoneNumberText.Unreadable(String problem) ->
          throw Refusal.badRequest(member + " " + problem);
    };
  }

  /** The identifier under which the API shows a number. */
  static String id(String e164) {
    return "%2B" + e164.substring(1);
  }
}

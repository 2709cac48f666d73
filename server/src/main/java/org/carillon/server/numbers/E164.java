package org.carillon.server.numbers;

import java.util.regex.Pattern;
import org.carillon.server.platform.operations.Refusal;

/** Reads the ways in which clients write a phone number. */
public final class E164 {

  private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{1,14}");

  private E164() {}

  /**
   * The number with its leading plus, from {@code +12065550100}, {@code 12065550100} or the
   * identifier {@code %2B12065550100} (contract, "What matters most", 3).
   *
   * @throws org.carillon.api.model.NotFoundException when it is no number at all, since then nobody
   *     has it
   */
  public static String of(String idOrNumber) {
    String digits =
        idOrNumber.regionMatches(true, 0, "%2B", 0, 3)
            ? idOrNumber.substring(3)
            : idOrNumber.startsWith("+") ? idOrNumber.substring(1) : idOrNumber;
    if (!DIGITS.matcher(digits).matches()) {
      throw Refusal.notFound("there is no phone number with the id " + idOrNumber);
    }
    return "+" + digits;
  }

  /** The identifier under which the API shows a number. */
  static String id(String e164) {
    return "%2B" + e164.substring(1);
  }
}

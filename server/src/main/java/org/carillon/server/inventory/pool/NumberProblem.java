package org.carillon.server.inventory.pool;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a text is not a phone number in E.164, and gives the form to write instead. */
final class NumberProblem {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  static final Pattern AMERICAN = Pattern.compile("1?[2-9][0-9]{2}[2-9][0-9]{6}");
  private static final Pattern ABROAD = Pattern.compile("(?:00|011)([1-9][0-9]{6,14})");

  static final String REMEDY = "; write a number in E.164, such as +12065550100";

  /**
   * No emergency number is longer, nor any other short number that is complete in its own country.
   */
  private static final int SHORT = 6;

  private static final int QUOTED = 40;

  /** Countries that between them have the emergency numbers of most others too. */
  private static final List<String> EMERGENCIES =
      List.of(
          "US", "GB", "AU", "NZ", "JP", "CN", "IN", "BR", "FR", "IT", "CH", "AT", "DE", "PL", "KR",
          "ZA");

  private NumberProblem() {}

  /**
   * The problem of a text.
   *
   * @param start its position in the client's text
   */
  static String of(String text, int start) {
    if (text.isEmpty()) {
      return "is empty" + REMEDY;
    }
    String quoted = quoted(text);
    if (DIGITS.matcher(text).matches()) {
      return quoted + " " + withoutPlus(text);
    }
    if (text.startsWith("+") && DIGITS.matcher(text.substring(1)).matches()) {
      return quoted + " " + withPlus(text.substring(1)) + REMEDY;
    }
    if (text.chars().noneMatch(Character::isDigit)) {
      return quoted + " is not a phone number" + REMEDY;
    }
    for (int i = 0; i < text.length(); i++) {
      int each = text.codePointAt(i);
      boolean isSign = i == 0 && each == '+';
      if (!isSign && (each < '0' || each > '9')) {
        return "%s has %s at position %d; write a plus and digits only, such as +12065550100"
            .formatted(quoted, PhoneNumberText.named(each), start + i);
      }
    }
    throw new IllegalStateException("a text of digits was read before");
  }

  private static String withPlus(String digits) {
    if (digits.startsWith("0")) {
      return "begins with 0, as no country code does";
    }
    return digits.length() > 15
        ? "has " + digits.length() + " digits, and the limit is 15"
        : "is too short";
  }

  private static String withoutPlus(String digits) {
    if (digits.length() <= SHORT) {
      return (isEmergency(digits)
              ? "is an emergency number"
              : "is a short number, which works only in its own country or exchange")
          + REMEDY;
    }
    if (AMERICAN.matcher(digits).matches()) {
      return digits.length() == 10
          ? "is a national number; in the US or Canada write +1" + digits
          : "has no plus; write +" + digits;
    }
    Matcher abroad = ABROAD.matcher(digits);
    if (abroad.matches() && PhoneNumberFacts.problem(new E164("+" + abroad.group(1))).isEmpty()) {
      return "begins with an international dialling prefix; write +" + abroad.group(1);
    }
    return digits.startsWith("0")
        ? "is a national number; write it with a plus and the code of its country, as in"
            + " +12065550100"
        : "has no plus" + REMEDY;
  }

  private static boolean isEmergency(String digits) {
    ShortNumberInfo numbers = ShortNumberInfo.getInstance();
    return EMERGENCIES.stream().anyMatch(country -> numbers.isEmergencyNumber(digits, country));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .limit(QUOTED)
        .forEach(each -> {
          // JSON cannot have half a character, so an answer with one could not be written.
          boolean half = Character.getType(each) == Character.SURROGATE;
          if (half || (each != ' ' && PhoneNumberText.isInvisible(each))) {
            quoted.append('<').append(PhoneNumberText.named(each)).append('>');
          } else {
            quoted.appendCodePoint(each);
          }
        });
    return text.codePointCount(0, text.length()) > QUOTED ? quoted + "…" : quoted.toString();
  }
}

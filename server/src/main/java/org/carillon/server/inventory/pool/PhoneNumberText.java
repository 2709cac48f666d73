package org.carillon.server.inventory.pool;

/**
 * A phone number as clients and files write it. No plus is put before digits that have none: +911
 * is a number in India and +2065550172 one in Egypt, and a call to it would be sent there.
 */
public sealed interface PhoneNumberText {

  /** A number in E.164. */
  record InE164(E164 e164) implements PhoneNumberText {}

  /**
   * A text that is not a number; the problem is a sentence that quotes it and gives the form to
   * write.
   */
  record Unreadable(String problem) implements PhoneNumberText {}

  /** Reads a text as {@link E164#parse} does. */
  static PhoneNumberText of(String written) {
    return E164.parse(written)
        .<PhoneNumberText>map(InE164::new)
        .orElseGet(() -> {
          String text = visible(written);
          return new Unreadable(NumberProblem.of(text, written.indexOf(text)));
        });
  }

  /** Returns whether a character shows nothing: formats, controls and blanks. */
  static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.FORMAT,
          Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** A character's name in a message: itself in quotation marks, or its code point. */
  static String named(int each) {
    if (each == ' ') {
      return "a blank";
    }
    return each > ' ' && each < 127 ? "\"" + (char) each + "\"" : "U+%04X".formatted(each);
  }

  /** The text without invisible characters at both ends, blanks among them. */
  static String visible(String written) {
    int from = 0;
    int to = written.length();
    while (from < to && isInvisible(written.charAt(from))) {
      from++;
    }
    while (to > from && isInvisible(written.charAt(to - 1))) {
      to--;
    }
    return written.substring(from, to);
  }

  /**
   * Reads a number that is to be owned or dialled. The numbering plans must allow its country code
   * and its length; its range need not be in service.
   */
  static PhoneNumberText dialable(String written) {
    PhoneNumberText read = of(written);
    return read instanceof InE164(E164 e164)
        ? PhoneNumberFacts.problem(e164)
            .<PhoneNumberText>map(why -> new Unreadable(e164 + " " + why))
            .orElse(read)
        : read;
  }
}

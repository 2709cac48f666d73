package org.carillon.api.shape;

/**
 * A client's text as a refusal repeats it: in quotes, cut, and without characters that move a
 * cursor.
 */
public final class Quotation {

  private static final int LONGEST = 64;

  private Quotation() {}

  /** The text in quotes; at most 64 characters of it, control and format characters escaped. */
  public static String of(String text) {
    return '"' + bare(text) + '"';
  }

  /** As {@link #of}, without the quotes. */
  static String bare(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(character -> {
          if (isVisible(character)) {
            quoted.appendCodePoint(character);
          } else {
            quoted.append(String.format("\\u%04x", character));
          }
        });
    return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…" : "").toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> character == ' ';
      default -> true;
    };
  }
}

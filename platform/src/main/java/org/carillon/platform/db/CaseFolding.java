package org.carillon.platform.db;

/** The form in which texts are stored and found in every letter case. */
public final class CaseFolding {

  private CaseFolding() {}

  /**
   * The text with each character in lower case by itself. It never gets longer, so that it fits
   * wherever the text does: {@link String#toLowerCase} makes two characters of {@code İ}.
   */
  public static String of(String text) {
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

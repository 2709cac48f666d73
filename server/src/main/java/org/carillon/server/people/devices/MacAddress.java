package org.carillon.server.people.devices;

import java.util.Locale;

/**
 * The address of a desk phone, however it was written.
 *
 * @param digits twelve hexadecimal digits in lower case
 */
public record MacAddress(String digits) {

  /** The address out of one of the ways to write it, which the model has verified. */
  static MacAddress of(String text) {
    return new MacAddress(text.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT));
  }

  /** In capitals, with a colon between pairs. */
  String shown() {
    return digits.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
  }
}

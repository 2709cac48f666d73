package org.carillon.server.pool;

import java.util.Locale;
import java.util.Optional;

/** What a caller pays for a call to the number: its own local rate, or nothing. */
public enum NumberType {
  /** Reached at the rate of its place. */
  LOCAL("Local"),
  /** Free for the caller. */
  TOLL_FREE("TollFree");

  private final String word;

  NumberType(String word) {
    this.word = word;
  }

  /** The word for it on the wire, in files and in the database. */
  public String word() {
    return word;
  }

  /** The type of that word, upper and lower case being the same; empty when there is none. */
  public static Optional<NumberType> of(String word) {
    for (NumberType type : values()) {
      if (type.word.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}

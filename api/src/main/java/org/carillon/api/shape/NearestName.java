package org.carillon.api.shape;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which of the known names a mistyped one was meant to be. */
public final class NearestName {

  /** The most characters of a name that are compared. */
  private static final int LONGEST = 64;

  private NearestName() {}

  /** Returns the nearest of the known names; null when each has more wrong letters than right. */
  public static @Nullable String of(String whole, Collection<String> known) {
    String name = cut(whole);
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String each : known) {
      int distance = distance(name, each);
      if (distance < least && distance * 2 <= Math.max(name.length(), each.length())) {
        least = distance;
        nearest = each;
      }
    }
    return nearest;
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }

  /**
   * The Levenshtein distance: the number of letters to insert, delete or change, letter case aside.
   */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}

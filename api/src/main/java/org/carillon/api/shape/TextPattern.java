package org.carillon.api.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model's pattern, compiled once, in Smithy's meaning: it has to match somewhere. */
public final class TextPattern {

  /**
   * Backtracking over a text is quadratic for patterns like {@code .+@.+\..+}; a text longer than
   * this cannot match, so that no request costs more than some milliseconds.
   */
  public static final int LONGEST = 4096;

  /** A dollar sign, or what may have one that stands for itself: an escape, a class. */
  private static final Pattern END = Pattern.compile("(\\\\.|\\[(?:\\\\.|[^\\]\\\\])*\\])|\\$");

  private final String regex;
  private final Pattern pattern;

  /**
   * @param regex as in the model
   */
  public TextPattern(String regex) {
    this.regex = regex;
    this.pattern = Pattern.compile(endingAtTheEnd(withoutOpenEnds(regex)));
  }

  /** Whether the pattern occurs in the text, which must not be longer than {@link #LONGEST}. */
  public boolean matches(String text) {
    return text.length() <= LONGEST && pattern.matcher(text).find();
  }

  /** The pattern as in the model. */
  public String regex() {
    return regex;
  }

  // A leading or trailing ".*" says nothing when searching, and costs quadratic time. Within an
  // alternation it belongs to one branch only, so such patterns stay as they are.
  private static String withoutOpenEnds(String regex) {
    if (regex.contains("|") || !regex.startsWith(".*") || regex.startsWith(".*?")) {
      return regex;
    }
    String open = regex.substring(2);
    return open.endsWith(".*") && !open.endsWith("\\.*")
        ? open.substring(0, open.length() - 2)
        : open;
  }

  /**
   * Java's {@code $} also matches before a last line break; the model's, as ECMA 262's, does not.
   */
  private static String endingAtTheEnd(String regex) {
    return END.matcher(regex)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) == null ? "\\z" : found.group(1)));
  }
}

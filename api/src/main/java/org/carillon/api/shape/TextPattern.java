package org.carillon.api.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model's pattern, compiled once, in Smithy's meaning: it has to match somewhere. What it costs
 * is bounded by how it is written: the patterns of our model never have to choose how far a
 * repetition goes, so that each looks at a text a fixed number of times (decision 27).
 */
public final class TextPattern {

  /** A dollar sign, or an escape or class that may have a literal one. */
  private static final Pattern END = Pattern.compile("(\\\\.|\\[(?:\\\\.|[^\\]\\\\])*\\])|\\$");

  private final String regex;
  private final Pattern pattern;
  private final String form;
  private final boolean sensitive;

  /**
   * @param regex as in the model
   * @param form what it asks for, in words that follow "must be"
   * @param sensitive whether a refusal must not repeat the text
   */
  public TextPattern(String regex, String form, boolean sensitive) {
    this.regex = regex;
    this.pattern = Pattern.compile(endingAtTheEnd(regex));
    this.form = form;
    this.sensitive = sensitive;
  }

  /** Returns whether the pattern occurs in the text. */
  public boolean matches(CharSequence text) {
    return pattern.matcher(text).find();
  }

  /** The pattern as in the model. */
  public String regex() {
    return regex;
  }

  /** The form that the pattern requires, such as {@code a time of day such as 09:30}. */
  public String form() {
    return form;
  }

  /** Returns whether a refusal must not repeat the text. */
  public boolean sensitive() {
    return sensitive;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextPattern that
        && regex.equals(that.regex)
        && form.equals(that.form)
        && sensitive == that.sensitive;
  }

  @Override
  public int hashCode() {
    return regex.hashCode();
  }

  @Override
  public String toString() {
    return regex;
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

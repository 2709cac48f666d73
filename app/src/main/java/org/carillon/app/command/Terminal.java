package org.carillon.app.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The only way to standard output and standard error: answers to the one, failures to the other.
 */
public record Terminal(PrintStream out, PrintStream err) {

  // Controls, marks of direction and width, ends of lines and paragraphs, halves of characters.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  /** The process's own. */
  public static Terminal process() {
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8));
  }

  /** Answers with a line, or with lines. */
  void say(String lines) {
    out.println(lines.lines().map(Terminal::visible).collect(Collectors.joining("\n")));
  }

  /** Tells in one sentence what went wrong, or what there is to know beside the answer. */
  void tell(String sentence) {
    err.println("carillon: " + visible(sentence));
  }

  /**
   * The text with what cannot be seen written out, as in {@code \u001b}: a name in a file could
   * otherwise colour, overwrite or reorder what the operator reads.
   */
  static String visible(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll(
            unseen -> Matcher.quoteReplacement("\\u%04x".formatted(unseen.group().codePointAt(0))));
  }
}

package org.carillon.conformance;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The output that a document shows for a command. Blanks do not matter; {@code ...} is any text, or
 * on a line of its own any lines; an instant is any instant, and so are ids, organizations and
 * ports of this machine.
 */
final class ShownOutput {

  private static final Pattern LOOSE =
      Pattern.compile(
          "(?<lines>\n"
              + "\\.\\.\\.\n"
              + ")|(?<text>\\.\\.\\.)"
              + "|(?<instant>\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|\\+00:00))"
              + "|(?<id>\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
              + "|(?<server>http://127\\.0\\.0\\.1:\\d+)|(?<organization>\\b\\d{12}\\b)");

  private final Pattern pattern;

  ShownOutput(String shown) {
    StringBuilder regex = new StringBuilder();
    String text = plain(shown);
    int done = 0;
    for (MatchResult loose : (Iterable<MatchResult>) LOOSE.matcher(text).results()::iterator) {
      regex.append(Pattern.quote(text.substring(done, loose.start()))).append(any(loose));
      done = loose.end();
    }
    pattern = Pattern.compile(regex.append(Pattern.quote(text.substring(done))).toString());
  }

  private static String any(MatchResult loose) {
    if (loose.group("lines") != null) {
      return "\n(?:.*\n)*?";
    }
    if (loose.group("text") != null) {
      return ".*";
    }
    if (loose.group("instant") != null) {
      return "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|\\+00:00)";
    }
    if (loose.group("server") != null) {
      return "http://127\\.0\\.0\\.1:\\d+";
    }
    return loose.group("id") != null ? "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}" : "\\d{12}";
  }

  /** Whether this is what was printed. */
  boolean isOf(String printed) {
    return pattern.matcher(plain(printed)).matches();
  }

  /**
   * The text without differences between terminals; between two line ends, so that each line has
   * two.
   */
  private static String plain(String text) {
    StringBuilder lines = new StringBuilder("\n");
    text.lines()
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(line -> !line.isEmpty())
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }
}

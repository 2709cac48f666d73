package org.carillon.app.logging;

import java.util.regex.Pattern;

/**
 * Takes secrets out of a log line. Types that hold one print a mask already; this is the net below
 * them, for the messages of libraries.
 */
final class Masking {

  private static final String MASK = "***";

  /**
   * A value after a telling name: {@code password=x}, {@code "SecretAccessKey": "x"}. Bounded, as a
   * line may hold a long word of a stranger's.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|secret\\w{0,32}+|token|credential|signature|authorization"
              + "|secret[-_.]access[-_.]key)[\"']?\\s*[=:]\\s*[\"']?)"
              + "(?!\\*\\*\\*)[^\\s\"',;&)}\\]]+");

  /** A whole authorization header, whose parts are separated by commas and blanks. */
  private static final Pattern SIGNED = Pattern.compile("AWS4-HMAC-SHA256\\s+Credential=[^\\n\"]*");

  /** User and password before the host of a URL. */
  private static final Pattern IN_URL = Pattern.compile("(://[^/\\s:@]+:)[^/\\s@]+(@)");

  private Masking() {}

  /** The line with {@code ***} where a secret stood. */
  static String mask(String line) {
    String masked = SIGNED.matcher(line).replaceAll("AWS4-HMAC-SHA256 " + MASK);
    masked = IN_URL.matcher(masked).replaceAll("$1" + MASK.replace("$", "\\$") + "$2");
    return NAMED.matcher(masked).replaceAll("$1" + MASK);
  }
}

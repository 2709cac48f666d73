package org.carillon.app.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The only way to standard output and standard error: answers to the one, failures to the other.
 */
public record Terminal(PrintStream out, PrintStream err) {

  /** The process's own. */
  public static Terminal process() {
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8));
  }

  /** Answers with a line. */
  void say(String line) {
    out.println(line);
  }

  /** Tells in one sentence what went wrong. */
  void fail(String sentence) {
    err.println("carillon: " + sentence);
  }
}

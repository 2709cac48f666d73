package org.carillon.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Does to a real server what must not hurt it, one subcommand a fault, and says what came of it.
 */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    subcommands = {
      ImportFault.class,
      KillFault.class,
      LostDatabaseFault.class,
      PatternFault.class,
      ReaderFault.class,
      ReportFault.class,
      UnreadAnswerFault.class
    },
    description = {
      "Each fault starts a server of its own on loopback, ends by itself, and prints a table in",
      "Markdown. The exit code is 1 when a promise was broken."
    })
final class Faults {

  private Faults() {}

  /** Runs the fault that the arguments name. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Faults()).execute(arguments));
  }
}

package org.carillon.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs faults against a real server, one subcommand each, and says whether the server withstood.
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

package org.carillon.app;

import java.nio.file.Path;
import org.carillon.app.command.CommandEnvironment;
import org.carillon.app.command.Program;
import org.carillon.app.command.Terminal;

/** The entry point of the process. */
public final class Main {

  private Main() {}

  /** Runs one command of the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandEnvironment environment =
        new CommandEnvironment(Terminal.process(), System.getenv(), Path.of(""));
    System.exit(Program.run(environment, arguments));
  }
}

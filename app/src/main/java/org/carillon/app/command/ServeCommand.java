package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.app.logging.Logging;
import org.carillon.app.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon serve}: serves the API until the process is asked to stop. */
@Command(name = "serve", description = "Serves the API until the process is asked to stop.")
final class ServeCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  ServeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Settings settings = shell.settings(spec);
    Logging.start(settings.log());
    try (Installation installation = Installation.open(settings)) {
      return 0;
    }
  }
}

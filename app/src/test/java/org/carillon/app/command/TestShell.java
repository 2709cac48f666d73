package org.carillon.app.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in this process as from a working folder, and keeps their output. */
final class TestShell {

  /** The result of a command. */
  record Ran(int code, String out, String err) {}

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /** A shell whose data folder is {@code data} in that folder. */
  TestShell(Path folder) {
    this.folder = folder;
    set("CARILLON_DATA", folder.resolve("data").toString());
  }

  /** Sets an environment variable. */
  void set(String variable, String value) {
    environment.put(variable, value);
  }

  Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = Program.run(new CommandEnvironment(terminal, environment, folder), arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The id of a new organization. */
  String organization() {
    return run("organization", "create", "Example Inc.").out().strip();
  }
}

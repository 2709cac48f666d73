package org.carillon.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The terminal of a reader of the documents: one bash that goes on from command to command. */
final class DocumentShell implements AutoCloseable {

  private final Process bash;
  private final BufferedReader ends;
  private final Path script;
  private final Path output;

  /**
   * The result of a command.
   *
   * @param failed the part of it that failed; empty when none did
   * @param printed its output, errors included
   */
  record Outcome(String failed, String printed) {}

  /** A terminal in a folder that has {@code ./carillon}, with only Debian's aws on its path. */
  DocumentShell(Path folder) throws IOException {
    script = Files.createTempFile("document", ".sh");
    output = Files.createTempFile("document", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CARILLON_"));
    environment.put("HOME", folder.toString());
    environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
    bash = builder.start();
    ends = bash.inputReader(StandardCharsets.UTF_8);
    // A command in the midst of others, in a function or before a pipe fails the whole.
    send("set -E -o pipefail; trap 'failed=${failed:-$BASH_COMMAND}' ERR");
  }

  Outcome run(String command) throws IOException {
    Files.writeString(script, command + "\n");
    send(
        "failed=; . %s > %s 2>&1 < /dev/null; printf '%%s\\0' \"$failed\""
            .formatted(script, output));
    StringBuilder failed = new StringBuilder();
    for (int next = ends.read(); next != 0; next = ends.read()) {
      if (next < 0) {
        return new Outcome("the shell ended at " + command, Files.readString(output));
      }
      failed.append((char) next);
    }
    return new Outcome(failed.toString(), Files.readString(output));
  }

  private void send(String line) throws IOException {
    bash.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    bash.getOutputStream().close();
    try {
      if (!bash.waitFor(10, TimeUnit.SECONDS)) {
        bash.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      bash.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

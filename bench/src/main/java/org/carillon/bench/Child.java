package org.carillon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, with the flags that ./run gives it; ended when closed. */
final class Child implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
  private static final int PATIENCE_SECONDS = 40;

  private final Process process;
  private final URI address;

  private Child(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a main class from this class path and waits until it prints where it listens.
   *
   * @param errors the file that gets what it writes to standard error
   * @throws IOException when it ends without having listened
   */
  static Child start(
      String mainClass, List<String> arguments, Map<String, String> environment, Path errors)
      throws IOException {
    return start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseG1GC",
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass),
        arguments,
        environment,
        errors);
  }

  /** Starts that command in the same way. */
  static Child start(
      List<String> program, List<String> arguments, Map<String, String> environment, Path errors)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    // Should the benchmark be interrupted, nothing that it started stays behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
        return new Child(process, URI.create(found.group()));
      }
    }
    process.destroyForcibly();
    throw new IOException("the server did not start; see " + errors);
  }

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  /** The processor time that it has used so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as a power cut would: nothing is finished or said. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package org.carillon.conformance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of the suites' own, started as a process in a folder on a port of the kernel's choice;
 * it ends with this process at the latest.
 */
final class ServerProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Path output;
  private final URI endpoint;

  private ServerProcess(Process process, Path output, URI endpoint) {
    this.process = process;
    this.output = output;
    this.endpoint = endpoint;
  }

  /**
   * Starts {@code carillon serve} with that working folder and these settings besides.
   *
   * @return when it serves
   */
  static ServerProcess start(Path folder, Map<String, String> environment) throws IOException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command("serve"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("CARILLON_PORT", "0");
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
    return new ServerProcess(process, output, awaitAddress(process, output));
  }

  /** The words that start the program as it was built for these suites. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.carillon.app.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  /** The process itself. */
  Process process() {
    return process;
  }

  /** Where it answers. */
  URI endpoint() {
    return endpoint;
  }

  /** Everything that it has printed until now. */
  String printed() throws IOException {
    return Files.readString(output);
  }

  /** Stops it as SIGTERM does. */
  @Override
  public void close() {
    stop(process);
  }

  private static URI awaitAddress(Process server, Path output) throws IOException {
    String printed =
        await("the address of the server")
            .atMost(PATIENCE)
            .until(
                () -> Files.readString(output),
                text -> ADDRESS.matcher(text).find() || !server.isAlive());
    Matcher address = ADDRESS.matcher(printed);
    if (address.find()) {
      return URI.create(address.group());
    }
    throw new IllegalStateException("the server did not start: " + printed);
  }

  private static void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package org.carillon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** A built checkout, whose server and commands are started as processes of their own. */
final class ProgramUnderTest {

  /** The root access key of every server that is started. */
  static final Signer.Credentials ROOT =
      new Signer.Credentials("CARIFAULTSFAULTSFAU1", "the-secret-of-a-server-that-ends-with-it");

  private static final int COMMAND_MINUTES = 10;

  @Option(
      names = "--program",
      description =
          "a built checkout to try instead of this one, for a figure from before a change")
  private Path checkout = Path.of(System.getProperty("carillon.folder", "."));

  @Option(
      names = "--heap",
      defaultValue = "1g",
      description = "the server's heap; ${DEFAULT-VALUE}")
  private String heap = "1g";

  ProgramUnderTest() {}

  /** A new folder for the data, the logs and the files of one fault. */
  static Path newFolder() throws IOException {
    return Files.createTempDirectory("carillon-faults-");
  }

  /** Starts a server on that folder's data; {@code settings} are environment variables. */
  Child serve(Path folder, Map<String, String> settings) throws IOException {
    return Child.start(
        java(), List.of("serve"), environment(folder, settings), folder.resolve("server.log"));
  }

  /**
   * Runs a command on that folder's data beside the server.
   *
   * @return what it printed
   * @throws IOException when it fails
   */
  String run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("command.log");
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment(folder, Map.of()));
    Process process = builder.start();
    if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    String printed = Files.readString(output);
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", arguments) + ": " + printed);
    }
    return printed;
  }

  private List<String> java() {
    Path target = checkout.resolve("app/target").toAbsolutePath();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseG1GC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xmx" + heap,
        "-cp",
        target.resolve("carillon-app-0.1.0.jar") + ":" + target.resolve("lib") + "/*",
        "org.carillon.app.Main");
  }

  private static Map<String, String> environment(Path folder, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CARILLON_PORT", "0");
    environment.put("CARILLON_DATA", folder.resolve("data").toString());
    environment.put("CARILLON_ROOT_ACCESS_KEY_ID", ROOT.id());
    environment.put("CARILLON_ROOT_SECRET_ACCESS_KEY", ROOT.secret());
    environment.putAll(settings);
    return environment;
  }
}

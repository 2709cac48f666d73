package org.carillon.app.command;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process, as people and machines start and stop it. */
final class ServeTest {

  private static final Pattern SECRET = Pattern.compile("AWS_SECRET_ACCESS_KEY=(\\S+)");

  @TempDir private Path folder;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void firstStartShowsTheSecretOnceAndSigtermEndsWithZero() throws Exception {
    Process first = serve("first", "--port", "0");
    String said = awaitText("first.out", "--endpoint-url http://127.0.0.1:");
    assertTrue(said.matches("(?s).*Organization \\d{12} was made.*"), said);
    Matcher secret = SECRET.matcher(said);
    assertTrue(secret.find(), said);
    first.destroy();
    assertTrue(first.waitFor(30, TimeUnit.SECONDS), "it stops by itself");
    assertEquals(0, first.exitValue());
    String logged = Files.readString(folder.resolve("first.err"));
    assertTrue(logged.lines().allMatch(line -> line.startsWith("{\"time\":")), logged);
    assertTrue(logged.contains("\"message\":\"Stopped\""), logged);

    serve("second", "--port", "0");
    String later = awaitText("second.out", "key create --organization ");
    String flags = " --organization \\d{12} --data \\S+\n";
    assertTrue(
        later.matches(
            "(?s).*  \\./carillon key list" + flags + "  \\./carillon key create" + flags),
        later);
    String key = secret.group(1);
    assertNotNull(key);
    for (String file : List.of("second.out", "first.err", "second.err")) {
      assertFalse(Files.readString(folder.resolve(file)).contains(key), file);
    }
    assertTrue(later.startsWith("Carillon serves at http://127.0.0.1:"), later);

    Process third = serve("third", "--port", "0");
    assertTrue(third.waitFor(30, TimeUnit.SECONDS));
    assertEquals(1, third.exitValue());
    assertEquals(
        "carillon: Another server is running on the data folder "
            + folder.resolve("data")
            + ": stop it, or set another with --data.\n",
        Files.readString(folder.resolve("third.err")));
  }

  @Test
  void nothingIsMadeUntilTheServerCanListen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Process refused = serve("refused", "--port", port);
      Process homeless = serve("homeless", "--port", "0", "--host", "nowhere.invalid");
      assertTrue(refused.waitFor(60, TimeUnit.SECONDS));
      assertEquals(1, refused.exitValue());
      assertEquals(
          "carillon: Cannot listen on 127.0.0.1:"
              + port
              + " (Address already in use): stop what listens there, or set another address with"
              + " --host or --port.\n",
          Files.readString(folder.resolve("refused.err")));
      assertTrue(homeless.waitFor(60, TimeUnit.SECONDS));
      assertEquals(
          "carillon: Cannot listen on nowhere.invalid: no host has that name; set an address of"
              + " this machine with --host.\n",
          Files.readString(folder.resolve("homeless.err")));
    }
    assertFalse(Files.exists(folder.resolve("data")));
    serve("good", "--port", "0");
    assertTrue(
        SECRET.matcher(awaitText("good.out", "--endpoint-url http://127.0.0.1:")).find(),
        "the first start that serves shows the secret");
  }

  @Test
  void startThatFailsAfterTheWelcomeEndsWithOneAndClosesTheDatabase() throws Exception {
    Process first = serve("first", "--port", "0");
    awaitText("first.out", "--endpoint-url http://127.0.0.1:");
    first.destroy();
    assertTrue(first.waitFor(30, TimeUnit.SECONDS));
    sql("update access_key set is_untold = true");
    sql(
        "create trigger refused before update on access_key"
            + " begin select raise(abort, 'refused'); end");
    Process second = serve("second", "--port", "0");
    assertTrue(second.waitFor(60, TimeUnit.SECONDS), "it ends by itself");
    assertTrue(SECRET.matcher(Files.readString(folder.resolve("second.out"))).find(), "welcome");
    assertEquals(1, second.exitValue());
    String logged = Files.readString(folder.resolve("second.err"));
    assertTrue(logged.contains("\"message\":\"Stopped\""), logged);
    // SQLite removes its log when the last connection closes.
    assertFalse(Files.exists(folder.resolve("data/carillon.db-wal")));
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/carillon.db"));
        Statement sqlite = connection.createStatement()) {
      sqlite.execute(statement);
    }
  }

  private Process serve(String name, String... flags) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                "org.carillon.app.Main",
                "serve",
                "--data",
                folder.resolve("data").toString()));
    command.addAll(List.of(flags));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("CARILLON_"));
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String awaitText(String file, String text) {
    return await(text + " in " + file)
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.readString(folder.resolve(file)), said -> said.contains(text));
  }
}

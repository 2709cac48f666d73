package org.carillon.app.command;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.platform.identity.Organization;
import org.carillon.platform.identity.Organizations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying the database of a running installation, and beginning again from the copy. */
final class BackUpTest {

  private record Ran(int code, String out, String err) {}

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void copyMadeBesideAWriterThatNeverRestsHoldsAllThatWasCommittedBefore() throws Exception {
    Path data = folder.resolve("data");
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    try (Installation installation = open(data)) {
      // The copy takes longer than a write: one that begins anew at each write never ends.
      fill(data, 150);
      Organizations organizations = new Organizations(installation.database(), installation.ids());
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                while (!enough.get()) {
                  organizations.create("Company " + written.incrementAndGet());
                }
              });
      await("20 writes").until(() -> written.get() >= 20);
      int before = written.get() - 1;
      Ran ran;
      try {
        ran =
            assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> run("backup", "backup.db", "--data", data.toString()));
      } finally {
        enough.set(true);
        writer.join();
      }
      assertEquals(0, ran.code(), ran.err());
      assertTrue(ran.out().startsWith("Copied the database into backup.db ("), ran.out());
      assertEquals("rw-------", permissions(folder.resolve("backup.db")));
      assertEquals(List.of("backup.db", "data"), names(folder));

      Path restored = folder.resolve("restored");
      Files.createDirectory(restored);
      Files.copy(folder.resolve("backup.db"), restored.resolve("carillon.db"));
      Files.copy(data.resolve("master.key"), restored.resolve("master.key"));
      try (Installation again = open(restored)) {
        List<Organization> kept = new Organizations(again.database(), again.ids()).list("", 100);
        assertTrue(kept.size() >= Math.min(before, 100), kept.size() + " of " + before);
      }
    }
  }

  @Test
  void fileThatExistsIsLeftAlone() throws IOException {
    open(folder.resolve("data")).close();
    Files.writeString(folder.resolve("backup.db"), "precious");
    assertEquals(
        new Ran(1, "", "carillon: The file backup.db exists: name a new file.\n"),
        run("backup", "backup.db", "--data", folder.resolve("data").toString()));
    assertEquals("precious", Files.readString(folder.resolve("backup.db")));
  }

  @Test
  void folderThatIsMissingIsToldInWords() throws IOException {
    open(folder.resolve("data")).close();
    assertEquals(
        new Ran(
            1,
            "",
            "carillon: The database cannot be copied into none/backup.db: there is no such file or"
                + " folder.\n"),
        run("backup", "none/backup.db", "--data", folder.resolve("data").toString()));
  }

  @Test
  void brokenDatabaseLeavesNoCopy() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("carillon.db"), "no database ".repeat(1000));
    Ran ran = run("backup", "backup.db", "--data", data.toString());
    assertEquals(1, ran.code());
    assertTrue(ran.err().startsWith("carillon: The database cannot be copied into backup.db: "));
    assertFalse(Files.exists(folder.resolve("backup.db")));
  }

  @Test
  void backupThatIsEndedByASignalLeavesNoFile() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    fill(data, 400);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                "org.carillon.app.Main",
                "backup",
                "backup.db",
                "--data",
                data.toString())
            .directory(folder.toFile())
            .inheritIO()
            .start();
    try {
      await("the copy begins")
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !process.isAlive() || names(folder).size() > 1);
      process.destroy();
      assertEquals(128 + 15, process.waitFor(), "it was copying");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(List.of("data"), names(folder));
  }

  @Test
  void folderWithoutADatabaseIsNamedAndNotMade() {
    Path none = folder.resolve("none");
    assertEquals(
        new Ran(
            1,
            "",
            "carillon: The data folder "
                + none
                + " holds no database: set the right one with --data.\n"),
        run("backup", "backup.db", "--data", none.toString()));
    assertFalse(Files.exists(none));
  }

  @Test
  void postgresqlHasItsOwnWay() {
    environment.put("CARILLON_DATABASE_URL", "jdbc:postgresql://localhost:1/db");
    assertEquals(
        new Ran(
            1,
            "",
            "carillon: The database is PostgreSQL: back it up with pg_dump, and keep the master key"
                + " too.\n"),
        run("backup", "backup.db"));
  }

  /** Makes a table of that many megabytes. */
  private static void fill(Path data, int megabytes) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("carillon.db"));
        Statement statement = database.createStatement()) {
      statement.execute(
          "create table large as with recursive n(i) as (select 1 union all select i + 1 from n"
              + " where i < "
              + megabytes
              + ") select zeroblob(1000000) as content from n");
    }
  }

  private Installation open(Path data) {
    return Installation.open(Settings.read(Map.of("--data", data.toString()), Map.of(), folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private Ran run(String... arguments) {
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
}

package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.app.command.TestShell.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands where no server was ever started. */
final class NoInstallationTest {

  private static final List<String> COMMANDS =
      List.of(
          "organization list",
          "key list",
          "key create --organization 123456789012",
          "key revoke CARIUNKNOWN",
          "pool list",
          "pool add-block +12065550100-+12065550199",
          "pool import numbers.csv");

  @TempDir private Path folder;
  private TestShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new TestShell(folder);
    Files.writeString(folder.resolve("numbers.csv"), "number\n+12065550100\n");
  }

  @Test
  void commandsSayWhichFolderHasNoneAndLeaveNothingThere() throws IOException {
    for (String command : COMMANDS) {
      assertEquals(
          new Ran(
              1,
              "",
              "carillon: There is no installation in the data folder "
                  + folder.resolve("data")
                  + ": the first start of a server makes one; name another with --data.\n"),
          shell.run(command.split(" ")),
          command);
    }
    assertEquals(List.of(folder.resolve("numbers.csv")), files());
  }

  @Test
  void commandsLeaveAnEmptyPostgresAsItIs() throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      shell.set("CARILLON_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"));
      for (String command : COMMANDS) {
        Ran ran = shell.run(command.split(" "));
        assertEquals(1, ran.code(), command);
        assertTrue(
            ran.err().startsWith("carillon: There is no installation in the database jdbc:"),
            ran.err());
      }
      assertEquals(0, tables(postgres));
      assertEquals(List.of(folder.resolve("numbers.csv")), files());
      Ran made = shell.run("organization", "create", "Example Inc.");
      assertTrue(
          made.err().startsWith("carillon: There was no installation in the database jdbc:"),
          made.err());
      assertEquals(0, shell.run("organization", "list").code());
    }
  }

  @Test
  void theFirstOrganizationMakesTheInstallationAndSaysSo() {
    Ran made = shell.run("organization", "create", "Example Inc.");
    assertEquals(0, made.code());
    assertTrue(made.out().matches("\\d{12}\n"), made.out());
    assertEquals(
        "carillon: There was no installation in the data folder "
            + folder.resolve("data")
            + "; made one.\n",
        made.err());
    assertEquals("", shell.run("organization", "create", "Another").err());
  }

  @Test
  void anOrganizationThatIsRefusedMakesNoInstallation() {
    assertEquals(1, shell.run("organization", "create", " ").code());
    assertFalse(Files.exists(folder.resolve("data")));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static long tables(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        ResultSet count =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from information_schema.tables where table_schema ="
                        + " 'public'")) {
      count.next();
      return count.getLong(1);
    }
  }
}

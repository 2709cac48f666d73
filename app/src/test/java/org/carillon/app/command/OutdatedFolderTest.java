package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command of a newer version meets a data folder of an earlier one. */
final class OutdatedFolderTest {

  @TempDir private Path folder;

  @BeforeEach
  void makeAndForgetTheLatestMigration() throws SQLException {
    new TestShell(folder).organization();
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      assertEquals(
          1,
          statement.executeUpdate(
              "delete from flyway_schema_history where installed_rank ="
                  + " (select max(installed_rank) from flyway_schema_history)"));
    }
  }

  @Test
  void schemaIsLeftAloneWhileAServerRunsOnIt() throws Exception {
    int before = applied();
    // The lock, as a server holds it.
    try (FileChannel server =
        FileChannel.open(
            folder.resolve("data/server.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      server.lock();
      assertEquals(
          new TestShell.Ran(
              1,
              "",
              "carillon: The data folder "
                  + folder.resolve("data")
                  + " is of an earlier version, and a server is running on it: stop the server"
                  + " before you use this version.\n"),
          new TestShell(folder).run("organization", "list"));
      assertEquals(before, applied());
    }
  }

  private int applied() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      return statement.executeQuery("select count(*) from flyway_schema_history").getInt(1);
    }
  }

  private Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/carillon.db"));
  }
}

package org.carillon.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Copies a SQLite database as of one moment, beside servers that continue to write to it. */
public final class SqliteBackup {

  private static final String SOUND = "ok";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private SqliteBackup() {}

  /**
   * Writes the copy (mode 0600) beside its place, checks it, syncs it and moves it there, so that a
   * file of that name is whole. A copy that fails or that a signal ends leaves nothing.
   *
   * @param database the file of the database, which is only read
   * @param copy a file that does not exist yet
   * @return its size in bytes
   * @throws java.nio.file.FileAlreadyExistsException when the file exists
   * @throws SQLException when the database cannot be read or the copy is not sound
   */
  public static long write(Path database, Path copy) throws IOException, SQLException {
    if (Files.exists(copy)) {
      throw new FileAlreadyExistsException(copy.toString());
    }
    Path fresh =
        Files.createTempFile(
            copy.toAbsolutePath().getParent(), copy.getFileName() + ".", ".new", OWNER_ONLY);
    fresh.toFile().deleteOnExit();
    try {
      copy(database, fresh);
      check(fresh);
      sync(fresh);
      // Refuses a file that was made meanwhile. A link would too, but not every share has links.
      Files.move(fresh, copy);
      sync(copy.resolveSibling("."));
      return Files.size(copy);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Reads one snapshot in one statement, so that neither writers nor the copy wait. */
  private static void copy(Path database, Path copy) throws SQLException {
    try (Connection connection = open(database);
        PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    }
  }

  private static void check(Path copy) throws SQLException {
    try (Connection connection = open(copy);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
      String first = found.next() ? found.getString(1) : "nothing";
      if (!SOUND.equals(first)) {
        throw new SQLException("the copy is not sound: " + first);
      }
    }
  }

  /** Syncs a file, since SQLite does not sync the target of VACUUM INTO. */
  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(10_000);
    return config.createConnection("jdbc:sqlite:" + file);
  }
}

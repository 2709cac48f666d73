package org.carillon.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Remembers the files of a SQLite database. A process that has a file open can still write to it
 * after it was deleted or replaced, and the written data is lost.
 */
final class FileIdentity {

  private static final String ATTRIBUTES = "unix:dev,ino,mode";
  private static final int OWNER_WRITES = 0200;

  private final List<Path> files;
  private final List<String> known = new ArrayList<>();

  /** Remembers the files of an open database as they are. */
  FileIdentity(Path database) {
    this.files =
        List.of(
            database,
            database.resolveSibling(database.getFileName() + "-wal"),
            database.resolveSibling(database.getFileName() + "-shm"));
    files.forEach(file -> known.add(identity(file)));
  }

  /**
   * Verifies that the files are the same and can be written to: three questions to the file system,
   * some microseconds.
   *
   * @throws DatabaseLostException when a file is not
   */
  void verify() {
    for (int i = 0; i < files.size(); i++) {
      if (!identity(files.get(i)).equals(known.get(i))) {
        throw new DatabaseLostException(
            files.get(i) + " was replaced while the server was running; restart the server", null);
      }
    }
  }

  private static String identity(Path file) {
    try {
      Map<String, Object> now = Files.readAttributes(file, ATTRIBUTES);
      if (!(now.get("mode") instanceof Integer mode) || (mode & OWNER_WRITES) == 0) {
        throw new DatabaseLostException(file + " cannot be written to", null);
      }
      return now.get("dev") + " " + now.get("ino");
    } catch (IOException gone) {
      throw new DatabaseLostException(file + " is gone", gone);
    }
  }
}

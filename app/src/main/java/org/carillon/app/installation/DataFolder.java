package org.carillon.app.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.carillon.platform.identity.MasterKey;

/** The folder that holds the database and the master key; only its owner may look into it. */
final class DataFolder {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final String LOCK = "server.lock";

  private DataFolder() {}

  /** Makes the folder (mode 0700) when it is missing, and sees that it can be written to. */
  static void make(Path folder) {
    try {
      Path parent = folder.toAbsolutePath().getParent();
      if (!Files.isDirectory(folder) && parent != null) {
        Files.createDirectories(parent);
        Files.createDirectory(folder, OWNER_ONLY);
      }
    } catch (IOException unmakeable) {
      throw unusable(folder, unmakeable);
    }
    if (!Files.isWritable(folder)) {
      throw new FailureException(
          "The data folder %s cannot be written to: change its owner, or set another with --data."
              .formatted(folder));
    }
  }

  /**
   * Gives the file of the database mode 0600, independent of the folder's mode and the umask;
   * SQLite gives the files beside it the same mode.
   *
   * @throws FailureException when the file is missing and others show that there was one
   */
  static void prepare(Path folder, Path database) {
    try {
      refuseBereft(folder, database);
      own(database);
      for (String suffix : List.of("-wal", "-shm")) {
        ownIfThere(folder.resolve(database.getFileName() + suffix));
      }
    } catch (IOException unusable) {
      throw unusable(folder, unusable);
    }
  }

  /** A folder that had a database is not taken for a new one. */
  private static void refuseBereft(Path folder, Path database) throws IOException {
    boolean missing = !Files.exists(database);
    if (!missing && Files.size(database) > 0) {
      return;
    }
    // The database is made before the key, and an empty one may be left by a start that was killed.
    List<String> traces =
        missing
            ? List.of(MasterKey.FILE_NAME, LOCK, database.getFileName() + "-wal")
            : List.of(MasterKey.FILE_NAME);
    for (String trace : traces) {
      if (Files.exists(folder.resolve(trace))) {
        throw new FailureException(
            "The data folder %s holds %s but %s %s: restore the database from a backup, set its database-url, or set another folder with --data."
                .formatted(folder, trace, missing ? "no" : "an empty", database.getFileName()));
      }
    }
  }

  private static void own(Path file) throws IOException {
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
    } catch (FileAlreadyExistsException there) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  private static void ownIfThere(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(file, FILE);
    } catch (NoSuchFileException gone) {
      // SQLite removes it when the last process that uses the database ends, at any moment.
      return;
    }
  }

  /**
   * Takes the folder for one server until the channel is closed or the process ends. Commands do
   * not ask for it, unless they migrate the schema: they may run beside the server.
   */
  static FileChannel lock(Path folder) {
    return lock(
        folder,
        "Another server is running on the data folder %s: stop it, or set another with --data.");
  }

  /**
   * Does what must not be done beside a server.
   *
   * @throws FailureException when a server has the folder; nothing is done then
   */
  static <T> T exclusively(Path folder, Supplier<T> work) {
    try (FileChannel _ =
        lock(
            folder,
            "The data folder %s is of an earlier version, and a server is running on it: stop the"
                + " server before you use this version.")) {
      return work.get();
    } catch (IOException unusable) {
      throw unusable(folder, unusable);
    }
  }

  private static FileChannel lock(Path folder, String refusal) {
    try {
      Path file = folder.resolve(LOCK);
      own(file);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new FailureException(refusal.formatted(folder));
      }
      return channel;
    } catch (IOException unusable) {
      throw unusable(folder, unusable);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  private static FailureException unusable(Path folder, IOException cause) {
    return FailureException.file("The data folder %s cannot be used".formatted(folder), cause);
  }
}

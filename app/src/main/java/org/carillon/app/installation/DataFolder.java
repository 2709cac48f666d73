package org.carillon.app.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds the database and the master key; only its owner may look into it. */
final class DataFolder {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

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
   * Takes the folder for one server until the channel is closed or the process ends. Commands do
   * not ask for it: they may run beside the server.
   */
  static FileChannel lock(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new FailureException(
            "Another server is running on the data folder %s: stop it, or set another with --data."
                .formatted(folder));
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

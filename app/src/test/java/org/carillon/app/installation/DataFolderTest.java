package org.carillon.app.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder, while other processes make and remove files in it. */
final class DataFolderTest {

  private static final int TIMES = 10_000;

  @TempDir private Path folder;

  @Test
  void filesBesideTheDatabaseMayComeAndGo() throws Exception {
    Path database = Files.writeString(folder.resolve("carillon.db"), "not empty");
    Path beside = folder.resolve("carillon.db-wal");
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger made = new AtomicInteger();
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> {
          while (!enough.get() && made.incrementAndGet() <= TIMES) {
            makeAndRemove(beside);
          }
        });
    try {
      while (!other.isDone()) {
        DataFolder.prepare(folder, database);
      }
    } finally {
      enough.set(true);
    }
    // The other would have met a file that it has not made.
    assertNull(other.get());
    assertFalse(Files.exists(beside));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(database)));
  }

  private static void makeAndRemove(Path file) {
    try {
      Files.createFile(file);
      Files.delete(file);
    } catch (IOException met) {
      throw new UncheckedIOException(met);
    }
  }
}

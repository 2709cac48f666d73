package org.carillon.app.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a data folder: whose they are, and that other processes make and remove them. */
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
    assertEquals("rw-------", permissions(database));
  }

  @Test
  void everyFileIsItsOwnersAloneThoughAnEarlierVersionLeftItOpen() throws IOException {
    Path database = folder.resolve("carillon.db");
    List<Path> files =
        Stream.of("carillon.db", "carillon.db-wal", "carillon.db-shm", "server.lock")
            .map(folder::resolve)
            .toList();
    for (Path each : files) {
      Files.writeString(each, "not empty");
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-r--r--"));
    }
    DataFolder.prepare(folder, database);
    DataFolder.lock(folder).close();
    for (Path each : files) {
      assertEquals("rw-------", permissions(each), each::toString);
    }
    Path lock = files.getLast();
    Files.delete(lock);
    DataFolder.lock(folder).close();
    assertEquals("rw-------", permissions(lock));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
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

package org.carillon.platform.db;

import static org.carillon.platform.db.schema.Tables.ORGANIZATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A SQLite file that is lost under a running server: no write is acknowledged into the void. */
final class LostFileTest {

  @TempDir private Path folder;
  private Database database;
  private int added;

  @BeforeEach
  void open() {
    database = TestDatabases.open(Engine.SQLITE, folder, new TestClock());
    add();
    database.probe();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-wal", "-shm"})
  void deletedFileRefusesWritesAndStillAnswersReads(String suffix) throws IOException {
    Files.delete(file(suffix));
    assertLost();
    assertEquals(1, count());
    assertFalse(Files.exists(file(suffix)), "nobody begins another in its place");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-wal", "-shm"})
  void replacedFileRefusesWritesThoughItsBytesAreTheSame(String suffix) throws IOException {
    Path copy = folder.resolve("copy");
    Files.copy(file(suffix), copy);
    Files.delete(file(suffix));
    Files.move(copy, file(suffix));
    assertLost();
  }

  @Test
  void fileMadeReadOnlyRefusesWritesUntilItCanBeWrittenAgain() throws IOException {
    mode("r--------");
    assertLost();
    mode("rw-------");
    add();
    database.probe();
    assertEquals(2, count());
  }

  @Test
  void fullDiskRefusesWritesUntilThereIsRoomAgain() {
    database.write(transaction -> transaction.sql().execute("pragma max_page_count = 1"));
    DatabaseLostException full =
        assertThrows(
            DatabaseLostException.class,
            () ->
                database.write(transaction ->
                    transaction
                        .sql()
                        .insertInto(ORGANIZATION)
                        .set(ORGANIZATION.ORGANIZATION_ID, "200000000000")
                        .set(ORGANIZATION.NAME, "x".repeat(1_000_000))
                        .set(ORGANIZATION.CREATED_AT, Instant.EPOCH)
                        .execute()));
    assertEquals(
        "the database is lost: [SQLITE_FULL] Insertion failed because database is full"
            + " (database or disk is full)",
        full.getMessage());
    assertEquals(1, count());
    database.write(transaction -> transaction.sql().execute("pragma max_page_count = 1000000"));
    add();
    assertEquals(2, count());
  }

  private void assertLost() {
    assertThrows(DatabaseLostException.class, this::add);
    assertThrows(DatabaseLostException.class, database::probe);
  }

  private void add() {
    database.write(transaction ->
        transaction
            .sql()
            .insertInto(ORGANIZATION)
            .set(ORGANIZATION.ORGANIZATION_ID, "10000000000" + added++)
            .set(ORGANIZATION.NAME, "Acme")
            .set(ORGANIZATION.CREATED_AT, transaction.now())
            .execute());
  }

  private int count() {
    return database.read(transaction -> transaction.sql().fetchCount(ORGANIZATION));
  }

  private Path file(String suffix) {
    return folder.resolve("carillon.sqlite" + suffix);
  }

  private void mode(String permissions) throws IOException {
    Files.setPosixFilePermissions(file(""), PosixFilePermissions.fromString(permissions));
  }
}

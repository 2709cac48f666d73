package org.carillon.platform.db;

import static org.carillon.platform.db.schema.Tables.ORGANIZATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection to PostgreSQL that breaks while a transaction commits. */
final class LostCommitTest {

  @TempDir private Path folder;
  private CuttingProxy network;
  private PostgresDatabase database;

  @BeforeEach
  void open() throws IOException {
    String url = TestDatabases.url(folder);
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    network = new CuttingProxy(port);
    database =
        PostgresDatabase.open(
            url.replace(":" + port + "/", ":" + network.port() + "/"), InstantSource.system(), 2);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    network.close();
  }

  @Test
  void commitWhoseAnswerIsLostIsUnknownAndDoneOnce() {
    database.write(transaction -> insert(transaction, 1));
    network.swallowNextCommit();
    assertThrows(
        UnknownOutcomeException.class, () -> database.write(transaction -> insert(transaction, 2)));
    assertEquals(2, organizations());
    database.write(transaction -> insert(transaction, 3));
    assertEquals(3, organizations());
  }

  @Test
  void commitThatDoesNotArriveIsUnknownAndNotDone() {
    assertThrows(
        UnknownOutcomeException.class,
        () ->
            database.write(transaction -> {
              insert(transaction, 1);
              return cut();
            }));
    assertEquals(0, organizations());
  }

  @Test
  void connectionThatBreaksBeforeTheCommitIsLost() {
    assertThrows(
        DatabaseLostException.class,
        () ->
            database.write(transaction -> {
              cut();
              return insert(transaction, 1);
            }));
    assertEquals(0, organizations());
  }

  private int cut() {
    try {
      network.cut();
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int insert(Transaction transaction, int number) {
    return transaction
        .sql()
        .insertInto(ORGANIZATION)
        .set(ORGANIZATION.ORGANIZATION_ID, "10000000000" + number)
        .set(ORGANIZATION.NAME, "Bells")
        .set(ORGANIZATION.CREATED_AT, transaction.now())
        .execute();
  }

  private int organizations() {
    return database.read(transaction -> transaction.sql().fetchCount(ORGANIZATION));
  }
}

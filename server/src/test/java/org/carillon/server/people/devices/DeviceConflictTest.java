package org.carillon.server.people.devices;

import static org.awaitility.Awaitility.await;
import static org.carillon.platform.db.schema.Tables.DEVICE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.AssociateDeviceWithUserInput;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jooq.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two administrators give the same device to two users, where one waits for the other. */
final class DeviceConflictTest {

  @TempDir private Path folder;

  @Test
  void whoComesSecondIsToldWhoHasTheDevice() throws Exception {
    try (TestServer server = new TestServer(Engine.POSTGRES, folder);
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Tenant acme = server.organization();
      String account = acme.account();
      String jane = acme.user(account, "jane@example.com");
      String joe = acme.user(account, "joe@example.com");
      String device = acme.device(account, "020000000001");
      Instant since = server.now();
      Future<?> second =
          server
              .database()
              .write(transaction -> {
                transaction
                    .sql()
                    .update(DEVICE)
                    .set(DEVICE.USER_ID, jane)
                    .set(DEVICE.ASSIGNED_SINCE, since)
                    .where(DEVICE.DEVICE_ID.eq(device))
                    .execute();
                Future<?> waiting =
                    threads.submit(() ->
                        acme.call(
                            Operations.ASSOCIATE_DEVICE_WITH_USER,
                            new AssociateDeviceWithUserInput(account, joe, device)));
                awaitWaiting(server);
                return waiting;
              });
      ExecutionException told = assertThrows(ExecutionException.class, second::get);
      assertEquals(
          ("device Desk is assigned to user jane@example.com since %s; disassociate it"
                  + " with DisassociateDeviceFromUser first")
              .formatted(since),
          assertInstanceOf(ConflictException.class, told.getCause()).getMessage());
    }
  }

  private static void awaitWaiting(TestServer server) {
    Condition atLock = condition("datname = current_database() and wait_event_type = 'Lock'");
    await("a transaction that waits for a lock")
        .until(
            () ->
                server
                    .database()
                    .read(transaction ->
                        transaction.sql().fetchCount(table("pg_stat_activity"), atLock)),
            waiting -> waiting > 0);
  }
}

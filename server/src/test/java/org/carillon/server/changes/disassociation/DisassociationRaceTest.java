package org.carillon.server.changes.disassociation;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.DisassociatePhoneNumberInput;
import org.carillon.api.model.DisassociatePhoneNumberOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A number moves to another holder while a caller takes it from the former one. */
final class DisassociationRaceTest {

  private static final String NUMBER = "+12065550100";

  @TempDir private Path folder;

  /** PostgreSQL lets the move pass while the other call waits for the former holder's lock. */
  @Test
  void numberThatMovesBeforeTheLockIsAConflictWithTheNewHolder() throws Exception {
    try (TestServer server = new TestServer(Engine.POSTGRES, folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant bells = bells(server);
      String east = connector(bells, "East");
      String west = connector(bells, "West");
      give(bells, east);
      Future<DisassociatePhoneNumberOutput> freed =
          server
              .database()
              .write(transaction -> {
                transaction
                    .sql()
                    .update(VOICE_CONNECTOR)
                    .set(VOICE_CONNECTOR.NAME, VOICE_CONNECTOR.NAME)
                    .where(VOICE_CONNECTOR.VOICE_CONNECTOR_ID.eq(east))
                    .execute();
                Future<DisassociatePhoneNumberOutput> waiting = threads.submit(() -> free(bells));
                awaitWaiting(server);
                give(bells, west);
                return waiting;
              });
      ExecutionException told = assertThrows(ExecutionException.class, freed::get);
      String message =
          String.valueOf(assertInstanceOf(ConflictException.class, told.getCause()).getMessage());
      assertTrue(
          message.startsWith(NUMBER + " moved to Voice Connector West (" + west + ") since "),
          message);
      assertEquals(PhoneNumberStatus.ASSIGNED, bells.status(NUMBER));
      assertEquals(west, free(bells).assignment().holder().holderId());
    }
  }

  /** On SQLite one write follows the other, so that the number is taken from one of the two. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void numberIsTakenFromTheHolderThatTheAnswerNames(Engine engine) throws Exception {
    try (TestServer server = new TestServer(engine, folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant bells = bells(server);
      List<String> trunks = List.of(connector(bells, "East"), connector(bells, "West"));
      give(bells, trunks.getFirst());
      for (int i = 0; i < 20; i++) {
        String next = trunks.get((i + 1) % 2);
        Future<?> move = threads.submit(() -> give(bells, next));
        String holder;
        try {
          holder = threads.submit(() -> free(bells)).get().assignment().holder().holderId();
        } catch (ExecutionException refused) {
          assertInstanceOf(ConflictException.class, refused.getCause());
          holder = "";
        }
        move.get();
        assertEquals(
            holder.equals(next) ? PhoneNumberStatus.UNASSIGNED : PhoneNumberStatus.ASSIGNED,
            bells.status(NUMBER),
            "taken from " + holder);
        give(bells, next);
      }
    }
  }

  private static Tenant bells(TestServer server) {
    Tenant bells = server.organization();
    bells.call(
        Operations.CREATE_PHONE_NUMBER_ORDER,
        CreatePhoneNumberOrderInput.builder()
            .productType(PhoneNumberProductType.VOICE_CONNECTOR)
            .e164PhoneNumbers(List.of(NUMBER))
            .build());
    server.sweep();
    return bells;
  }

  private static String connector(Tenant bells, String name) {
    return requireNonNull(
        requireNonNull(
                bells
                    .call(
                        Operations.CREATE_VOICE_CONNECTOR,
                        CreateVoiceConnectorInput.builder()
                            .name(name)
                            .requireEncryption(false)
                            .build())
                    .voiceConnector())
            .voiceConnectorId());
  }

  private static void give(Tenant bells, String connector) {
    bells.call(
        Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
        new AssociatePhoneNumbersWithVoiceConnectorInput(connector, List.of(NUMBER), true));
  }

  private static DisassociatePhoneNumberOutput free(Tenant bells) {
    return bells.call(
        Operations.DISASSOCIATE_PHONE_NUMBER, new DisassociatePhoneNumberInput(NUMBER, false));
  }

  private static void awaitWaiting(TestServer server) {
    await("a transaction that waits for a lock")
        .until(() ->
            server
                .database()
                .read(transaction ->
                    transaction
                            .sql()
                            .fetchCount(
                                table("pg_stat_activity"),
                                condition(
                                    "datname = current_database() and wait_event_type = 'Lock'"))
                        > 0));
  }
}

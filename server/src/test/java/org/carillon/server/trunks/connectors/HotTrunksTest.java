package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.ServiceUnavailableException;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many threads on few trunks and numbers: in every order the rules hold at any instant. */
@ParameterizedClass
@EnumSource(Engine.class)
final class HotTrunksTest {

  private static final int THREADS = 64;
  private static final int NUMBERS = 100;
  private static final int TRUNKS = 10;
  private static final int MOVES_A_THREAD = 8;
  private static final int BATCH = 10;
  private static final int QUOTA = 60;
  private static final int ITEM_ROUNDS = 16;

  private static final String OF_TRUNKS = " FROM assignment a WHERE a.role = 'TRUNK' ";
  private static final String OTHER =
      "EXISTS (SELECT 1 FROM assignment b WHERE b.organization_id = a.organization_id"
          + " AND b.number_id = a.number_id ";

  private final Engine engine;
  private final Trunks trunks;

  HotTrunksTest(Engine engine, @TempDir Path folder) {
    this.engine = engine;
    trunks = new Trunks(engine, folder, Trunks.limits(QUOTA, QUOTA));
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private int count(String query) {
    return trunks.server().count(query);
  }

  /** Lets all threads begin at the same moment and waits for all of them. */
  private void together(ThreadWork work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        results.add(
            threads.submit(() -> {
              start.await();
              work.run(thread);
              return null;
            }));
      }
      for (Future<?> result : results) {
        result.get();
      }
    }
    if (engine == Engine.POSTGRES) {
      assertEquals(
          0, count("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }
  }

  /** A machine that is busy with other tests may keep a call from beginning; nothing else may. */
  private static <T> T insisting(Supplier<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (ServiceUnavailableException busy) {
        if (tries == 10) {
          throw busy;
        }
      }
    }
  }

  private interface ThreadWork {
    void run(int thread);
  }

  @Test
  void forcedNumbersHaveOneHolderAtAnyInstant() throws Exception {
    List<String> numbers = trunks.numbers(NUMBERS);
    List<String> connectors = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < TRUNKS / 2; i++) {
      connectors.add(trunks.connectorId("Connector " + i));
      groups.add(trunks.groupId("Group " + i));
    }
    assertEquals(List.of(), trunks.give(connectors.getFirst(), numbers, false));
    together(thread -> {
      Random random = new Random(thread);
      for (int i = 0; i < MOVES_A_THREAD; i++) {
        List<String> some = new ArrayList<>(numbers);
        Collections.shuffle(some, random);
        List<String> batch = some.subList(0, BATCH);
        int trunk = random.nextInt(TRUNKS / 2);
        boolean toGroup = random.nextBoolean();
        String name = "Connector " + thread + "." + i;
        insisting(() -> {
          trunks.renameConnector(connectors.get(trunk), name);
          return name;
        });
        assertEquals(
            List.of(),
            insisting(() ->
                toGroup
                    ? trunks.giveGroup(groups.get(trunk), batch, true)
                    : trunks.give(connectors.get(trunk), batch, true)));
      }
    });

    int moves = count("SELECT count(*)" + OF_TRUNKS);
    assertTrue(moves > NUMBERS + THREADS * MOVES_A_THREAD * BATCH / 2, "only " + moves);
    assertEquals(NUMBERS, count("SELECT count(*)" + OF_TRUNKS + "AND a.to_at IS NULL"));
    none(
        "overlap",
        OTHER
            + "AND b.assignment_id <> a.assignment_id"
            + " AND b.from_at < coalesce(a.to_at, b.from_at + 1)"
            + " AND a.from_at < coalesce(b.to_at, a.from_at + 1))");
    none("gap", "a.to_at IS NOT NULL AND NOT " + OTHER + "AND b.from_at = a.to_at)");
    none("twice", OTHER + "AND b.from_at = a.to_at AND b.holder_id = a.holder_id)");
    assertEquals(
        NUMBERS,
        count("SELECT count(*)" + OF_TRUNKS + "AND NOT " + OTHER + "AND b.to_at = a.from_at)"),
        "each number has one first entry");

    Set<String> holders = new HashSet<>(connectors);
    holders.addAll(groups);
    for (String number : numbers) {
      assertEquals(PhoneNumberStatus.ASSIGNED, trunks.number(number).status());
      List<PhoneNumberAssociation> held = requireNonNull(trunks.number(number).associations());
      assertEquals(1, held.size());
      assertTrue(holders.contains(held.getFirst().value()));
    }
  }

  @Test
  void deletedConnectorHasNoNumber() throws Exception {
    List<String> numbers = trunks.numbers(NUMBERS);
    AtomicInteger given = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger deleted = new AtomicInteger();
    for (int round = 0; round < 4; round++) {
      String connector = trunks.connectorId("Round " + round);
      // Otherwise the first call may delete it, and nothing is left to race for.
      trunks.give(connector, numbers, true);
      together(thread -> {
        for (int i = 0; i < 3; i++) {
          try {
            switch (thread % 4) {
              case 0 -> {
                trunks.deleteConnector(connector);
                deleted.incrementAndGet();
              }
              case 1 -> trunks.take(connector, numbers);
              default -> {
                trunks.give(connector, numbers.subList(thread, thread + 1), true);
                given.incrementAndGet();
              }
            }
          } catch (NotFoundException | ConflictException tooLateOrTooEarly) {
            refused.incrementAndGet();
          }
        }
      });
      assertEquals(0, heldByTheDeleted());
    }
    String came = given + " given, " + deleted + " deleted, " + refused + " refused";
    assertTrue(given.get() > 4 && deleted.get() > 0 && refused.get() > 4, came);
  }

  @Test
  void deletedConnectorIsNoItem() throws Exception {
    AtomicInteger deleted = new AtomicInteger();
    List<String> groups = List.of(trunks.groupId("A"), trunks.groupId("B"), trunks.groupId("C"));
    for (int round = 0; round < ITEM_ROUNDS; round++) {
      List<String> connectors =
          List.of(trunks.connectorId("1"), trunks.connectorId("2"), trunks.connectorId("3"));
      together(thread -> {
        Random random = new Random(thread);
        String group = groups.get(thread % 3);
        try {
          switch (thread % 4) {
            case 0 -> {
              trunks.deleteConnector(connectors.get(random.nextInt(3)));
              deleted.incrementAndGet();
            }
            case 1 -> trunks.updateGroup(group, "Group", List.of());
            default -> {
              List<String> some = new ArrayList<>(connectors);
              Collections.shuffle(some, random);
              trunks.updateGroup(
                  group, "Group", Trunks.items(some.subList(0, 2).toArray(String[]::new)));
            }
          }
        } catch (NotFoundException | ConflictException tooLateOrTooEarly) {
          assertFalse(String.valueOf(tooLateOrTooEarly.getMessage()).isEmpty());
        }
      });
      assertEquals(
          0,
          count(
              "SELECT count(*) FROM voice_connector_item i JOIN voice_connector c"
                  + " ON c.voice_connector_id = i.voice_connector_id"
                  + " WHERE c.deleted_at IS NOT NULL"));
      groups.forEach(group -> trunks.updateGroup(group, "Group", List.of()));
    }
    assertTrue(deleted.get() > 0, "some were deleted");
  }

  @Test
  void quotasHoldHoweverManyAskAtOnce() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    together(thread -> {
      try {
        trunks.connector("Connector " + thread);
      } catch (ResourceLimitExceededException usedUp) {
        refused.incrementAndGet();
      }
      try {
        trunks.group("Group " + thread);
      } catch (ResourceLimitExceededException usedUp) {
        refused.incrementAndGet();
      }
    });
    assertEquals(2 * (THREADS - QUOTA), refused.get());
    assertEquals(QUOTA, count("SELECT count(*) FROM voice_connector"));
    assertEquals(QUOTA, count("SELECT count(*) FROM voice_connector_group"));
  }

  private void none(String what, String condition) {
    assertEquals(0, count("SELECT count(*)" + OF_TRUNKS + "AND " + condition), what);
  }

  private int heldByTheDeleted() {
    return count(
        "SELECT count(*)"
            + OF_TRUNKS
            + "AND a.to_at IS NULL AND (EXISTS (SELECT 1 FROM voice_connector c"
            + " WHERE c.voice_connector_id = a.holder_id AND c.deleted_at IS NOT NULL)"
            + " OR EXISTS (SELECT 1 FROM holder h WHERE h.holder_id = a.holder_id"
            + " AND h.ended_at IS NOT NULL))");
  }
}

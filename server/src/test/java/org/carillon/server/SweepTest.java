package org.carillon.server;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.count;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.carillon.api.model.CallingNameStatus;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.platform.db.Engine;
import org.carillon.platform.jobs.Sweep;
import org.carillon.server.inventory.pool.NumberSearch;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each sweep run twice, crashed in the middle, and run by two at once: done exactly once. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SweepTest {

  private static final int MANY = 30;

  private final Engine engine;
  @TempDir private Path folder;
  private TestServer server;
  private Tenant acme;
  private List<String> numbers;

  SweepTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    server = new TestServer(engine, folder);
    acme = server.organization();
    numbers = IntStream.range(0, MANY).mapToObj("+12065551%03d"::formatted).toList();
    acme.order(numbers.toArray(String[]::new));
    server.pass(Duration.ofMillis(1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sweepsRunTwiceDoEverythingOnce() {
    live(sweep -> {
      sweep.run();
      sweep.run();
    });
  }

  @Test
  void sweepsOfTwoNodesDoEverythingOnce() {
    live(SweepTest::atOnce);
  }

  @Test
  void sweepThatDiesAfterTheSupplierSaidYesAsksAgainAndRecordsItOnce() {
    CrashingSupplier crashing = new CrashingSupplier(server.supplier());
    Features dying = server.beside(folder, crashing);
    job(dying, "fulfil-orders").run();
    everyNumber(PhoneNumberStatus.ACQUIRE_IN_PROGRESS);
    job("fulfil-orders").run();
    // The lease of the dead node still stands.
    everyNumber(PhoneNumberStatus.ACQUIRE_IN_PROGRESS);
    server.pass(Duration.ofMinutes(2));
    job("fulfil-orders").run();
    everyNumber(PhoneNumberStatus.UNASSIGNED);

    numbers.forEach(this::name);
    server.pass(Duration.ofMillis(1));
    job(dying, "publish-calling-names").run();
    server.pass(Duration.ofMinutes(2));
    job("publish-calling-names").run();
    assertEquals(
        CallingNameStatus.UPDATE_SUCCEEDED, acme.number(numbers.getFirst()).callingNameStatus());

    numbers.forEach(this::delete);
    server.pass(Duration.ofDays(8));
    job(dying, "release-numbers").run();
    server.pass(Duration.ofMinutes(2));
    job("release-numbers").run();
    assertEquals(
        Map.of("fulfil-orders", MANY, "publish-calling-names", MANY, "release-numbers", MANY),
        recorded());
  }

  private Sweep<?> job(String name) {
    return job(server.features(), name);
  }

  private static Sweep<?> job(Features features, String name) {
    return features.jobs().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void live(Consumer<Sweep<?>> run) {
    run.accept(job("fulfil-orders"));
    everyNumber(PhoneNumberStatus.UNASSIGNED);
    numbers.forEach(this::name);
    server.pass(Duration.ofMillis(1));
    run.accept(job("publish-calling-names"));
    numbers.forEach(this::delete);
    server.pass(Duration.ofDays(8));
    run.accept(job("release-numbers"));
    assertEquals(
        Map.of("fulfil-orders", MANY, "publish-calling-names", MANY, "release-numbers", MANY),
        recorded());
    // One ask for each wish: nobody asked behind a claim that stood.
    assertEquals(3 * MANY, server.supplier().asked().size());
  }

  private static void atOnce(Sweep<?> sweep) {
    CyclicBarrier barrier = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        results.add(
            threads.submit(() -> {
              barrier.await();
              sweep.run();
              return null;
            }));
      }
      for (Future<?> result : results) {
        result.get();
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void everyNumber(PhoneNumberStatus status) {
    numbers.forEach(number -> assertEquals(status, acme.status(number)));
  }

  private void name(String number) {
    acme.call(
        Operations.UPDATE_PHONE_NUMBER,
        UpdatePhoneNumberInput.builder().phoneNumberId(number).callingName("Acme").build());
  }

  private void delete(String number) {
    acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(number));
  }

  /** How often each sweep recorded an outcome. */
  private Map<String, Integer> recorded() {
    return server
        .database()
        .read(transaction ->
            transaction
                .sql()
                .select(AUDIT_ENTRY.OPERATION, count())
                .from(AUDIT_ENTRY)
                .where(
                    AUDIT_ENTRY.PRINCIPAL.eq(
                        DSL.concat(DSL.inline("system:"), AUDIT_ENTRY.OPERATION)))
                .groupBy(AUDIT_ENTRY.OPERATION)
                .fetchMap(row -> row.value1(), row -> row.value2()));
  }

  /** Says yes to the carrier's face, and then its node is gone before anything is recorded. */
  private record CrashingSupplier(NumberSupplier carrier) implements NumberSupplier {

    @Override
    public Page search(String organizationId, NumberSearch search) {
      return carrier.search(organizationId, search);
    }

    @Override
    public Map<String, List<PhoneNumberType>> offers(String organizationId) {
      return carrier.offers(organizationId);
    }

    @Override
    public Answer order(Request request) {
      carrier.order(request);
      throw new IllegalStateException("gone");
    }

    @Override
    public Answer release(Request request) {
      carrier.release(request);
      throw new IllegalStateException("gone");
    }

    @Override
    public Answer setCallingName(Request request, String callingName) {
      carrier.setCallingName(request, callingName);
      throw new IllegalStateException("gone");
    }
  }
}

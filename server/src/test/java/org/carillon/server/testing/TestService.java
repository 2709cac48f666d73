package org.carillon.server.testing;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreateUserInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.User;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestDatabases;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.identity.MasterKey;
import org.carillon.platform.identity.Organizations;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.operations.Limits;
import org.carillon.platform.operations.Operation;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.RequestOrigin;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Features;
import org.carillon.server.Platform;
import org.carillon.server.TestSupplier;
import org.carillon.server.calls.records.RecordScanLimit;
import org.carillon.server.inventory.numbers.CallingName;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.State;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.search.ScanLimit;
import org.carillon.server.trunks.connectors.SipDomain;
import org.jspecify.annotations.Nullable;

/**
 * Runs the operations of the features as the server does, on a database and a clock of the test.
 */
public final class TestService implements AutoCloseable {

  private static final RequestOrigin REQUEST = new RequestOrigin("0", "127.0.0.1");

  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
  private final Database database;
  private final Ids ids = new Ids(time::get);
  private final Platform platform;
  private final Features features;

  /**
   * The settings of a server.
   *
   * @param scanLimit bounds the numbers that a search of the inventory reads
   * @param recordScanLimit bounds the records that a page reads
   * @param sipDomain the domain of the host names of Voice Connectors
   */
  public record Settings(
      Limits limits, ScanLimit scanLimit, RecordScanLimit recordScanLimit, SipDomain sipDomain) {

    /** Those of a server whose operator set none. */
    public static final Settings INITIAL =
        new Settings(Limits.INITIAL, ScanLimit.USUAL, RecordScanLimit.USUAL, SipDomain.DEFAULT);

    /** Returns the same settings with other limits. */
    public Settings with(Limits other) {
      return new Settings(other, scanLimit, recordScanLimit, sipDomain);
    }

    /** Returns the same settings with another bound of searches. */
    public Settings with(ScanLimit other) {
      return new Settings(limits, other, recordScanLimit, sipDomain);
    }

    /** Returns the same settings with another bound of pages of records. */
    public Settings with(RecordScanLimit other) {
      return new Settings(limits, scanLimit, other, sipDomain);
    }

    /** Returns the same settings with another domain. */
    public Settings with(SipDomain other) {
      return new Settings(limits, scanLimit, recordScanLimit, other);
    }
  }

  /** The whole server on the folder's database of that engine. */
  public TestService(Engine engine, Path folder) {
    this(engine, folder, Settings.INITIAL);
  }

  /** The whole server on the folder's database of that engine, with those settings. */
  public TestService(Engine engine, Path folder, Settings settings) {
    database = TestDatabases.open(engine, folder, time::get);
    Vault vault = MasterKey.open(folder.resolve(MasterKey.FILE_NAME), database);
    platform =
        new Platform(
            database,
            ids,
            vault,
            new Pages(vault),
            settings.limits(),
            settings.scanLimit(),
            settings.recordScanLimit(),
            new SystemWork(database, ids));
    features =
        new Features(platform, new TestSupplier(), settings.sipDomain(), new SimpleMeterRegistry());
  }

  /** The services of the platform. */
  public Platform platform() {
    return platform;
  }

  /** The feature of that type, for tests of its own parts. */
  public <F extends Feature> F feature(Class<F> type) {
    return features.feature(type);
  }

  /** Numbers, for tests of their own parts. */
  public NumbersFeature numbers() {
    return feature(NumbersFeature.class);
  }

  /** The id of a new organization. */
  public String organization() {
    return new Organizations(database, ids).create("Bells Inc.").organizationId();
  }

  /** The instant that the service takes for now. */
  public Instant now() {
    return time.get();
  }

  /** Lets time go by. */
  public void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  /** Runs an operation as a principal that may do everything in that organization. */
  public <I, O> O run(String organization, OperationShape<I, O> shape, I input) {
    return features.runner().run(shape, () -> input, administrator(organization), REQUEST);
  }

  /** The id of a new account. */
  public String account(String organization) {
    return requireNonNull(
            run(organization, Operations.CREATE_ACCOUNT, new CreateAccountInput("Bells")).account())
        .accountId();
  }

  /** A new user with that address. */
  public User user(String organization, String account, String email) {
    return requireNonNull(
        run(
                organization,
                Operations.CREATE_USER,
                CreateUserInput.builder().accountId(account).email(email).build())
            .user());
  }

  /** Puts a US number into the inventory, Unassigned. */
  public void number(String organization, String e164, PhoneNumberProductType product) {
    database.write(transaction -> {
      OperationContext context = call(organization, "Import", transaction);
      numbers()
          .numbers()
          .add(
              context,
              List.of(
                  new PhoneNumber(
                      organization,
                      new NumberKey(ids.next()),
                      new E164(e164),
                      null,
                      product,
                      "US",
                      PhoneNumberType.LOCAL,
                      null,
                      new CallingName(null, new CallingName.Never()),
                      new State.Held(false),
                      context.now(),
                      context.now(),
                      context.now())));
      return null;
    });
  }

  /** Changes something as an operation would, for what no operation does yet. */
  public <T extends @Nullable Object> T write(
      String organization, Function<OperationContext, T> change) {
    return database.write(transaction -> change.apply(call(organization, "Test", transaction)));
  }

  /** Runs SQL beside the operations, for states that no operation leads to yet. */
  public void sql(String statement, Object... values) {
    database.write(transaction -> {
      if (database.engine() == Engine.POSTGRES) {
        // A hundred thousand rows may take longer than any statement of the server.
        transaction.sql().execute("set local statement_timeout = 0");
        if (statement.startsWith("insert")) {
          // It would verify foreign keys row by row, most of the time of many rows.
          transaction.sql().execute("set local session_replication_role = replica");
        }
      }
      return transaction.sql().execute(statement, values);
    });
  }

  /** The one number that a query answers. */
  public int count(String query) {
    return database.read(transaction ->
        requireNonNull(transaction.sql().resultQuery(query).fetchOne(0, Integer.class)));
  }

  /** Returns a context for reads in that organization, beside the operations. */
  public <T> T read(String organization, Function<OperationContext, T> work) {
    return database.read(transaction -> work.apply(call(organization, "Read", transaction)));
  }

  /** Every row of a table, as text. */
  public String text(String table) {
    return database.read(
        transaction -> transaction.sql().fetch("select * from " + table).formatCSV());
  }

  /** The only value of the only row that a query finds. */
  public byte[] bytes(String query, Object... values) {
    return database.read(transaction ->
        requireNonNull(transaction.sql().fetchSingle(query, values).get(0, byte[].class)));
  }

  /** The plans of the queries of a read operation. */
  public <I, O> QueryPlans plans(String organization, OperationShape<I, O> shape, I input) {
    return plans(organization, shape.name(), context -> operation(shape).run(input, context));
  }

  /** The plans of the queries that a part of an operation makes. */
  public QueryPlans plans(String organization, Consumer<OperationContext> part) {
    return plans(organization, "Test", part);
  }

  private QueryPlans plans(String organization, String operation, Consumer<OperationContext> part) {
    return QueryPlans.of(
        database, transaction -> part.accept(call(organization, operation, transaction)));
  }

  @SuppressWarnings("unchecked") // bound pairs a shape with an operation of the same types
  private <I, O> Operation<I, O> operation(OperationShape<I, O> shape) {
    Operation<?, ?> found =
        features.operations().stream()
            .filter(each -> each.shape().equals(shape))
            .map(OperationBinding::operation)
            .findFirst()
            .orElseThrow();
    return (Operation<I, O>) found;
  }

  private static OperationContext call(
      String organization, String operation, Transaction transaction) {
    return new OperationContext(administrator(organization), operation, 1, transaction);
  }

  private static Principal administrator(String organization) {
    return Principal.system(organization, "test");
  }

  @Override
  public void close() {
    features.runner().close();
    database.close();
  }
}

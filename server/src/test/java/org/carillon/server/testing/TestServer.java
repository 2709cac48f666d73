package org.carillon.server.testing;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.carillon.platform.identity.MasterKey;
import org.carillon.platform.identity.Organizations;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.jobs.Sweep;
import org.carillon.platform.operations.Limits;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Features;
import org.carillon.server.Platform;
import org.carillon.server.calls.records.RecordScanLimit;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.inventory.search.ScanLimit;
import org.carillon.server.trunks.connectors.SipDomain;
import org.jooq.Record;

/**
 * A whole server without a network, on a database of its own, with a clock and a carrier to steer.
 * A {@link Tenant} runs the operations of one organization on it.
 */
public final class TestServer implements AutoCloseable {

  private final TestClock clock = new TestClock();
  private final TestSupplier supplier = new TestSupplier();
  private final Ids ids = new Ids(clock);
  private final Database database;
  private final Settings settings;
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

  /** A server with the initial settings on the folder's database of that engine. */
  public TestServer(Engine engine, Path folder) {
    this(engine, folder, Settings.INITIAL);
  }

  /** A server on the folder's database of that engine, whose carrier is {@link #supplier}. */
  public TestServer(Engine engine, Path folder, Settings settings) {
    this.database = TestDatabases.open(engine, folder, clock);
    this.settings = settings;
    this.platform = platform(folder);
    this.features = features(platform, supplier);
  }

  private Platform platform(Path folder) {
    Vault vault = MasterKey.open(folder.resolve(MasterKey.FILE_NAME), database);
    return new Platform(
        database,
        ids,
        vault,
        new Pages(vault),
        settings.limits(),
        settings.scanLimit(),
        settings.recordScanLimit(),
        new SystemWork(database, ids));
  }

  private Features features(Platform on, NumberSupplier carrier) {
    return new Features(on, carrier, settings.sipDomain(), new SimpleMeterRegistry());
  }

  /** Another server on the same database, buying from another carrier. */
  public Features beside(Path folder, NumberSupplier carrier) {
    return features(platform(folder), carrier);
  }

  /** The carrier. */
  public TestSupplier supplier() {
    return supplier;
  }

  /** The database. */
  public Database database() {
    return database;
  }

  /** The services of the platform. */
  public Platform platform() {
    return platform;
  }

  /** All features, put together as in the server. */
  public Features features() {
    return features;
  }

  /** The feature of that type, for tests of its own parts. */
  public <F extends Feature> F feature(Class<F> type) {
    return features.feature(type);
  }

  /** A new organization, whose principal may do everything. */
  public Tenant organization() {
    return new Tenant(
        this,
        Principal.system(
            new Organizations(database, ids).create("Bells Inc.").organizationId(),
            "administrator"));
  }

  /** The instant that the server takes for now. */
  public Instant now() {
    return clock.instant();
  }

  /** Moves the clock on, or back. */
  public void pass(Duration duration) {
    clock.advance(duration);
  }

  /**
   * Does all background work that is due, a moment later: changes are that much ahead of a clock
   * that stands still.
   */
  public void sweep() {
    pass(Duration.ofMillis(1));
    features.jobs().forEach(Sweep::run);
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

  /** Every entry of every ledger with its number, by number in order of time. */
  public List<? extends Record> ledger() {
    return database.read(transaction ->
        transaction
            .sql()
            .select(ASSIGNMENT.fields())
            .select(PHONE_NUMBER.E164)
            .from(ASSIGNMENT)
            .join(PHONE_NUMBER)
            .on(PHONE_NUMBER.NUMBER_ID.eq(ASSIGNMENT.NUMBER_ID))
            .orderBy(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.FROM_AT)
            .fetch());
  }

  @Override
  public void close() {
    features.runner().close();
    database.close();
  }
}

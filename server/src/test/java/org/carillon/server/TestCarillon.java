package org.carillon.server;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreateDeviceInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.CreateUserInput;
import org.carillon.api.model.DeviceType;
import org.carillon.api.model.DisassociatePhoneNumberFromUserInput;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberOrder;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.shape.OperationShape;
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
import org.carillon.platform.operations.RequestOrigin;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.trunks.connectors.SipDomain;
import org.jooq.Record;

/**
 * A whole server without a network, on a database of its own, with a clock and a carrier to steer.
 */
public final class TestCarillon implements AutoCloseable {

  private final TestClock clock = new TestClock();
  private final TestSupplier supplier = new TestSupplier();
  private final Ids ids = new Ids(clock);
  private final Database database;
  private final Features features;

  /** A server whose carrier is {@link #supplier}. */
  public TestCarillon(Engine engine, Path folder) {
    this.database = TestDatabases.open(engine, folder, clock);
    this.features = assemble(folder, supplier);
  }

  private Features assemble(Path folder, NumberSupplier carrier) {
    Vault vault = MasterKey.open(folder.resolve(MasterKey.FILE_NAME), database);
    return new Features(
        new Platform(database, ids, vault, Limits.INITIAL),
        carrier,
        SipDomain.DEFAULT,
        new SimpleMeterRegistry());
  }

  /** Another server on the same database, buying from another carrier. */
  public Features beside(Path folder, NumberSupplier carrier) {
    return assemble(folder, carrier);
  }

  /** The clock that everything here reads. */
  public TestClock clock() {
    return clock;
  }

  /** The carrier. */
  public TestSupplier supplier() {
    return supplier;
  }

  /** The database. */
  public Database database() {
    return database;
  }

  /** All features, put together as in the server. */
  public Features features() {
    return features;
  }

  /**
   * Does all background work that is due, a moment later: changes are that much ahead of a clock
   * that stands still.
   */
  public void sweep() {
    clock.advance(Duration.ofMillis(1));
    features.jobs().forEach(Sweep::run);
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

  /** A new organization, whose principal may do everything. */
  public Tenant organization() {
    return new Tenant(
        Principal.system(
            new Organizations(database, ids).create("Test").organizationId(), "administrator"));
  }

  @Override
  public void close() {
    features.runner().close();
    database.close();
  }

  /** One organization's way to the server. */
  public final class Tenant {

    private final Principal principal;

    private Tenant(Principal principal) {
      this.principal = principal;
    }

    /** The 12-digit id. */
    public String id() {
      return principal.organizationId();
    }

    /** Runs any operation. */
    public <I, O> O call(OperationShape<I, O> operation, I input) {
      return features
          .runner()
          .run(
              operation,
              () -> input,
              principal,
              new RequestOrigin(UUID.randomUUID().toString(), "127.0.0.1"));
    }

    /** Orders numbers for users. */
    public PhoneNumberOrder order(String... numbers) {
      return call(
              Operations.CREATE_PHONE_NUMBER_ORDER,
              new CreatePhoneNumberOrderInput(
                  PhoneNumberProductType.BUSINESS_CALLING, List.of(numbers), "Front desk"))
          .phoneNumberOrder();
    }

    /** The number as the API shows it. */
    public PhoneNumber number(String e164) {
      return call(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(e164)).phoneNumber();
    }

    /** Its status. */
    public PhoneNumberStatus status(String e164) {
      return number(e164).status();
    }

    /** A new Team account. */
    public String account() {
      return call(Operations.CREATE_ACCOUNT, new CreateAccountInput("Account"))
          .account()
          .accountId();
    }

    /** A new user of that account. */
    public String user(String accountId, String email) {
      return call(
              Operations.CREATE_USER,
              CreateUserInput.builder().accountId(accountId).email(email).build())
          .user()
          .userId();
    }

    /** A new desk phone of that account. */
    public String device(String accountId, String macAddress) {
      return call(
              Operations.CREATE_DEVICE,
              CreateDeviceInput.builder()
                  .accountId(accountId)
                  .name("Desk")
                  .type(DeviceType.DESK_PHONE)
                  .macAddress(macAddress)
                  .build())
          .device()
          .deviceId();
    }

    /** A new line. */
    public String line(CreateLineInput input) {
      return call(Operations.CREATE_LINE, input).line().lineId();
    }

    /** Gives a number to a user. */
    public void assign(String accountId, String userId, String e164) {
      call(
          Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
          new AssociatePhoneNumberWithUserInput(accountId, userId, e164));
    }

    /** Takes the primary number from a user. */
    public void unassign(String accountId, String userId) {
      call(
          Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER,
          new DisassociatePhoneNumberFromUserInput(accountId, userId));
    }
  }
}

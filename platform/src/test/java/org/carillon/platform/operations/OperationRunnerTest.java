package org.carillon.platform.operations;

import static org.carillon.platform.db.schema.Tables.ACCOUNT;
import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.AccessDeniedException;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreateAccountOutput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.ForbiddenException;
import org.carillon.api.model.GetAccountInput;
import org.carillon.api.model.GetAccountOutput;
import org.carillon.api.model.ListSupportedPhoneNumberCountriesInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.ServiceFailureException;
import org.carillon.api.model.ServiceUnavailableException;
import org.carillon.api.model.UpdateAccountInput;
import org.carillon.api.model.UpdateAccountOutput;
import org.carillon.api.shape.ModelledException;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.carillon.platform.db.WritelessDatabase;
import org.carillon.platform.identity.Organizations;
import org.carillon.platform.identity.Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The authorization of operations, the roll-back of refused ones, and the audit log. */
@ParameterizedClass
@EnumSource(Engine.class)
final class OperationRunnerTest {

  private static final RequestOrigin REQUEST = new RequestOrigin("request-1", "192.0.2.7");

  private final Engine engine;
  private final TestClock clock = new TestClock();
  private final Ids ids = new Ids(clock);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @SuppressWarnings("NullAway.Init") // JUnit sets it before anything runs
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // start sets it
  private Database database;

  @SuppressWarnings("NullAway.Init") // start sets it
  private OperationRunner runner;

  @SuppressWarnings("NullAway.Init") // start sets it
  private Principal administrator;

  OperationRunnerTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    database = TestDatabases.open(engine, folder, clock);
    runner = runner(database);
    administrator =
        Principal.system(
            new Organizations(database, new Ids(clock)).create("Bells").organizationId(), "test");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private OperationRunner runner(Database on) {
    return new OperationRunner(
        on,
        ids,
        meters,
        List.of(
            new OperationBinding<>(Operations.CREATE_ACCOUNT, new AddAccount()),
            new OperationBinding<>(Operations.UPDATE_ACCOUNT, new AddAccountAndRefuse()),
            new OperationBinding<>(Operations.GET_ACCOUNT, new ReadNothing())));
  }

  /** Adds a row, and names it for the audit log. */
  private static final class AddAccount
      implements WriteOperation<CreateAccountInput, CreateAccountOutput> {

    @Override
    public CreateAccountOutput run(CreateAccountInput input, OperationContext context) {
      add(context, "added", input.name());
      context.auditSubject("added");
      return new CreateAccountOutput(null);
    }
  }

  /** Adds a row and thinks better of it. */
  private static final class AddAccountAndRefuse
      implements WriteOperation<UpdateAccountInput, UpdateAccountOutput> {

    @Override
    public UpdateAccountOutput run(UpdateAccountInput input, OperationContext context) {
      add(context, "refused", "Secret Name");
      context.auditSubject("refused");
      if ("Broken".equals(input.name())) {
        throw new IllegalStateException("a bug");
      }
      if ("Unlinked".equals(input.name())) {
        throw new LinkageError("a class is missing");
      }
      if ("Undeclared".equals(input.name())) {
        throw Refusal.conflict("UpdateAccount declares no conflict");
      }
      throw Refusal.badRequest("Secret Name is taken");
    }
  }

  /** Finds an account in every id. */
  private static final class ReadNothing
      implements ReadOperation<GetAccountInput, GetAccountOutput> {

    @Override
    public GetAccountOutput run(GetAccountInput input, OperationContext context) {
      if (input.accountId().equals("absent")) {
        throw Refusal.notFound("there is no account absent in this organization");
      }
      return new GetAccountOutput(null);
    }
  }

  private static void add(OperationContext context, String id, String name) {
    context
        .transaction()
        .sql()
        .insertInto(
            ACCOUNT,
            ACCOUNT.ORGANIZATION_ID,
            ACCOUNT.ACCOUNT_ID,
            ACCOUNT.NAME,
            ACCOUNT.TYPE,
            ACCOUNT.DEFAULT_LICENSE,
            ACCOUNT.CREATED_AT,
            ACCOUNT.CHANGED_AT)
        .values(context.organizationId(), id, name, "Team", "Pro", context.now(), Instant.EPOCH)
        .execute();
  }

  private CreateAccountOutput create() {
    return runner.run(
        Operations.CREATE_ACCOUNT,
        () -> new CreateAccountInput("Secret Name"),
        administrator,
        REQUEST);
  }

  private void update(String name) {
    runner.run(
        Operations.UPDATE_ACCOUNT,
        () -> UpdateAccountInput.builder().accountId("a-1").name(name).build(),
        administrator,
        REQUEST);
  }

  private void get(String accountId) {
    runner.run(
        Operations.GET_ACCOUNT, () -> new GetAccountInput(accountId), administrator, REQUEST);
  }

  /**
   * The audit log but for the making of the organization: principal, operation, target, outcome,
   * request, source and detail.
   */
  private List<String> log() {
    return database.read(transaction ->
        transaction
            .sql()
            .selectFrom(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.PRINCIPAL.ne("system:operator"))
            .orderBy(AUDIT_ENTRY.AUDIT_ID)
            .fetch(row ->
                String.join(
                    " ",
                    row.getPrincipal(),
                    row.getOperation(),
                    String.valueOf(row.getTarget()),
                    row.getOutcome(),
                    row.getRequestId(),
                    String.valueOf(row.getSource()),
                    String.valueOf(row.getDetail()))));
  }

  private int accounts() {
    return database.read(transaction -> transaction.sql().fetchCount(ACCOUNT));
  }

  private Principal powerless() {
    return new Principal(administrator.organizationId(), "p", "jane", List.of());
  }

  @Test
  void callerWithoutThePolicyIsDeniedBeforeTheInputIsRead() {
    ModelledException denied =
        assertThrows(
            AccessDeniedException.class,
            () ->
                runner.run(
                    Operations.LIST_SUPPORTED_PHONE_NUMBER_COUNTRIES,
                    () -> {
                      throw new AssertionError("read");
                    },
                    powerless(),
                    REQUEST));
    assertEquals(
        "arn:aws:iam::%s:user/jane is not authorized to perform"
                .formatted(administrator.organizationId())
            + " chime:ListSupportedPhoneNumberCountries on resource *",
        denied.getMessage());
    assertThrows(
        ForbiddenException.class,
        () ->
            runner.run(
                Operations.DELETE_PHONE_NUMBER,
                () -> new DeletePhoneNumberInput("+12065550100"),
                powerless(),
                REQUEST));
    assertEquals(
        List.of(
            "jane ListSupportedPhoneNumberCountries null AccessDeniedException request-1 192.0.2.7"
                + " null",
            "jane DeletePhoneNumber null ForbiddenException request-1 192.0.2.7 null"),
        log());
  }

  @Test
  void deniedReadIsAuditedWhicheverErrorTheModelDeclares() {
    assertThrows(
        ForbiddenException.class,
        () ->
            runner.run(
                Operations.GET_ACCOUNT, () -> new GetAccountInput("a-1"), powerless(), REQUEST));
    assertEquals(
        List.of("jane GetAccount null ForbiddenException request-1 192.0.2.7 null"), log());
  }

  @Test
  void operationThatNobodyDoesIsRefusedByName() {
    String message =
        assertThrows(
                BadRequestException.class,
                () ->
                    runner.run(
                        Operations.LIST_SUPPORTED_PHONE_NUMBER_COUNTRIES,
                        () ->
                            new ListSupportedPhoneNumberCountriesInput(
                                PhoneNumberProductType.BUSINESS_CALLING),
                        administrator,
                        REQUEST))
            .getMessage();
    assertTrue(String.valueOf(message).contains("ListSupportedPhoneNumberCountries"), message);
    assertFalse(runner.supports(Operations.LIST_SUPPORTED_PHONE_NUMBER_COUNTRIES));
  }

  @Test
  void writeLeavesOneRowWithIdsAndWithoutNames() {
    create();
    assertEquals(List.of("system:test CreateAccount null Done request-1 192.0.2.7 added"), log());
    assertEquals(1, accounts());
  }

  @Test
  void readLeavesNoRowWhetherItFindsOrNot() {
    get("a-1");
    assertThrows(ModelledException.class, () -> get("absent"));
    assertEquals(List.of(), log());
  }

  @Test
  void refusedWriteIsUndoneAndLeavesOneRowWithItsOutcome() {
    assertThrows(BadRequestException.class, () -> update("Taken"));
    assertEquals(0, accounts());
    assertEquals(
        List.of("system:test UpdateAccount a-1 BadRequestException request-1 192.0.2.7 null"),
        log());
  }

  @Test
  void errorThatTheModelDoesNotDeclareIsABug() {
    IllegalStateException bug =
        assertThrows(IllegalStateException.class, () -> update("Undeclared"));
    assertEquals("UpdateAccount does not declare ConflictException in the model", bug.getMessage());
    assertEquals(0, accounts());
  }

  @Test
  void writeThatBreaksIsUndoneAndLeavesOneRow() {
    assertThrows(IllegalStateException.class, () -> update("Broken"));
    assertEquals(0, accounts());
    assertEquals(
        List.of("system:test UpdateAccount a-1 Unexpected request-1 192.0.2.7 null"), log());
  }

  @Test
  void inputThatTheModelForbidsIsAuditedForAWriteOnly() {
    assertThrows(
        BadRequestException.class,
        () ->
            runner.run(
                Operations.CREATE_ACCOUNT,
                () -> {
                  throw Refusal.badRequest("Secret Name is too long");
                },
                administrator,
                REQUEST));
    assertThrows(
        BadRequestException.class,
        () ->
            runner.run(
                Operations.GET_ACCOUNT,
                () -> {
                  throw Refusal.badRequest("AccountId is too long");
                },
                administrator,
                REQUEST));
    assertEquals(
        List.of("system:test CreateAccount null BadRequestException request-1 192.0.2.7 null"),
        log());
  }

  @Test
  void busyOrLostDatabaseIsAnErrorOfTheModel() {
    runner = runner(WritelessDatabase.busy(database));
    assertThrows(ServiceUnavailableException.class, this::create);
    runner = runner(WritelessDatabase.away(database));
    assertThrows(ServiceUnavailableException.class, this::create);
    runner = runner(WritelessDatabase.lost(database));
    assertThrows(ServiceFailureException.class, this::create);
    assertEquals(0, accounts());
  }

  @Test
  void refusalStandsWhereItsRowCannotBeWritten() {
    Principal stranger = new Principal(administrator.organizationId(), "q", "joe", List.of());
    for (WritelessDatabase each :
        List.of(
            WritelessDatabase.busy(database),
            WritelessDatabase.away(database),
            WritelessDatabase.lost(database))) {
      runner = runner(each);
      assertThrows(
          ForbiddenException.class,
          () ->
              runner.run(
                  Operations.CREATE_ACCOUNT, () -> new CreateAccountInput("A"), stranger, REQUEST));
    }
  }

  @Test
  void everyRunIsMeasuredByOperationAndOutcome() {
    create();
    assertThrows(BadRequestException.class, () -> update("Taken"));
    assertThrows(IllegalStateException.class, () -> update("Broken"));
    assertThrows(LinkageError.class, () -> update("Unlinked"));
    assertEquals(1, runs("CreateAccount", "Done"));
    assertEquals(1, runs("UpdateAccount", "BadRequestException"));
    assertEquals(2, runs("UpdateAccount", "Unexpected"));
  }

  private long runs(String operation, String outcome) {
    return meters
        .get("carillon.operations")
        .tags("operation", operation, "outcome", outcome)
        .timer()
        .count();
  }
}

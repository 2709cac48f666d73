package org.carillon.server.testing;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Database.OWN_TURN;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.Operation;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.OutsideOperation;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.RequestOrigin;
import org.carillon.platform.operations.SnapshotOperation;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.CallingName;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.State;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** One organization on a {@link TestServer}: its operations, and short ways to its things. */
public final class Tenant {

  private final TestServer server;
  private final Principal principal;

  Tenant(TestServer server, Principal principal) {
    this.server = server;
    this.principal = principal;
  }

  /** The 12-digit id. */
  public String id() {
    return principal.organizationId();
  }

  /** Runs any operation, as a principal that may do everything. */
  public <I, O> O call(OperationShape<I, O> operation, I input) {
    return server
        .features()
        .runner()
        .run(
            operation,
            () -> input,
            principal,
            new RequestOrigin(UUID.randomUUID().toString(), "127.0.0.1"));
  }

  /** Changes something as an operation would, for what no operation does yet. */
  public <T extends @Nullable Object> T write(Function<OperationContext, T> change) {
    return server.database().write(transaction -> change.apply(context("Test", transaction)));
  }

  /** Reads something as an operation would, beside the operations. */
  public <T> T read(Function<OperationContext, T> work) {
    return server.database().read(transaction -> work.apply(context("Read", transaction)));
  }

  /** The plans of the queries of a read operation. */
  public <I, O> QueryPlans plans(OperationShape<I, O> shape, I input) {
    return plans(shape.name(), context -> operation(shape).run(input, context));
  }

  /** The plans of the queries that a part of an operation makes. */
  public QueryPlans plans(Consumer<OperationContext> part) {
    return plans("Test", part);
  }

  private QueryPlans plans(String operation, Consumer<OperationContext> part) {
    return QueryPlans.of(
        server.database(), transaction -> part.accept(context(operation, transaction)));
  }

  /** The statements that an operation sends; what it changes is undone. */
  public <I, O> List<String> statements(OperationShape<I, O> shape, I input) {
    List<String> heard = new ArrayList<>();
    Function<Transaction, @Nullable Void> work =
        transaction -> {
          QueryPlans.hear(transaction, heard::add);
          operation(shape).run(input, context(shape.name(), transaction));
          throw new Undone();
        };
    Database database = server.database();
    assertThrows(
        Undone.class,
        () -> {
          switch (operation(shape)) {
            case ReadOperation<I, O> _ -> database.read(work);
            case SnapshotOperation<I, O> _ -> database.snapshot(OWN_TURN, work);
            case OutsideOperation<I, O> _ -> database.outside(work);
            case WriteOperation<I, O> _ -> database.write(work);
          }
        });
    return heard;
  }

  /** Ends work whose changes are to be undone. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @SuppressWarnings("unchecked") // bound pairs a shape with an operation of the same types
  private <I, O> Operation<I, O> operation(OperationShape<I, O> shape) {
    Operation<?, ?> found =
        server.features().operations().stream()
            .filter(each -> each.shape().equals(shape))
            .map(OperationBinding::operation)
            .findFirst()
            .orElseThrow();
    return (Operation<I, O>) found;
  }

  private OperationContext context(String operation, Transaction transaction) {
    return new OperationContext(principal, operation, 1, transaction);
  }

  /** Puts a US number into the inventory, Unassigned. */
  public void stock(String e164, PhoneNumberProductType product) {
    server
        .database()
        .write(transaction -> {
          OperationContext context = context("Import", transaction);
          server
              .feature(NumbersFeature.class)
              .numbers()
              .add(
                  context,
                  List.of(
                      new org.carillon.server.inventory.numbers.PhoneNumber(
                          id(),
                          new NumberKey(server.platform().ids().next()),
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

  /** Orders numbers for users. */
  public PhoneNumberOrder order(String... numbers) {
    return requireNonNull(
        call(
                Operations.CREATE_PHONE_NUMBER_ORDER,
                new CreatePhoneNumberOrderInput(
                    PhoneNumberProductType.BUSINESS_CALLING, List.of(numbers), "Front desk"))
            .phoneNumberOrder());
  }

  /** The number as the API shows it. */
  public PhoneNumber number(String e164) {
    return requireNonNull(
        call(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(e164)).phoneNumber());
  }

  /** Its status. */
  public PhoneNumberStatus status(String e164) {
    return requireNonNull(number(e164).status());
  }

  /** The id of a new Team account. */
  public String account() {
    return requireNonNull(
            call(Operations.CREATE_ACCOUNT, new CreateAccountInput("Account")).account())
        .accountId();
  }

  /** The id of a new user of that account. */
  public String user(String accountId, String email) {
    CreateUserInput user = CreateUserInput.builder().accountId(accountId).email(email).build();
    return requireNonNull(call(Operations.CREATE_USER, user).user()).userId();
  }

  /** The id of a new desk phone of that account. */
  public String device(String accountId, String macAddress) {
    CreateDeviceInput device =
        CreateDeviceInput.builder()
            .accountId(accountId)
            .name("Desk")
            .type(DeviceType.DESK_PHONE)
            .macAddress(macAddress)
            .build();
    return requireNonNull(call(Operations.CREATE_DEVICE, device).device()).deviceId();
  }

  /** The id of a new line. */
  public String line(CreateLineInput input) {
    return requireNonNull(requireNonNull(call(Operations.CREATE_LINE, input).line()).lineId());
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

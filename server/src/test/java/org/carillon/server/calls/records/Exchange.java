package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.DisassociatePhoneNumberFromUserInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PutRecordInput;
import org.carillon.api.model.RecordReport;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.flows.AnsweredCall;
import org.carillon.server.inventory.numbers.Assignment;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.users.UsersFeature;
import org.carillon.server.testing.TestService;

/** An organization with an account, and what tests of records do with its lines and users. */
final class Exchange implements AutoCloseable, LineSettings, AnsweredCalls {

  final TestService service;
  final String organization;
  final String account;
  final Set<String> fromAssignmentOn = new HashSet<>();
  final Map<String, String> defaultInboxes = new HashMap<>();
  final List<String> answered = new ArrayList<>();
  private final List<NumbersFeature> numbers = new ArrayList<>();
  private final Map<String, Holder> holders = new HashMap<>();

  Exchange(Engine engine, Path folder) {
    this(engine, folder, RecordScanLimit.USUAL);
  }

  Exchange(Engine engine, Path folder, RecordScanLimit effort) {
    service =
        new TestService(
            engine,
            folder,
            on -> {
              numbers.add(on.numbers());
              UsersFeature users = new UsersFeature(on.platform(), on.accounts(), on.numbers());
              List<org.carillon.platform.operations.OperationBinding<?, ?>> operations =
                  new ArrayList<>(users.operations());
              RecordsFeature records = new RecordsFeature(on.platform(), users, effort);
              records.lines(this);
              records.onAnswered(this);
              operations.addAll(records.operations());
              return operations;
            });
    organization = service.organization();
    account = service.account(organization);
  }

  @Override
  public Set<String> fromAssignmentOn(OperationContext context, Collection<String> lineIds) {
    return lineIds.stream().filter(fromAssignmentOn::contains).collect(Collectors.toSet());
  }

  @Override
  public Optional<String> defaultInboxUser(OperationContext context, String lineId) {
    return Optional.ofNullable(defaultInboxes.get(lineId));
  }

  @Override
  public void answered(OperationContext context, List<AnsweredCall> calls) {
    calls.forEach(each ->
        answered.add(
            each.huntGroupId()
                + " "
                + each.userId()
                + " "
                + each.answeredAt()
                + " "
                + each.idleSince()));
  }

  /** The id of a new user, known by that name. */
  String user(String name) {
    String email = name + "@example.com";
    String id = service.user(organization, account, email).userId();
    holders.put(id, new Holder(id, Holder.Kind.USER, account, email));
    service.pass(Duration.ofSeconds(1));
    return id;
  }

  /** Puts a number for users into the inventory. */
  void number(String e164) {
    service.number(organization, e164, PhoneNumberProductType.BUSINESS_CALLING);
    service.pass(Duration.ofSeconds(1));
  }

  /** The id of a new line with that number of the inventory. */
  String line(String name, String e164) {
    String id = "line-" + name;
    Holder line = new Holder(id, Holder.Kind.LINE, null, name);
    holders.put(id, line);
    write(
        e164,
        (context, number) -> {
          numbers.getFirst().holders().add(context, line, context.now());
          numbers.getFirst().assignments().assign(context, number, line, Role.LINE);
        });
    return id;
  }

  /** Dissolves a line: its number returns, and all memberships end. */
  void dissolve(String lineId, String e164) {
    write(
        e164,
        (context, number) ->
            numbers.getFirst().assignments().unassign(context, number, holder(lineId)));
  }

  /** Gives a user a part in the line of a number. */
  void seat(String userId, String e164, Role role) {
    write(
        e164,
        (context, number) ->
            numbers.getFirst().assignments().addLineMember(context, number, holder(userId), role));
  }

  /** Ends the user's part in the line of a number. */
  void unseat(String userId, String e164) {
    write(
        e164,
        (context, number) -> {
          Assignment seat =
              numbers.getFirst().assignments().of(context, number).stream()
                  .filter(each -> each.holder().holderId().equals(userId))
                  .findFirst()
                  .orElseThrow();
          numbers.getFirst().assignments().removeLineMember(context, seat);
        });
  }

  /** Gives a number to a user as a number of the user's own. */
  void give(String userId, String e164) {
    service.run(
        organization,
        Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
        new AssociatePhoneNumberWithUserInput(account, userId, e164));
    service.pass(Duration.ofSeconds(1));
  }

  /** Takes the primary number from a user. */
  void take(String userId) {
    service.run(
        organization,
        Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER,
        new DisassociatePhoneNumberFromUserInput(account, userId));
    service.pass(Duration.ofSeconds(1));
  }

  /** Returns the holders of a number, in order of beginning. */
  List<AttributionStore.AssignmentInterval> ledger(String e164) {
    return service.write(
        organization,
        context -> {
          AttributionStore ledger = new AttributionStore();
          Map<NumberKey, Instant> tenures =
              ledger.lockTenuresShared(context, List.of(new E164(e164))).stream()
                  .collect(Collectors.toMap(AttributionStore.Tenure::numberId, _ -> Instant.EPOCH));
          return ledger.spans(context, tenures, List.of()).stream()
              .sorted(Comparator.comparing(AttributionStore.AssignmentInterval::from))
              .toList();
        });
  }

  private Holder holder(String id) {
    return requireNonNull(holders.get(id));
  }

  private interface Change {

    void to(OperationContext context, PhoneNumber number);
  }

  private void write(String e164, Change change) {
    service.write(
        organization,
        context -> {
          change.to(context, numbers.getFirst().numbers().lock(context, new E164(e164)));
          return null;
        });
    service.pass(Duration.ofSeconds(1));
  }

  /** Records a report of an engine; returns the record. */
  CommunicationRecord put(String id, RecordReport report) {
    return requireNonNull(
        service.run(organization, Operations.PUT_RECORD, new PutRecordInput(id, report)).record());
  }

  @Override
  public void close() {
    service.close();
  }
}

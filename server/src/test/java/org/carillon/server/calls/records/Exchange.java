package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.AssociateUserWithLineInput;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.model.DisassociatePhoneNumberFromUserInput;
import org.carillon.api.model.DisassociateUserFromLineInput;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Line;
import org.carillon.api.model.LineRecordVisibility;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PutRecordInput;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.UpdateLineInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;

/** An organization with an account, and what tests of records do with its lines and users. */
final class Exchange implements AutoCloseable {

  final TestServer server;
  final Tenant organization;
  final String account;
  private final Map<String, String> lines = new HashMap<>();
  private @Nullable String clerk;

  Exchange(Engine engine, Path folder) {
    this(engine, folder, RecordScanLimit.USUAL);
  }

  Exchange(Engine engine, Path folder, RecordScanLimit scanLimit) {
    server = new TestServer(engine, folder, TestServer.Settings.INITIAL.with(scanLimit));
    organization = server.organization();
    account = organization.account();
  }

  /** The id of a new user, known by that name. */
  String user(String name) {
    String id = organization.user(account, name + "@example.com");
    server.pass(Duration.ofSeconds(1));
    return id;
  }

  /** Puts a number for users into the inventory. */
  void number(String e164) {
    organization.stock(e164, PhoneNumberProductType.BUSINESS_CALLING);
    server.pass(Duration.ofSeconds(1));
  }

  /** Returns the id of a new line of a number, assigned to a clerk who takes part in nothing. */
  String line(String name, String e164) {
    if (clerk == null) {
      clerk = user("clerk");
    }
    CreateLineInput line =
        CreateLineInput.builder()
            .e164PhoneNumber(e164)
            .name(name)
            .assignedUserIds(List.of(clerk))
            .build();
    String id =
        requireNonNull(
            requireNonNull(organization.call(Operations.CREATE_LINE, line).line()).lineId());
    lines.put(e164, id);
    server.pass(Duration.ofSeconds(1));
    return id;
  }

  /** Deletes a line: its number returns, and all memberships end. */
  void dissolve(String lineId) {
    organization.call(Operations.DELETE_LINE, new DeleteLineInput(lineId, null));
    server.pass(Duration.ofSeconds(1));
  }

  /** Shows the line's assigned users no records from before their assignment. */
  void showFromAssignmentOn(String lineId) {
    update(lineId, line -> line.recordVisibility(LineRecordVisibility.FROM_ASSIGNMENT_ON));
  }

  /** Sends the line's voicemails to the inbox of an assigned user. */
  void defaultInbox(String lineId, String userId) {
    update(lineId, line -> line.defaultInboxUserId(userId));
  }

  private void update(String lineId, UnaryOperator<UpdateLineInput.Builder> change) {
    Line line =
        requireNonNull(organization.call(Operations.GET_LINE, new GetLineInput(lineId)).line());
    UpdateLineInput.Builder input =
        UpdateLineInput.builder()
            .lineId(lineId)
            .revision(requireNonNull(line.revision()))
            .name(requireNonNull(line.name()))
            .assignedUserIds(requireNonNull(line.assignedUserIds()))
            .outboundOnlyUserIds(line.outboundOnlyUserIds())
            .defaultInboxUserId(line.defaultInboxUserId())
            .recordVisibility(line.recordVisibility());
    organization.call(Operations.UPDATE_LINE, change.apply(input).build());
    server.pass(Duration.ofSeconds(1));
  }

  /** Gives a user a role in the line of a number. */
  void join(String userId, String e164, LineUserRole role) {
    organization.call(
        Operations.ASSOCIATE_USER_WITH_LINE,
        new AssociateUserWithLineInput(lineOf(e164), userId, role));
    server.pass(Duration.ofSeconds(1));
  }

  /** Ends the user's membership of the line of a number. */
  void leave(String userId, String e164) {
    organization.call(
        Operations.DISASSOCIATE_USER_FROM_LINE,
        new DisassociateUserFromLineInput(lineOf(e164), userId));
    server.pass(Duration.ofSeconds(1));
  }

  private String lineOf(String e164) {
    return requireNonNull(lines.get(e164));
  }

  /** Returns the id of a new hunt group with one member. */
  String huntGroup(String userId) {
    CreateHuntGroupInput group =
        new CreateHuntGroupInput(
            "Sales", HuntGroupStrategy.ROUND_ROBIN, List.of(userId), null, null);
    return requireNonNull(
        requireNonNull(organization.call(Operations.CREATE_HUNT_GROUP, group).huntGroup())
            .huntGroupId());
  }

  /** Gives a number to a user as a number of the user's own. */
  void give(String userId, String e164) {
    organization.call(
        Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
        new AssociatePhoneNumberWithUserInput(account, userId, e164));
    server.pass(Duration.ofSeconds(1));
  }

  /** Takes the primary number from a user. */
  void take(String userId) {
    organization.call(
        Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER,
        new DisassociatePhoneNumberFromUserInput(account, userId));
    server.pass(Duration.ofSeconds(1));
  }

  /** Returns the holders of a number, in order of beginning. */
  List<AttributionStore.AssignmentInterval> ledger(String e164) {
    return organization.write(context -> {
      AttributionStore ledger = new AttributionStore();
      Map<NumberKey, Instant> tenures =
          ledger.lockTenuresShared(context, List.of(new E164(e164))).stream()
              .collect(Collectors.toMap(AttributionStore.Tenure::numberId, _ -> Instant.EPOCH));
      return ledger.spans(context, tenures, List.of()).stream()
          .sorted(Comparator.comparing(AttributionStore.AssignmentInterval::from))
          .toList();
    });
  }

  /** Records a report of an engine; returns the record. */
  CommunicationRecord put(String id, RecordReport report) {
    return requireNonNull(
        organization.call(Operations.PUT_RECORD, new PutRecordInput(id, report)).record());
  }

  @Override
  public void close() {
    server.close();
  }
}

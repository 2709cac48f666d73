package org.carillon.server.inventory.numbers;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.CallingNameStatus;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberCapabilities;
import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/** Shows a number as the API does. */
final class PhoneNumberView {

  private PhoneNumberView() {}

  /** Returns the number with its associations at that instant. */
  static org.carillon.api.model.PhoneNumber of(
      PhoneNumber number, List<Assignment> assignments, Instant now) {
    return org.carillon.api.model.PhoneNumber.builder()
        .phoneNumberId(number.e164().id())
        .e164PhoneNumber(number.e164().text())
        .name(number.name())
        .orderId(number.orderId())
        .country(number.country())
        .type(number.type())
        .productType(number.productType())
        .status(number.status(now).orElse(null))
        .capabilities(capabilities(number))
        .associations(assignments.stream().flatMap(PhoneNumberView::associations).toList())
        .callingName(number.callingName().shown())
        .callingNameStatus(
            switch (number.callingName().update()) {
              case CallingName.Never() -> CallingNameStatus.UNASSIGNED;
              case CallingName.Pending _ -> CallingNameStatus.UPDATE_IN_PROGRESS;
              case CallingName.Succeeded() -> CallingNameStatus.UPDATE_SUCCEEDED;
              case CallingName.Failed() -> CallingNameStatus.UPDATE_FAILED;
            })
        .createdTimestamp(number.createdAt())
        .updatedTimestamp(number.changedAt())
        .deletionTimestamp(leavesAt(number))
        .build();
  }

  private static @Nullable Instant leavesAt(PhoneNumber number) {
    return switch (number.state()) {
      case State.Deleted deleted -> deleted.leavesAt();
      case State.Released released -> released.leavesAt();
      case State.Acquiring(), State.AcquireFailed(), State.Held _ -> null;
    };
  }

  private static Stream<PhoneNumberAssociation> associations(Assignment assignment) {
    if (assignment.role() == Role.OUTBOUND) {
      // Who may only show the number does not have it.
      return Stream.empty();
    }
    Holder holder = assignment.holder();
    Instant since = assignment.heldSince();
    return switch (holder.kind()) {
      case USER ->
          Stream.of(
              association(PhoneNumberAssociationName.ACCOUNT_ID, holder.accountId(), since),
              association(PhoneNumberAssociationName.USER_ID, holder.holderId(), since));
      case CONNECTOR ->
          Stream.of(
              association(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, holder.holderId(), since));
      case GROUP ->
          Stream.of(
              association(
                  PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID, holder.holderId(), since));
      case SIP_RULE ->
          Stream.of(association(PhoneNumberAssociationName.SIP_RULE_ID, holder.holderId(), since));
      // The wire has no name for a line; its people are shown instead, each as a user.
      case LINE -> Stream.empty();
    };
  }

  private static PhoneNumberAssociation association(
      PhoneNumberAssociationName name, @Nullable String value, Instant since) {
    return PhoneNumberAssociation.builder()
        .name(name)
        .value(value)
        .associatedTimestamp(since)
        .build();
  }

  /** Calls always; messages only where carriers offer them: local numbers of North America. */
  private static PhoneNumberCapabilities capabilities(PhoneNumber number) {
    boolean messages =
        number.type() == PhoneNumberType.LOCAL
            && ("US".equals(number.country()) || "CA".equals(number.country()));
    return PhoneNumberCapabilities.builder()
        .inboundCall(true)
        .outboundCall(true)
        .inboundSMS(messages)
        .outboundSMS(messages)
        .inboundMMS(messages)
        .outboundMMS(messages)
        .build();
  }
}

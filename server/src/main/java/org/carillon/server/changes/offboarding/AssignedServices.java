package org.carillon.server.changes.offboarding;

import java.util.List;
import java.util.Map;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.LeftLine;
import org.carillon.api.model.OutboundOnlyLine;
import org.carillon.api.model.RemovedCallFlowEntry;
import org.carillon.api.model.RemovedDevice;
import org.carillon.api.model.RemovedPhoneNumber;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.VoiceServicesRemoval;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.flows.UserRemoval;
import org.carillon.server.calls.lines.UserLines;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.UserHolding;
import org.carillon.server.people.devices.Device;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a user has for telephony.
 *
 * @param numbers of the user's own
 * @param memberships in lines
 * @param decisions what becomes of lines, by their ids; null when nothing happens yet
 * @param entriesOfLines what would be taken away too, if lines were dissolved
 */
record AssignedServices(
    Holder user,
    List<UserHolding> numbers,
    List<Device> devices,
    List<UserRemoval.RemovedEntry> entries,
    List<UserLines.LineMembership> memberships,
    @Nullable Map<String, UserLines.Decision> decisions,
    List<UserRemoval.RemovedEntry> entriesOfLines) {

  /**
   * Returns the view for clients, still without flows and lines.
   *
   * @param permitted what the user may do with a phone number until then
   */
  VoiceServicesRemoval.Builder view(TelephonySettings permitted) {
    return VoiceServicesRemoval.builder()
        .userId(user.holderId())
        .accountId(user.accountId())
        .phoneNumbers(
            numbers.stream()
                .map(each -> new RemovedPhoneNumber(each.e164().text(), each.view(false).role()))
                .toList())
        .devices(
            devices.stream().map(each -> new RemovedDevice(each.deviceId(), each.name())).toList())
        .callFlowEntries(entries.stream().map(AssignedServices::entry).toList())
        .lines(
            memberships.stream()
                .filter(UserLines.LineMembership::assigned)
                .map(this::line)
                .toList())
        .outboundOnlyLines(
            memberships.stream()
                .filter(each -> !each.assigned())
                .map(each -> new OutboundOnlyLine(each.lineId(), each.e164().text(), each.name()))
                .toList())
        .telephony(permitted);
  }

  private static RemovedCallFlowEntry entry(UserRemoval.RemovedEntry removed) {
    FlowEntry entry = removed.entry();
    return RemovedCallFlowEntry.builder()
        .flowType(
            switch (entry.from().kind()) {
              case HUNT_GROUP -> CallTargetType.HUNT_GROUP;
              case AUTO_ATTENDANT -> CallTargetType.AUTO_ATTENDANT;
              case LINE -> throw new IllegalStateException("lines lead to flows only");
            })
        .flowId(entry.from().id())
        .ledTo(entry.to())
        .flowName(removed.flow())
        .entry(entry.slot().describe(entry.position()))
        .instead(removed.instead())
        .outcome(removed.explanation())
        .build();
  }

  private LeftLine line(UserLines.LineMembership membership) {
    UserLines.Decision decision = decisions == null ? null : decisions.get(membership.lineId());
    return LeftLine.builder()
        .lineId(membership.lineId())
        .e164PhoneNumber(membership.e164().text())
        .name(membership.name())
        .lastAssigned(membership.last())
        .defaultInbox(membership.inbox())
        .successorUserId(decision == null ? null : decision.successorUserId())
        .callFlowEntries(
            decisions == null && membership.last()
                ? entriesOfLines.stream()
                    .filter(each -> each.entry().to().value().equals(membership.e164().text()))
                    .map(AssignedServices::entry)
                    .toList()
                : null)
        .dissolved(
            decisions == null ? null : decision != null && decision.successorUserId() == null)
        .build();
  }
}

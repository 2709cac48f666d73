package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.LineConfiguration;
import org.carillon.api.model.LineRecordVisibility;
import org.carillon.api.model.LineUser;
import org.carillon.platform.changes.Differences;
import org.carillon.platform.changes.EntityRevision;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowId;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;

/**
 * A number that several users share, with every transition it can make.
 *
 * @param numberId the key of the number's tenure, for as long as the line lives
 * @param configuration complete, with its users longest assigned first
 * @param revision 1 for a new one; one more with each change
 */
record Line(
    String lineId,
    NumberKey numberId,
    E164 e164,
    LineConfiguration configuration,
    int revision,
    Instant createdAt,
    Instant changedAt) {

  static final int RING_SECONDS = 20;

  /**
   * A new line of that number.
   *
   * @throws org.carillon.api.model.BadRequestException when the configuration contradicts itself
   */
  static Line created(String lineId, PhoneNumber number, LineConfiguration given, Instant now) {
    return new Line(lineId, number.numberId(), number.e164(), withDefaults(given), 1, now, now);
  }

  /**
   * The same one with everything replaced but the number.
   *
   * @throws org.carillon.api.model.BadRequestException when the configuration contradicts itself
   */
  Line replaced(LineConfiguration given, Instant now) {
    return new Line(lineId, numberId, e164, withDefaults(given), revision + 1, createdAt, now);
  }

  /** Returns the stored configuration, with defaults for absent members. */
  static LineConfiguration withDefaults(LineConfiguration given) {
    List<String> callerIds = requireNonNullElse(given.outboundOnlyUserIds(), List.of());
    refuseDuplicates("AssignedUserIds", given.assignedUserIds());
    refuseDuplicates("OutboundOnlyUserIds", callerIds);
    Set<String> assigned = Set.copyOf(given.assignedUserIds());
    for (String user : callerIds) {
      if (assigned.contains(user)) {
        throw Refusal.badRequest(
            "AssignedUserIds and OutboundOnlyUserIds both list user "
                + user
                + "; leave the user out of OutboundOnlyUserIds, since an assigned user may show the"
                + " number");
      }
    }
    String inbox = given.defaultInboxUserId();
    if (inbox != null && !assigned.contains(inbox)) {
      throw Refusal.badRequest(
          "DefaultInboxUserId "
              + inbox
              + " is not assigned to the line; add the user to AssignedUserIds, or leave"
              + " DefaultInboxUserId out");
    }
    CallTarget flow = given.callFlow();
    if (flow != null
        && flow.type() != CallTargetType.HUNT_GROUP
        && flow.type() != CallTargetType.AUTO_ATTENDANT) {
      throw Refusal.badRequest(
          "CallFlow has the Type "
              + flow.type().value()
              + "; give a HuntGroup or an AutoAttendant, or leave CallFlow out to ring the assigned"
              + " users");
    }
    return new LineConfiguration(
        given.name(),
        given.assignedUserIds(),
        callerIds,
        inbox,
        flow,
        requireNonNullElse(given.ringSeconds(), RING_SECONDS),
        requireNonNullElse(given.recordVisibility(), LineRecordVisibility.ALL));
  }

  private static void refuseDuplicates(String member, List<String> userIds) {
    Set<String> seen = new HashSet<>();
    for (String user : userIds) {
      if (!seen.add(user)) {
        throw Refusal.badRequest(member + " lists user " + user + " twice; list each user once");
      }
    }
  }

  /** Returns the role of each user of a configuration. */
  static Map<String, Role> roles(LineConfiguration configuration) {
    Map<String, Role> roles = new LinkedHashMap<>();
    configuration.assignedUserIds().forEach(user -> roles.put(user, Role.ASSIGNEE));
    requireNonNullElse(configuration.outboundOnlyUserIds(), List.<String>of())
        .forEach(user -> roles.put(user, Role.OUTBOUND));
    return roles;
  }

  /** The line as the ledger knows it. */
  Holder holder() {
    return new Holder(lineId, Holder.Kind.LINE, null, configuration.name());
  }

  /** The line as call flows know it. */
  FlowId flowId() {
    return new FlowId(FlowId.Kind.LINE, lineId);
  }

  /** Returns the entries that lead its calls to flows; its own users are not entries. */
  List<FlowEntry> entries() {
    CallTarget flow = configuration.callFlow();
    return flow == null ? List.of() : List.of(new FlowEntry(flowId(), EntrySlot.FLOW, 0, flow));
  }

  /** Returns its name in messages. */
  String describe() {
    return "line " + configuration.name() + " (" + e164 + ")";
  }

  /**
   * Returns the line as clients see it.
   *
   * @param members in the order in which they were given
   */
  org.carillon.api.model.Line view(List<LineMember> members) {
    return org.carillon.api.model.Line.builder()
        .lineId(lineId)
        .e164PhoneNumber(e164.text())
        .name(configuration.name())
        .assignedUserIds(userIds(members, Role.ASSIGNEE))
        .outboundOnlyUserIds(userIds(members, Role.OUTBOUND))
        .assignedUsers(users(members, Role.ASSIGNEE))
        .outboundOnlyUsers(users(members, Role.OUTBOUND))
        .defaultInboxUserId(configuration.defaultInboxUserId())
        .callFlow(configuration.callFlow())
        .ringSeconds(configuration.ringSeconds())
        .recordVisibility(configuration.recordVisibility())
        .revision(revision)
        .createdTimestamp(createdAt)
        .updatedTimestamp(changedAt)
        .build();
  }

  private static List<LineUser> users(List<LineMember> members, Role role) {
    return members.stream()
        .filter(member -> member.role() == role)
        .map(member -> new LineUser(member.userId(), member.accountId(), member.since()))
        .toList();
  }

  private static List<String> userIds(List<LineMember> members, Role role) {
    return members.stream().filter(each -> each.role() == role).map(LineMember::userId).toList();
  }

  /** The members in which another configuration differs from this line's. */
  String differences(LineConfiguration after) {
    LineConfiguration before = configuration;
    return new Differences()
        .in("Name", before.name(), after.name())
        .inUsers("AssignedUserIds", before.assignedUserIds(), after.assignedUserIds())
        .inUsers("OutboundOnlyUserIds", before.outboundOnlyUserIds(), after.outboundOnlyUserIds())
        .in("DefaultInboxUserId", before.defaultInboxUserId(), after.defaultInboxUserId())
        .in("CallFlow", before.callFlow(), after.callFlow())
        .in("RingSeconds", before.ringSeconds(), after.ringSeconds())
        .in("RecordVisibility", before.recordVisibility(), after.recordVisibility())
        .describe();
  }

  /** The line and its revision, for the log of changes. */
  EntityRevision entity() {
    return new EntityRevision("LINE", lineId, revision, changedAt, describe());
  }
}

package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.HuntGroupSettings;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.HuntGroupSummary;
import org.carillon.platform.changes.Differences;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowId;

/**
 * Users who are rung for one call, with every transition that there is.
 *
 * @param settings with ring seconds, and targets as they are stored
 */
record HuntGroup(Flow flow, HuntGroupSettings settings) {

  static final int RING_SECONDS = 20;

  /** Returns the id of a hunt group among all flows. */
  static FlowId flowId(String id) {
    return new FlowId(FlowId.Kind.HUNT_GROUP, id);
  }

  /**
   * Returns a new hunt group.
   *
   * @throws org.carillon.api.model.BadRequestException when a user is a member twice
   */
  static HuntGroup created(String id, HuntGroupSettings given, Instant now) {
    return new HuntGroup(Flow.created(flowId(id), given.name(), now), withDefaults(given));
  }

  /**
   * Returns the hunt group with all settings replaced.
   *
   * @throws org.carillon.api.model.BadRequestException when a user is a member twice
   */
  HuntGroup replaced(HuntGroupSettings given, Instant now) {
    return new HuntGroup(flow.changed(given.name(), now), withDefaults(given));
  }

  private static HuntGroupSettings withDefaults(HuntGroupSettings given) {
    Set<String> seen = new HashSet<>();
    for (String member : given.memberUserIds()) {
      if (!seen.add(member)) {
        throw Refusal.badRequest(
            "MemberUserIds lists user " + member + " twice; list each user once");
      }
    }
    CallTarget noAnswer = given.noAnswer();
    return new HuntGroupSettings(
        given.name(),
        given.strategy(),
        given.memberUserIds(),
        requireNonNullElse(given.ringSeconds(), RING_SECONDS),
        noAnswer == null ? null : FlowEntries.target("NoAnswer", noAnswer));
  }

  /** All that it leads to. */
  List<FlowEntry> entries() {
    List<FlowEntry> entries = new ArrayList<>(settings.memberUserIds().size() + 1);
    for (String member : settings.memberUserIds()) {
      entries.add(
          new FlowEntry(
              flow.flowId(),
              EntrySlot.MEMBER,
              entries.size(),
              new CallTarget(CallTargetType.USER, member)));
    }
    CallTarget noAnswer = settings.noAnswer();
    if (noAnswer != null) {
      entries.add(new FlowEntry(flow.flowId(), EntrySlot.NO_ANSWER, 0, noAnswer));
    }
    return entries;
  }

  /** Returns in words what differs there. */
  String differences(HuntGroup later) {
    HuntGroupSettings after = later.settings;
    return new Differences()
        .in("Name", settings.name(), after.name())
        .in("Strategy", settings.strategy(), after.strategy())
        .in("MemberUserIds", settings.memberUserIds(), after.memberUserIds())
        .in("RingSeconds", settings.ringSeconds(), after.ringSeconds())
        .in("NoAnswer", settings.noAnswer(), after.noAnswer())
        .describe();
  }

  /** Returns the hunt group as clients see it. */
  org.carillon.api.model.HuntGroup view() {
    return org.carillon.api.model.HuntGroup.builder()
        .huntGroupId(flow.id())
        .name(flow.name())
        .strategy(settings.strategy())
        .memberUserIds(settings.memberUserIds())
        .ringSeconds(settings.ringSeconds())
        .noAnswer(settings.noAnswer())
        .revision(flow.revision())
        .createdTimestamp(flow.createdAt())
        .updatedTimestamp(flow.changedAt())
        .build();
  }

  /** A hunt group without its members. */
  record Summary(Flow flow, HuntGroupStrategy strategy, int members) {

    HuntGroupSummary view() {
      return HuntGroupSummary.builder()
          .huntGroupId(flow.id())
          .name(flow.name())
          .strategy(strategy)
          .memberCount(members)
          .revision(flow.revision())
          .createdTimestamp(flow.createdAt())
          .updatedTimestamp(flow.changedAt())
          .build();
    }
  }
}

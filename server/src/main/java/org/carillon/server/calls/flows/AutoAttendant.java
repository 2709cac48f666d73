package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.AutoAttendantSummary;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.ClosedBehavior;
import org.carillon.api.model.InvalidInputBehavior;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.TimeoutBehavior;
import org.carillon.platform.changes.Differences;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowId;
import org.jspecify.annotations.Nullable;

/**
 * A greeting and a menu with a schedule, with every transition that there is.
 *
 * @param settings complete: with seconds, retries and targets as they are stored
 */
public record AutoAttendant(Flow flow, AutoAttendantSettings settings) {

  /** Returns the id of an auto attendant among all flows. */
  static FlowId flowId(String id) {
    return new FlowId(FlowId.Kind.AUTO_ATTENDANT, id);
  }

  /**
   * A new one.
   *
   * @throws org.carillon.api.model.BadRequestException when the settings contradict themselves
   */
  static AutoAttendant created(String id, AutoAttendantSettings given, Instant now) {
    return new AutoAttendant(
        Flow.created(flowId(id), given.name(), now), AttendantRules.withDefaults(given));
  }

  /**
   * The same one with everything replaced.
   *
   * @throws org.carillon.api.model.BadRequestException when the settings contradict themselves
   */
  AutoAttendant replaced(AutoAttendantSettings given, Instant now) {
    return new AutoAttendant(flow.changed(given.name(), now), AttendantRules.withDefaults(given));
  }

  /** All that it leads to. */
  List<FlowEntry> entries() {
    List<FlowEntry> entries = new ArrayList<>();
    for (MenuEntry entry : settings.menu()) {
      int position = EntrySlot.KEYS.indexOf(entry.key().value());
      entries.add(new FlowEntry(flow.flowId(), EntrySlot.KEY, position, entry.target()));
    }
    TimeoutBehavior timeout = settings.timeout();
    add(entries, EntrySlot.TIMEOUT, timeout == null ? null : timeout.target());
    InvalidInputBehavior invalid = settings.invalidInput();
    add(entries, EntrySlot.INVALID, invalid == null ? null : invalid.target());
    ClosedBehavior closed = settings.closed();
    add(entries, EntrySlot.CLOSED, closed == null ? null : closed.target());
    ClosedBehavior holiday = settings.holiday();
    add(entries, EntrySlot.HOLIDAY, holiday == null ? null : holiday.target());
    return entries;
  }

  private void add(List<FlowEntry> entries, EntrySlot slot, @Nullable CallTarget target) {
    if (target != null) {
      entries.add(new FlowEntry(flow.flowId(), slot, 0, target));
    }
  }

  /** Returns in words what differs there. */
  String differences(AutoAttendant later) {
    AutoAttendantSettings after = later.settings;
    return new Differences()
        .in("Name", settings.name(), after.name())
        .in("Greeting", settings.greeting(), after.greeting())
        .in("Menu", settings.menu(), after.menu())
        .in("Schedule", settings.schedule(), after.schedule())
        .in("Closed", settings.closed(), after.closed())
        .in("Holiday", settings.holiday(), after.holiday())
        .in("Timeout", settings.timeout(), after.timeout())
        .in("InvalidInput", settings.invalidInput(), after.invalidInput())
        .describe();
  }

  /** For how many seconds the menu waits. */
  public static int seconds(AutoAttendantSettings settings) {
    TimeoutBehavior timeout = settings.timeout();
    return timeout == null
        ? AttendantRules.SECONDS
        : requireNonNullElse(timeout.seconds(), AttendantRules.SECONDS);
  }

  /** Returns the number of further tries of the caller. */
  public static int retries(AutoAttendantSettings settings) {
    InvalidInputBehavior invalid = settings.invalidInput();
    return invalid == null
        ? AttendantRules.RETRIES
        : requireNonNullElse(invalid.retries(), AttendantRules.RETRIES);
  }

  /** Returns the auto attendant as clients see it. */
  org.carillon.api.model.AutoAttendant view() {
    return org.carillon.api.model.AutoAttendant.builder()
        .autoAttendantId(flow.id())
        .name(flow.name())
        .greeting(settings.greeting())
        .menu(settings.menu())
        .schedule(settings.schedule())
        .closed(settings.closed())
        .holiday(settings.holiday())
        .timeout(settings.timeout())
        .invalidInput(settings.invalidInput())
        .revision(flow.revision())
        .createdTimestamp(flow.createdAt())
        .updatedTimestamp(flow.changedAt())
        .build();
  }

  /** Returns the summary that a list shows. */
  static AutoAttendantSummary summary(Flow flow) {
    return AutoAttendantSummary.builder()
        .autoAttendantId(flow.id())
        .name(flow.name())
        .revision(flow.revision())
        .createdTimestamp(flow.createdAt())
        .updatedTimestamp(flow.changedAt())
        .build();
  }
}

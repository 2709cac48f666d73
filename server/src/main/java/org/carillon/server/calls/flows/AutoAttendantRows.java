package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.ClosedBehavior;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.InvalidInputBehavior;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.TimeoutBehavior;
import org.carillon.platform.db.schema.tables.records.AutoAttendantRecord;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntry;
import org.jspecify.annotations.Nullable;

/** Converts the row and the entries of an auto attendant into its settings and back. */
final class AutoAttendantRows {

  private AutoAttendantRows() {}

  static AutoAttendant read(
      Flow flow,
      AutoAttendantRecord row,
      @Nullable FlowSchedule schedule,
      List<FlowEntry> entries) {
    Greeting closed = greeting(row.getClosedText(), row.getClosedAudio());
    CallTarget whileClosed = to(entries, EntrySlot.CLOSED);
    return new AutoAttendant(
        flow,
        new AutoAttendantSettings(
            flow.name(),
            requireNonNull(greeting(row.getGreetingText(), row.getGreetingAudio())),
            menu(entries),
            schedule,
            closed == null && whileClosed == null ? null : new ClosedBehavior(closed, whileClosed),
            row.getHasHoliday()
                ? new ClosedBehavior(
                    greeting(row.getHolidayText(), row.getHolidayAudio()),
                    to(entries, EntrySlot.HOLIDAY))
                : null,
            new TimeoutBehavior(row.getTimeoutSeconds(), to(entries, EntrySlot.TIMEOUT)),
            new InvalidInputBehavior(row.getRetries(), to(entries, EntrySlot.INVALID))));
  }

  private static List<MenuEntry> menu(List<FlowEntry> entries) {
    return entries.stream()
        .filter(each -> each.slot() == EntrySlot.KEY)
        .map(each -> new MenuEntry(key(each.position()), each.to()))
        .toList();
  }

  private static MenuKey key(int position) {
    return requireNonNull(MenuKey.fromValue(EntrySlot.KEYS.substring(position, position + 1)));
  }

  private static @Nullable CallTarget to(List<FlowEntry> entries, EntrySlot slot) {
    return entries.stream()
        .filter(each -> each.slot() == slot)
        .map(FlowEntry::to)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Greeting greeting(@Nullable String text, @Nullable String audio) {
    return text == null && audio == null ? null : new Greeting(text, audio);
  }

  static AutoAttendantRecord changeable(AutoAttendant attendant) {
    AutoAttendantSettings settings = attendant.settings();
    FlowSchedule schedule = settings.schedule();
    Greeting closed = settings.closed() == null ? null : settings.closed().greeting();
    Greeting holiday = settings.holiday() == null ? null : settings.holiday().greeting();
    AutoAttendantRecord row = new AutoAttendantRecord();
    row.setGreetingText(settings.greeting().text());
    row.setGreetingAudio(settings.greeting().audioUrl());
    row.setClosedText(closed == null ? null : closed.text());
    row.setClosedAudio(closed == null ? null : closed.audioUrl());
    row.setHasHoliday(settings.holiday() != null);
    row.setHolidayText(holiday == null ? null : holiday.text());
    row.setHolidayAudio(holiday == null ? null : holiday.audioUrl());
    row.setTimeoutSeconds(AutoAttendant.seconds(settings));
    row.setRetries(AutoAttendant.retries(settings));
    row.setTimeZone(schedule == null ? null : schedule.timeZone());
    return row;
  }
}

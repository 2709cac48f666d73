package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.ClosedBehavior;
import org.carillon.api.model.FlowHoliday;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.InvalidInputBehavior;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.OpenHours;
import org.carillon.api.model.TimeoutBehavior;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.calls.entries.FlowEntries;
import org.jspecify.annotations.Nullable;

/** Verifies the settings of an auto attendant and adds defaults. */
final class AttendantRules {

  static final int SECONDS = 10;
  static final int RETRIES = 2;

  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private AttendantRules() {}

  /**
   * The settings as they are stored.
   *
   * @throws org.carillon.api.model.BadRequestException when a key, a greeting, the time zone, hours
   *     or a day make no sense
   */
  static AutoAttendantSettings withDefaults(AutoAttendantSettings given) {
    greeting("Greeting", given.greeting());
    TimeoutBehavior timeout = given.timeout();
    InvalidInputBehavior invalid = given.invalidInput();
    return new AutoAttendantSettings(
        given.name(),
        given.greeting(),
        menu(given.menu()),
        given.schedule() == null ? null : schedule(given.schedule()),
        // One that says nothing is as none.
        given.closed() == null || given.closed().equals(new ClosedBehavior(null, null))
            ? null
            : closed("Closed", given.closed()),
        closed("Holiday", given.holiday()),
        timeout == null
            ? new TimeoutBehavior(SECONDS, null)
            : new TimeoutBehavior(
                requireNonNullElse(timeout.seconds(), SECONDS),
                target("Timeout.Target", timeout.target())),
        invalid == null
            ? new InvalidInputBehavior(RETRIES, null)
            : new InvalidInputBehavior(
                requireNonNullElse(invalid.retries(), RETRIES),
                target("InvalidInput.Target", invalid.target())));
  }

  private static List<MenuEntry> menu(List<MenuEntry> given) {
    Set<MenuKey> seen = EnumSet.noneOf(MenuKey.class);
    List<MenuEntry> menu = new ArrayList<>();
    for (MenuEntry entry : given) {
      if (!seen.add(entry.key())) {
        throw Refusal.badRequest(
            "Menu has two entries for key " + entry.key().value() + "; keep one of them");
      }
      String path = "Menu[%d].Target".formatted(menu.size());
      menu.add(new MenuEntry(entry.key(), FlowEntries.target(path, entry.target())));
    }
    menu.sort(Comparator.comparing(MenuEntry::key));
    return List.copyOf(menu);
  }

  private static @Nullable ClosedBehavior closed(String path, @Nullable ClosedBehavior given) {
    if (given == null) {
      return null;
    }
    Greeting greeting = given.greeting();
    if (greeting != null) {
      greeting(path + ".Greeting", greeting);
    }
    return new ClosedBehavior(greeting, target(path + ".Target", given.target()));
  }

  private static @Nullable CallTarget target(String path, @Nullable CallTarget given) {
    return given == null ? null : FlowEntries.target(path, given);
  }

  private static void greeting(String path, Greeting greeting) {
    if ((greeting.text() == null) == (greeting.audioUrl() == null)) {
      throw Refusal.badRequest(path + " needs either a Text or an AudioUrl; give one of them");
    }
  }

  private static FlowSchedule schedule(FlowSchedule schedule) {
    if (!ZONES.contains(schedule.timeZone())) {
      throw Refusal.badRequest(
          "Schedule.TimeZone "
              + schedule.timeZone()
              + " is not the name of a time zone; write it like America/New_York");
    }
    openHours(schedule.openHours());
    List<FlowHoliday> holidays = schedule.holidays();
    for (int i = 0; holidays != null && i < holidays.size(); i++) {
      day("Schedule.Holidays[%d]".formatted(i), holidays.get(i));
    }
    // None are kept as none are read, or the next to change nothing would change the schedule.
    return holidays != null && holidays.isEmpty()
        ? new FlowSchedule(schedule.timeZone(), schedule.openHours(), null)
        : schedule;
  }

  private static void openHours(List<OpenHours> given) {
    for (int i = 0; i < given.size(); i++) {
      OpenHours hours = given.get(i);
      if (hours.from().compareTo(hours.to()) >= 0) {
        throw Refusal.badRequest(
            "Schedule.OpenHours[%d] %s ends before it begins; write hours over midnight as two ranges"
                .formatted(i, describe(hours)));
      }
      for (OpenHours before : given.subList(0, i)) {
        if (before.day() == hours.day()
            && before.from().compareTo(hours.to()) < 0
            && hours.from().compareTo(before.to()) < 0) {
          throw Refusal.badRequest(
              "Schedule.OpenHours[%d] %s overlaps %s; write them as one range"
                  .formatted(i, describe(hours), describe(before)));
        }
      }
    }
  }

  private static String describe(OpenHours hours) {
    return "%s from %s to %s".formatted(hours.day().value(), hours.from(), hours.to());
  }

  private static void day(String path, FlowHoliday holiday) {
    try {
      LocalDate.parse(holiday.date());
    } catch (DateTimeParseException none) {
      throw Refusal.badRequest(
          path
              + ".Date "
              + holiday.date()
              + " of holiday "
              + holiday.name()
              + " does not exist; write it yyyy-MM-dd");
    }
  }
}

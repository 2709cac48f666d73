package org.carillon.server.calls.resolver;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.carillon.api.model.FlowHoliday;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.OpenHours;
import org.carillon.api.model.Weekday;
import org.jspecify.annotations.Nullable;

/**
 * Whether a schedule is open at an instant. Hours are local time: an hour that summer time skips is
 * never open, and one that it repeats is open twice.
 *
 * @param explanation why, for people
 */
record ScheduleState(State state, String explanation) {

  /** The states of a schedule. */
  enum State {
    OPEN,
    CLOSED,
    HOLIDAY
  }

  /** No schedule is always open. */
  static ScheduleState of(@Nullable FlowSchedule schedule, Instant at) {
    if (schedule == null) {
      return new ScheduleState(State.OPEN, "it is always open");
    }
    LocalDateTime local =
        at.atZone(ZoneId.of(schedule.timeZone())).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    String date = local.toLocalDate().toString();
    // Written with two digits each, so that the order of texts is that of times.
    String time = DateTimeFormatter.ISO_LOCAL_TIME.format(local.toLocalTime()).substring(0, 5);
    Weekday day = Weekday.valueOf(local.getDayOfWeek().name());
    String clock =
        String.format(Locale.ROOT, "%s %s %s in %s", day.value(), date, time, schedule.timeZone());
    for (FlowHoliday holiday : requireNonNullElse(schedule.holidays(), List.<FlowHoliday>of())) {
      if (holiday.date().equals(date)) {
        return new ScheduleState(
            State.HOLIDAY, "it is closed on the holiday " + holiday.name() + " (" + clock + ")");
      }
    }
    for (OpenHours hours : schedule.openHours()) {
      if (hours.day() == day
          && hours.from().compareTo(time) <= 0
          && hours.to().compareTo(time) > 0) {
        return new ScheduleState(
            State.OPEN,
            "it is open from " + hours.from() + " to " + hours.to() + " (" + clock + ")");
      }
    }
    return new ScheduleState(State.CLOSED, "it is closed (" + clock + ")");
  }
}

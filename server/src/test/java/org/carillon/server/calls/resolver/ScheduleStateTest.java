package org.carillon.server.calls.resolver;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.FlowHoliday;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.OpenHours;
import org.carillon.api.model.Weekday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a schedule is open, by the clocks on the wall of its place. */
final class ScheduleStateTest {

  private static FlowSchedule schedule(String zone, String... hours) {
    return new FlowSchedule(
        zone,
        Arrays.stream(hours)
            .map(each -> each.split(" ", -1))
            .map(
                each -> new OpenHours(requireNonNull(Weekday.fromValue(each[0])), each[1], each[2]))
            .toList(),
        List.of(new FlowHoliday("2026-12-25", "Christmas")));
  }

  private static ScheduleState.State state(FlowSchedule schedule, String at) {
    return ScheduleState.of(schedule, Instant.parse(at)).state();
  }

  @Test
  void withoutScheduleItIsAlwaysOpen() {
    assertEquals(ScheduleState.State.OPEN, ScheduleState.of(null, Instant.EPOCH).state());
  }

  @Test
  void withoutHoursItIsNeverOpen() {
    assertEquals(ScheduleState.State.CLOSED, state(schedule("Etc/UTC"), "2026-03-02T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    // The first minute counts, the last does not; 2026-03-02 is a Monday.
    "Etc/UTC, 2026-03-02T08:59:59.999Z, CLOSED",
    "Etc/UTC, 2026-03-02T09:00:00Z, OPEN",
    "Etc/UTC, 2026-03-02T16:59:59.999Z, OPEN",
    "Etc/UTC, 2026-03-02T17:00:00Z, CLOSED",
    "Etc/UTC, 2026-03-03T12:00:00Z, CLOSED",
    // The same clock in winter and in summer, hours apart; the US changes on March 8, Europe later.
    "America/New_York, 2026-03-02T14:00:00Z, OPEN",
    "America/New_York, 2026-03-02T13:59:00Z, CLOSED",
    "America/New_York, 2026-03-09T13:00:00Z, OPEN",
    "Europe/Berlin, 2026-03-09T08:00:00Z, OPEN",
    "Europe/Berlin, 2026-03-09T07:59:00Z, CLOSED",
    "Europe/Berlin, 2026-03-30T07:00:00Z, OPEN",
    // It is Monday there already, and Sunday there still.
    "Pacific/Auckland, 2026-03-01T20:30:00Z, OPEN",
    "Pacific/Honolulu, 2026-03-02T09:30:00Z, CLOSED",
    // Half an hour beside the others.
    "Asia/Kolkata, 2026-03-02T03:29:00Z, CLOSED",
    "Asia/Kolkata, 2026-03-02T03:30:00Z, OPEN",
  })
  void officeHoursAreThoseOfThePlace(String zone, String at, ScheduleState.State state) {
    assertEquals(state, state(schedule(zone, "Monday 09:00 17:00"), at));
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go from 02:00 to 03:00 on 2026-03-29, and back at 03:00 on 2026-10-25.
    "2026-03-29T00:59:00Z, OPEN",
    "2026-03-29T01:00:00Z, CLOSED",
    "2026-10-25T00:15:00Z, OPEN",
    "2026-10-25T00:45:00Z, OPEN",
    "2026-10-25T01:15:00Z, OPEN",
    "2026-10-25T01:45:00Z, OPEN",
    "2026-10-25T02:00:00Z, CLOSED",
  })
  void anHourThatComesTwiceIsOpenTwiceAndOneThatIsLeftOutNever(
      String at, ScheduleState.State state) {
    assertEquals(
        state, state(schedule("Europe/Berlin", "Sunday 01:00 02:00", "Sunday 02:00 03:00"), at));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24T22:59:59Z, OPEN",
    "2026-12-24T23:00:00Z, HOLIDAY",
    "2026-12-25T22:59:59Z, HOLIDAY",
    "2026-12-25T23:00:00Z, CLOSED",
  })
  void holidayIsADayOfThePlaceFromMidnightToMidnight(String at, ScheduleState.State state) {
    FlowSchedule nights = schedule("Europe/Berlin", "Thursday 00:00 24:00", "Friday 00:00 24:00");
    assertEquals(state, state(nights, at));
  }

  @Test
  void theReasonTellsTheClockOnTheWall() {
    FlowSchedule office = schedule("America/New_York", "Monday 09:00 17:00");
    assertEquals(
        "it is open from 09:00 to 17:00 (Monday 2026-03-09 09:30 in America/New_York)",
        ScheduleState.of(office, Instant.parse("2026-03-09T13:30:00Z")).explanation());
    assertEquals(
        "it is closed on the holiday Christmas (Friday 2026-12-25 12:00 in America/New_York)",
        ScheduleState.of(office, Instant.parse("2026-12-25T17:00:00Z")).explanation());
  }
}

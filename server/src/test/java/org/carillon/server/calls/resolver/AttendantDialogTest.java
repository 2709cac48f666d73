package org.carillon.server.calls.resolver;

import static org.carillon.server.calls.resolver.Snapshot.to;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
import org.carillon.api.model.Weekday;
import org.carillon.server.calls.resolver.CallSnapshot.Reachability;
import org.junit.jupiter.api.Test;

/** The prompts of auto attendants, and where the keys lead. */
final class AttendantDialogTest {

  private static final Greeting HELLO = new Greeting("Hello", null);

  private static AutoAttendantSettings.Builder front() {
    return AutoAttendantSettings.builder()
        .name("Front")
        .greeting(HELLO)
        .menu(
            List.of(
                new MenuEntry(MenuKey.ONE, to("User", "jane")),
                new MenuEntry(MenuKey.NINE, to("AutoAttendant", "front"))))
        .timeout(new TimeoutBehavior(7, to("Voicemail", "jane")))
        .invalidInput(new InvalidInputBehavior(1, to("PhoneNumber", "+442079460000")));
  }

  private static Snapshot calls(AutoAttendantSettings.Builder front) {
    return new Snapshot()
        .lineTo(to("AutoAttendant", "front"))
        .attendant("front", front.build())
        .person("jane", Reachability.READY);
  }

  /** The steps once the call has come to the auto attendant. */
  private static List<String> heard(AutoAttendantSettings.Builder front, String digits) {
    List<String> steps = calls(front).steps(digits);
    return steps.subList(1, steps.size());
  }

  @Test
  void nothingPressedLeadsOn() {
    assertEquals(
        List.of(
            "ENTER front: auto attendant Front: it is always open",
            "PLAY_GREETING: auto attendant Front: the greeting",
            "MENU: auto attendant Front waits 7 s for a key",
            "VOICEMAIL jane: voicemail of jane"),
        heard(front(), ""));
    assertEquals(
        "HANG_UP: auto attendant Front: nothing is pressed, and it has no further target",
        heard(front().timeout(null), "").getLast());
  }

  @Test
  void keyLeadsToItsTarget() {
    assertEquals(
        List.of(
            "KEY jane: auto attendant Front: the caller presses 1",
            "RING jane: jane rings",
            "VOICEMAIL jane: nobody answers: voicemail of jane"),
        heard(front(), "1").subList(3, 6));
  }

  @Test
  void invalidKeysAreForgivenAsOftenAsIsSet() {
    assertEquals(
        List.of(
            "KEY: auto attendant Front: the caller presses 5, which the menu does not have (try 1"
                + " of 2)",
            "PLAY_GREETING: auto attendant Front: the greeting once more",
            "MENU: auto attendant Front waits 7 s for a key",
            "KEY: auto attendant Front: the caller presses #, which the menu does not have (try 2"
                + " of 2)",
            "DIAL +442079460000: +442079460000 is outside of the organization; the caller is"
                + " anonymous"),
        heard(front(), "5#").subList(3, 8));
    assertEquals("RING jane: jane rings", heard(front(), "51").get(7));
  }

  @Test
  void keyMayLeadBackToTheSameMenuForAsLongAsTheCallerPresses() {
    List<String> steps = heard(front(), "9".repeat(20));
    assertEquals(21, steps.stream().filter(each -> each.startsWith("MENU")).count());
    assertEquals("VOICEMAIL jane: voicemail of jane", steps.getLast());
  }

  private static FlowSchedule schedule(String from, String holiday) {
    return new FlowSchedule(
        "Etc/UTC",
        List.of(new OpenHours(Weekday.MONDAY, from, "17:00")),
        List.of(new FlowHoliday(holiday, "Founders' Day")));
  }

  @Test
  void whileClosedTheMenuIsNotOffered() {
    CallTarget voicemail = to("Voicemail", "jane");
    AutoAttendantSettings.Builder closed =
        front()
            .schedule(schedule("11:00", "2026-03-03"))
            .closed(new ClosedBehavior(new Greeting("Come back", null), voicemail));
    assertEquals(
        List.of(
            "ENTER front: auto attendant Front: it is closed (Monday 2026-03-02 10:00 in Etc/UTC)",
            "PLAY_GREETING: auto attendant Front: closed",
            "VOICEMAIL jane: voicemail of jane"),
        heard(closed, "1"));
    assertEquals(
        "HANG_UP: auto attendant Front: closed, and it has no further target",
        heard(closed.closed(null), "1").getLast());
  }

  @Test
  void holidaysHaveABehaviorOfTheirOwnOrThatOfClosedHours() {
    AutoAttendantSettings.Builder holiday =
        front()
            .schedule(schedule("09:00", "2026-03-02"))
            .closed(new ClosedBehavior(null, to("Voicemail", "jane")));
    assertEquals("VOICEMAIL jane: voicemail of jane", heard(holiday, "").getLast());
    assertEquals(
        "HANG_UP: auto attendant Front: a holiday, and it has no further target",
        heard(holiday.holiday(new ClosedBehavior(HELLO, null)), "").getLast());
  }
}

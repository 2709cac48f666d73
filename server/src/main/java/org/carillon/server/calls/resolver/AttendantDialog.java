package org.carillon.server.calls.resolver;

import java.util.Optional;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.ClosedBehavior;
import org.carillon.api.model.MenuEntry;
import org.carillon.server.calls.flows.AutoAttendant;
import org.jspecify.annotations.Nullable;

/** Plays what an auto attendant says to one caller, who may press keys. */
final class AttendantDialog {

  private final AutoAttendantSettings settings;
  private final IncomingCall call;
  private final Steps steps;
  private int pressed;

  /**
   * A talk that has not begun.
   *
   * @param pressed how many of the caller's keys were pressed before
   */
  AttendantDialog(AutoAttendantSettings settings, IncomingCall call, Steps steps, int pressed) {
    this.settings = settings;
    this.call = call;
    this.steps = steps;
    this.pressed = pressed;
  }

  /**
   * The outcome of a talk.
   *
   * @param next where the call goes on; null where nothing is said
   * @param chosen whether a key of the menu led there
   * @param pressed how many of the caller's keys were pressed by then
   * @param explanation why it goes on
   */
  record Outcome(@Nullable CallTarget next, boolean chosen, int pressed, String explanation) {}

  /** Adds the steps, from the greeting until the caller is led on. */
  Outcome run(CallTarget target) {
    ScheduleState opening = ScheduleState.of(settings.schedule(), call.at());
    steps.enter(target, describe() + ": " + opening.explanation());
    return switch (opening.state()) {
      case OPEN -> menu();
      case CLOSED -> closed(settings.closed(), ": closed");
      case HOLIDAY ->
          closed(
              settings.holiday() == null ? settings.closed() : settings.holiday(), ": a holiday");
    };
  }

  private Outcome closed(@Nullable ClosedBehavior behavior, String why) {
    if (behavior == null) {
      return outcome(null, false, why);
    }
    if (behavior.greeting() != null) {
      steps.play(behavior.greeting(), describe() + why);
    }
    return outcome(behavior.target(), false, why);
  }

  private Outcome menu() {
    int tries = AutoAttendant.retries(settings) + 1;
    for (int i = 1; i <= tries; i++) {
      steps.play(
          settings.greeting(),
          describe() + (i == 1 ? ": the greeting" : ": the greeting once more"));
      int seconds = AutoAttendant.seconds(settings);
      steps.menu(
          settings.menu(), seconds, "%s waits %d s for a key".formatted(describe(), seconds));
      if (pressed == call.digits().length()) {
        CallTarget next = settings.timeout() == null ? null : settings.timeout().target();
        return outcome(next, false, ": nothing is pressed");
      }
      String key = call.digits().substring(pressed, pressed + 1);
      pressed++;
      Optional<CallTarget> chosen =
          settings.menu().stream()
              .filter(entry -> entry.key().value().equals(key))
              .map(MenuEntry::target)
              .findFirst();
      if (chosen.isPresent()) {
        steps.key(chosen.get(), describe() + ": the caller presses " + key);
        return outcome(chosen.get(), true, ": key " + key);
      }
      steps.key(
          null,
          "%s: the caller presses %s, which the menu does not have (try %d of %d)"
              .formatted(describe(), key, i, tries));
    }
    CallTarget next = settings.invalidInput() == null ? null : settings.invalidInput().target();
    return outcome(next, false, ": no valid key is pressed");
  }

  private Outcome outcome(@Nullable CallTarget next, boolean chosen, String why) {
    return new Outcome(next, chosen, pressed, describe() + why);
  }

  private String describe() {
    return "auto attendant " + settings.name();
  }
}

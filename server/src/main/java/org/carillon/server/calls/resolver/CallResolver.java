package org.carillon.server.calls.resolver;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallStep;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.server.calls.entries.CallGraph;
import org.carillon.server.calls.entries.NumberHolding;
import org.carillon.server.calls.resolver.CallSnapshot.Person;
import org.carillon.server.calls.resolver.CallSnapshot.Reachability;
import org.carillon.server.calls.resolver.CallSnapshot.RungGroup;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.pool.PhoneNumberText;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the steps of a call. It is a pure function: it reads no clock and no database, and the
 * same call in the same snapshot takes the same steps.
 */
public final class CallResolver {

  /** For how many seconds a user rings who is no member of anything. */
  static final int USER_SECONDS = 25;

  private final CallSnapshot snapshot;
  private final IncomingCall call;
  private final Steps steps = new Steps();
  private final Set<String> entered = new HashSet<>();
  private int pressed;
  private int flows;

  private CallResolver(CallSnapshot snapshot, IncomingCall call) {
    this.snapshot = snapshot;
    this.call = call;
  }

  /** Returns the steps; each is taken when nobody answered in the one before. */
  public static List<CallStep> resolve(CallSnapshot snapshot, IncomingCall call) {
    CallResolver resolver = new CallResolver(snapshot, call);
    CallTarget next = new CallTarget(CallTargetType.PHONE_NUMBER, call.called().text());
    while (next != null) {
      next = resolver.follow(next);
    }
    return resolver.steps.all();
  }

  /** Takes the steps that a target means; answers where the call goes on, or null at its end. */
  private @Nullable CallTarget follow(CallTarget target) {
    String value = target.value();
    return switch (target.type()) {
      case PHONE_NUMBER -> number(value);
      case USER -> user(value, "");
      case VOICEMAIL -> voicemail(value, "");
      case HUNT_GROUP -> mayEnter() ? group(target) : null;
      case AUTO_ATTENDANT -> mayEnter() ? attendant(target) : null;
    };
  }

  /** No stored flows lead on so far; but a number may have changed hands since they were made. */
  private boolean mayEnter() {
    if (flows++ <= CallGraph.DEPTH) {
      return true;
    }
    end(
        "the call passed through %d flows without a key, which is the limit"
            .formatted(CallGraph.DEPTH));
    return false;
  }

  private @Nullable CallTarget number(String e164) {
    return switch (requireNonNullElse(snapshot.numbers().get(e164), new NumberHolding.Foreign())) {
      case NumberHolding.Held(Holder holder) -> held(e164, holder);
      case NumberHolding.Unassigned() -> end(e164 + " is assigned to nobody");
      case NumberHolding.Deleted() -> end(e164 + " is in the deletion queue");
      case NumberHolding.Acquiring() -> end(e164 + " is ordered and not delivered yet");
      case NumberHolding.Foreign() -> {
        if (steps.all().isEmpty()) {
          yield end(e164 + " is not a number of this organization");
        }
        // Targets are checked when they are stored, but not those of earlier versions.
        if (PhoneNumberText.dialable(e164) instanceof PhoneNumberText.Unreadable(String why)) {
          yield end(why);
        }
        steps.dial(
            e164,
            e164
                + " is outside of the organization; "
                + (call.caller() == null
                    ? "the caller is anonymous"
                    : "the caller is " + call.caller()));
        yield null;
      }
    };
  }

  private @Nullable CallTarget held(String e164, Holder holder) {
    String whose = e164 + " is assigned to " + holder.describe();
    return switch (holder.kind()) {
      case USER -> user(holder.holderId(), whose + ": ");
      case LINE -> mayEnter() ? line(holder, whose) : null;
      case CONNECTOR, GROUP -> {
        var routes = snapshot.routes().get(holder.holderId());
        steps.trunk(
            holder.holderId(),
            routes,
            whose
                + (routes == null
                    ? "; its target is not known"
                    : routes.isEmpty() ? ", which has no route" : ""));
        yield null;
      }
      case SIP_RULE -> {
        steps.sipRule(holder.holderId(), whose);
        yield null;
      }
    };
  }

  private @Nullable CallTarget user(String userId, String whose) {
    Person person = snapshot.people().get(userId);
    if (person == null || person.reachability() == Reachability.REMOVED) {
      return end(whose + "user " + userId + " no longer exists");
    }
    if (person.reachability() != Reachability.READY) {
      return voicemail(
          userId, "%s%s %s: ".formatted(whose, person.name(), person.reachability().describe()));
    }
    steps.ring(userId, USER_SECONDS, whose + person.name() + " rings");
    return voicemail(userId, "nobody answers: ");
  }

  private @Nullable CallTarget voicemail(String userId, String why) {
    Person person = snapshot.people().get(userId);
    if (person == null || person.reachability() == Reachability.REMOVED) {
      return end("user " + userId + " of this voicemail no longer exists");
    }
    steps.voicemail(userId, why + "voicemail of " + person.name());
    return null;
  }

  private @Nullable CallTarget group(CallTarget target) {
    RungGroup group = snapshot.groups().get(target.value());
    if (group == null) {
      return outOfReach("hunt group", target.value());
    }
    HuntGroupRinger rings = new HuntGroupRinger(group, steps, !entered.add(target.value()));
    steps.enter(
        target,
        "hunt group %s has %d members, %s"
            .formatted(group.name(), group.members().size(), rings.order()));
    String unanswered =
        "hunt group " + group.name() + (rings.ring() ? ": nobody answers" : ": nobody can ring");
    return onwards(group.noAnswer(), unanswered);
  }

  private @Nullable CallTarget line(Holder holder, String whose) {
    LineFlows.LineFlow line = snapshot.lines().get(holder.holderId());
    if (line == null) {
      return end(whose + ", whose call flow is not known");
    }
    if (line.flow() != null) {
      steps.enter(null, whose + ", whose calls go to its call flow");
      return line.flow();
    }
    steps.enter(null, whose + ", whose users ring together");
    List<String> ready = new ArrayList<>();
    for (String userId : line.ringTogether()) {
      Person person = snapshot.people().get(userId);
      if (person != null && person.reachability() == Reachability.READY) {
        ready.add(userId);
      } else {
        steps.skip(
            userId,
            "line %s, %s: skipped"
                .formatted(
                    line.name(),
                    person == null
                        ? "user " + userId + " no longer exists"
                        : person.name() + " " + person.reachability().describe()));
      }
    }
    if (!ready.isEmpty()) {
      steps.ringTogether(
          ready,
          line.ringSeconds(),
          "line %s: %d of %d users ring at once"
              .formatted(line.name(), ready.size(), line.ringTogether().size()));
    }
    if (line.noAnswer() == null) {
      steps.lineVoicemail(
          holder.holderId(),
          "line %s: %s: the line's own voicemail"
              .formatted(line.name(), ready.isEmpty() ? "nobody can ring" : "nobody answers"));
    }
    return line.noAnswer();
  }

  private @Nullable CallTarget attendant(CallTarget target) {
    AutoAttendantSettings settings = snapshot.attendants().get(target.value());
    if (settings == null) {
      return outOfReach("auto attendant", target.value());
    }
    AttendantDialog dialog = new AttendantDialog(settings, call, steps, pressed);
    AttendantDialog.Outcome outcome = dialog.run(target);
    pressed = outcome.pressed();
    // A key is the caller's choice, so the count of flows begins again.
    flows = outcome.chosen() ? 0 : flows;
    return onwards(outcome.next(), outcome.explanation());
  }

  private @Nullable CallTarget outOfReach(String kind, String id) {
    return end(snapshot.beyond().getOrDefault(id, kind + " " + id + " is out of reach"));
  }

  /** Returns the next target; without one, the call ends for that reason. */
  private @Nullable CallTarget onwards(@Nullable CallTarget next, String why) {
    return next == null ? end(why + ", and it has no further target") : next;
  }

  private @Nullable CallTarget end(String why) {
    steps.hangUp(why);
    return null;
  }
}

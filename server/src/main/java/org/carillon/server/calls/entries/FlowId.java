package org.carillon.server.calls.entries;

import java.util.Optional;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;

/**
 * Names a flow of this organization: what leads a call further.
 *
 * @param id of the hunt group, auto attendant or line; a line's is its holder's
 */
public record FlowId(Kind kind, String id) {

  /** The kinds of flows. */
  public enum Kind {
    HUNT_GROUP("hunt group"),
    AUTO_ATTENDANT("auto attendant"),
    LINE("line");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind as a message says it. */
    public String describe() {
      return words;
    }
  }

  /** The flow that a target names; nothing for users, voicemails and numbers. */
  public static Optional<FlowId> of(CallTarget target) {
    return switch (target.type()) {
      case HUNT_GROUP -> Optional.of(new FlowId(Kind.HUNT_GROUP, target.value()));
      case AUTO_ATTENDANT -> Optional.of(new FlowId(Kind.AUTO_ATTENDANT, target.value()));
      case USER, PHONE_NUMBER, VOICEMAIL -> Optional.empty();
    };
  }

  /** The flow as a target names it; nothing for a line, which is reached by its number only. */
  Optional<CallTarget> target() {
    return switch (kind) {
      case HUNT_GROUP -> Optional.of(new CallTarget(CallTargetType.HUNT_GROUP, id));
      case AUTO_ATTENDANT -> Optional.of(new CallTarget(CallTargetType.AUTO_ATTENDANT, id));
      case LINE -> Optional.empty();
    };
  }
}

package org.carillon.server.calls.entries;

import java.util.Arrays;
import java.util.List;

/** The part that a target plays in a flow. */
public enum EntrySlot {
  /** A member of a hunt group, by position. */
  MEMBER(false),
  /** The target of calls that nobody in a hunt group or on a line answers. */
  NO_ANSWER(true),
  /** The target of a menu key; the position is that of the key in {@link #KEYS}. */
  KEY(false),
  /** The target when the caller presses nothing. */
  TIMEOUT(true),
  /** The target after invalid input. */
  INVALID(true),
  /** The target while an auto attendant is closed. */
  CLOSED(true),
  /** The target on a holiday. */
  HOLIDAY(true),
  /** The call flow of a line. */
  FLOW(true);

  /** The keys in the order of their positions. */
  public static final String KEYS = "0123456789*#";

  private final boolean automatic;

  EntrySlot(boolean automatic) {
    this.automatic = automatic;
  }

  /**
   * Returns whether a call gets there without a key, so that leading back would make it endless.
   */
  public boolean automatic() {
    return automatic;
  }

  /** The names of those that are automatic. */
  static List<String> automatics() {
    return Arrays.stream(values()).filter(EntrySlot::automatic).map(EntrySlot::name).toList();
  }

  /** Returns the slot in messages, such as "member 2" at position 1. */
  public String describe(int position) {
    return switch (this) {
      case MEMBER -> "member " + (position + 1);
      case NO_ANSWER -> "on no answer";
      case KEY -> "key " + KEYS.charAt(position);
      case TIMEOUT -> "when nothing is pressed";
      case INVALID -> "after invalid input";
      case CLOSED -> "while closed";
      case HOLIDAY -> "on holidays";
      case FLOW -> "call flow";
    };
  }
}

package org.carillon.server.calls.entries;

import java.util.Arrays;
import java.util.List;

/** The part that a target plays in a flow. */
public enum EntrySlot {
  /** Who is rung, by the position in a hunt group. */
  MEMBER(false),
  /** Where calls go that nobody in a hunt group or on a line answers. */
  NO_ANSWER(true),
  /** Where a key of a menu leads to; the position is that of the key on {@link #KEYS}. */
  KEY(false),
  /** Where calls go when the caller presses nothing. */
  TIMEOUT(true),
  /** Where calls go after invalid input. */
  INVALID(true),
  /** Where calls go while an auto attendant is closed. */
  CLOSED(true),
  /** Where calls go on a holiday. */
  HOLIDAY(true),
  /** Where a line's calls go when its own users are not rung, or before they are. */
  FLOW(true);

  /** The keys in the order of their positions. */
  public static final String KEYS = "0123456789*#";

  private final boolean automatic;

  EntrySlot(boolean automatic) {
    this.automatic = automatic;
  }

  /**
   * Whether a call gets there without anybody's doing, so that leading back would make it endless.
   */
  public boolean automatic() {
    return automatic;
  }

  /** The names of those that are automatic. */
  static List<String> automatics() {
    return Arrays.stream(values()).filter(EntrySlot::automatic).map(EntrySlot::name).toList();
  }

  /** As a message says it, such as "member 2" at position 1. */
  public String words(int position) {
    return switch (this) {
      case MEMBER -> "member " + (position + 1);
      case NO_ANSWER -> "on no answer";
      case KEY -> "key " + KEYS.charAt(position);
      case TIMEOUT -> "when nothing is pressed";
      case INVALID -> "after invalid input";
      case CLOSED -> "while closed";
      case HOLIDAY -> "on holidays";
      case FLOW -> "its calls";
    };
  }
}

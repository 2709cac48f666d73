package org.carillon.server.inventory.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The calling name of a number: the current one, and the update that waits for the supplier. Only
 * the supplier's answer ends an update, never a clock.
 *
 * @param current the name that called parties see; null without one
 */
public record CallingName(@Nullable String current, Update update) {

  /** A number that never had a calling name. */
  static final CallingName NONE = new CallingName(null, new Never());

  /** The state of the last update. */
  public sealed interface Update {}

  /** There was none. */
  public record Never() implements Update {}

  /**
   * The supplier has not answered yet.
   *
   * @param wanted the new name; empty to have none
   * @param dueAt when to ask (again)
   */
  public record Pending(String wanted, Instant askedAt, Instant dueAt, int attempts)
      implements Update {}

  /** The supplier has done it. */
  public record Succeeded() implements Update {}

  /** The supplier refused; the current name stays. */
  public record Failed() implements Update {}

  CallingName asked(String wanted, Instant now) {
    return new CallingName(current, new Pending(wanted, now, now, 0));
  }

  /** The number is given back, so nobody waits for an answer any more. */
  CallingName abandoned() {
    return update instanceof Pending ? new CallingName(current, new Failed()) : this;
  }

  /** Returns the name for clients: the new one while it is pending, else the current one. */
  @Nullable String shown() {
    return update instanceof Pending pending ? emptyToNull(pending.wanted()) : current;
  }

  static @Nullable String emptyToNull(@Nullable String name) {
    return name == null || name.isEmpty() ? null : name;
  }
}

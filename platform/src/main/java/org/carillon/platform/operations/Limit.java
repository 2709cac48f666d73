package org.carillon.platform.operations;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The most resources of one kind that an owner can have. Each feature declares its limits.
 *
 * @param things the resources in the plural, such as {@code devices}
 * @param owner their owner, such as {@code a user}
 * @param value how many there can be
 * @param max the highest value that the operator can set
 * @param remedy what a caller does at the limit
 * @param setting the operator's setting that changes the value; null for a fixed limit
 */
public record Limit(
    String things, String owner, int value, int max, String remedy, @Nullable String setting) {

  /** The owner, in messages, of resources that belong to the organization itself. */
  public static final String ORGANIZATION = "the organization";

  /** Returns a limit that nobody changes. */
  public static Limit fixed(int value, String things, String owner, String remedy) {
    return new Limit(things, owner, value, value, remedy, null);
  }

  /**
   * Returns a limit that the operator can change.
   *
   * @param name the last part of its setting
   * @param value holds unless the operator sets another one
   */
  public static Limit adjustable(
      String name, int value, int max, String things, String owner, String remedy) {
    return new Limit(things, owner, value, max, remedy, "quota." + name);
  }

  Limit withValue(int other) {
    return new Limit(things, owner, other, max, remedy, setting);
  }

  /**
   * Refuses further resources beyond the limit. The caller holds a lock under which nobody else
   * adds one.
   *
   * @param whose the owner, as the message names it
   * @param further how many are added
   * @param present counts those that are there, up to the number that it is given
   * @throws org.carillon.api.model.ResourceLimitExceededException beyond the limit; a
   *     BadRequestException where the operation does not declare it
   */
  public void refuseBeyond(
      OperationContext context, String whose, int further, IntUnaryOperator present) {
    int total = present.applyAsInt(value) + further;
    if (total > value) {
      throw Refusal.limitExceeded(
          context,
          "%s would have %d %s, and the limit is %d; %s%s"
              .formatted(
                  whose,
                  total,
                  things,
                  value,
                  remedy,
                  setting == null ? "" : ", or ask the operator to raise " + setting));
    }
  }
}

package org.carillon.platform.operations;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many things there may be of each kind.
 *
 * @param limits one for each quota
 */
public record Quotas(Map<Quota, Integer> limits) {

  /** What holds unless the operator says otherwise. */
  public static final Quotas INITIAL = of(Quota::initial);

  /** The quotas that a function names. */
  public static Quotas of(Function<Quota, Integer> limit) {
    return new Quotas(
        Arrays.stream(Quota.values()).collect(Collectors.toMap(Function.identity(), limit)));
  }

  /** Refuses to leave one out, or one that would allow nothing. */
  public Quotas {
    limits = Map.copyOf(limits);
    for (Quota quota : Quota.values()) {
      if (limits.getOrDefault(quota, 0) < 1) {
        throw new IllegalArgumentException(quota.setting() + " is not at least 1");
      }
    }
  }

  /** Returns how many there may be. */
  public int of(Quota quota) {
    return limits.getOrDefault(quota, 0);
  }

  /**
   * Refuses one more.
   *
   * @param present how many there are, counted while nobody else adds one
   * @throws org.carillon.api.model.ResourceLimitExceededException when the quota is used up
   */
  public void refuseFurther(Quota quota, int present) {
    if (present >= of(quota)) {
      throw Refusal.limitExceeded(
          "the quota of "
              + of(quota)
              + " "
              + quota.describe()
              + " is used up; delete what is not needed, or have the operator raise the setting "
              + quota.setting());
    }
  }
}

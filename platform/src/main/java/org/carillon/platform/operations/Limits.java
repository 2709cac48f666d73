package org.carillon.platform.operations;

import java.util.Map;

/**
 * The limits as the operator set them.
 *
 * @param values the values by the name of their setting; a limit that is left out keeps its own
 */
public record Limits(Map<String, Integer> values) {

  /** Each limit as its feature declares it. */
  public static final Limits INITIAL = new Limits(Map.of());

  /** Refuses a limit that would allow nothing. */
  public Limits {
    values = Map.copyOf(values);
    values.forEach((setting, value) -> {
      if (value < 1) {
        throw new IllegalArgumentException(setting + " is not at least 1");
      }
    });
  }

  /** Returns a declared limit with the operator's value. */
  public Limit of(Limit declared) {
    return declared.setting() == null
        ? declared
        : declared.withValue(values.getOrDefault(declared.setting(), declared.value()));
  }
}

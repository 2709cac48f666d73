package org.carillon.api.shape;

import org.jspecify.annotations.Nullable;

/**
 * The path of a value in the input; written out only for a violation.
 *
 * @param parent what contains it; null for the input itself
 * @param step the {@link Member}, the index of a list, the key of a map or an unknown name; null
 *     for the input
 */
public record Path(@Nullable Path parent, @Nullable Object step) {

  public static final Path ROOT = new Path(null, null);

  public Path member(Member member) {
    return new Path(this, member);
  }

  public Path item(int index) {
    return new Path(this, index);
  }

  public Path key(String key) {
    return new Path(this, key);
  }

  /**
   * In the names of the API, wherever a member travels: {@code MaxResults}, not {@code
   * max-results}, or {@code OpenHours[3].From}.
   */
  public String spelling() {
    if (parent == null) {
      return "";
    }
    String before = parent.spelling();
    String dot = before.isEmpty() ? "" : ".";
    return switch (step) {
      case Member member -> before + dot + member.name();
      case String key -> before + dot + Quotation.bare(key);
      case null, default -> before + "[" + step + "]";
    };
  }

  /** In the model's names: each after a slash, indexes and keys too. */
  @Override
  public String toString() {
    return parent == null
        ? ""
        : parent + "/" + (step instanceof Member member ? member.name() : step);
  }
}

package org.carillon.api.shape;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in the input; written out only when something is wrong there.
 *
 * @param parent what contains it; null for the input itself
 * @param name a member name, list index or map key; empty for the input itself
 */
public record Path(@Nullable Path parent, String name) {

  public static final Path ROOT = new Path(null, "");

  public Path member(String child) {
    return new Path(this, child);
  }

  @Override
  public String toString() {
    return parent == null ? "" : parent + "/" + name;
  }
}

package org.carillon.api.shape;

import java.util.List;

/** The input or output of an operation that has none. */
public enum Unit {
  INSTANCE;

  public static final StructureShape<Unit> SHAPE =
      new StructureShape<>("Unit", List::of, members -> INSTANCE, unit -> new Object[0]);
}

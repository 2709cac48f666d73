package org.carillon.api.shape;

/** The number types of the model. */
public enum NumberKind {
  BYTE,
  SHORT,
  INTEGER,
  LONG,
  FLOAT,
  DOUBLE,
  BIG_INTEGER,
  BIG_DECIMAL
}

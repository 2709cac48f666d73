package org.carillon.platform.db;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A row of an answer, read column by column. */
@FunctionalInterface
public interface Row {

  /** Returns the value of a column that the query selects. */
  <T extends @Nullable Object> T get(Field<T> column);
}

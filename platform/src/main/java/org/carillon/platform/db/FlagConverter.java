package org.carillon.platform.db;

import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Stores yes and no as 1 and 0, since SQLite has no truth values of its own. */
public final class FlagConverter extends AbstractConverter<Short, Boolean> {

  private static final long serialVersionUID = 1L;

  /** Used by the generated tables. */
  public FlagConverter() {
    super(Short.class, Boolean.class);
  }

  @Override
  public @Nullable Boolean from(@Nullable Short flag) {
    return flag == null ? null : flag != 0;
  }

  @Override
  public @Nullable Short to(@Nullable Boolean value) {
    return value == null ? null : (short) (value ? 1 : 0);
  }
}

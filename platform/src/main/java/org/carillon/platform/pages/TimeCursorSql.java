package org.carillon.platform.pages;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Parameter;
import org.jooq.Condition;
import org.jooq.Field;

/** Conditions on rows by the {@link TimeCursor} of a run. */
public final class TimeCursorSql {

  private static final Parameter<Instant> AT = Parameter.of(AUDIT_ENTRY.HAPPENED_AT);
  private static final Parameter<Long> KEY = Parameter.of(AUDIT_ENTRY.AUDIT_ID);

  private TimeCursorSql() {}

  /** Returns the condition that rows are behind the cursor of a run, in order of time. */
  public static Condition isBehind(Field<Instant> at, Field<Long> key) {
    return row(at, key).gt(AT.slot(), KEY.slot());
  }

  /** Returns the condition that rows are before the cursor of a run, in order of time. */
  public static Condition isBefore(Field<Instant> at, Field<Long> key) {
    return row(at, key).lt(AT.slot(), KEY.slot());
  }

  static Argument argument(TimeCursor cursor) {
    return Argument.all(AT.is(cursor.at()), KEY.is(cursor.key()));
  }
}

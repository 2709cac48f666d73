package org.carillon.platform.pages;

import static org.carillon.platform.db.schema.Tables.ACCOUNT;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Parameter;
import org.jooq.Condition;
import org.jooq.Field;

/** Conditions on rows by the {@link CreationCursor} of a run. */
public final class CreationCursorSql {

  private static final Parameter<Instant> AT = Parameter.of(ACCOUNT.CREATED_AT);
  private static final Parameter<String> ID = Parameter.of(ACCOUNT.ACCOUNT_ID);

  private CreationCursorSql() {}

  /** Returns the condition that rows are behind the cursor of a run, in order of creation. */
  public static Condition isBehind(Field<Instant> createdAt, Field<String> id) {
    return row(createdAt, id).gt(AT.slot(), ID.slot());
  }

  /** Returns the condition that rows are before the cursor of a run, in order of creation. */
  public static Condition isBefore(Field<Instant> createdAt, Field<String> id) {
    return row(createdAt, id).lt(AT.slot(), ID.slot());
  }

  static Argument argument(CreationCursor cursor) {
    return Argument.all(AT.is(cursor.createdAt()), ID.is(cursor.id()));
  }
}

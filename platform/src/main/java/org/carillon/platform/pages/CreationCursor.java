package org.carillon.platform.pages;

import static org.carillon.platform.db.schema.Tables.ACCOUNT;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.platform.db.Parameter;
import org.jooq.Condition;
import org.jooq.Field;

/** The place behind what was created at an instant with an identifier, in order of creation. */
public record CreationCursor(Instant createdAt, String id) {

  private static final Parameter<Instant> AT = Parameter.of(ACCOUNT.CREATED_AT);
  private static final Parameter<String> ID = Parameter.of(ACCOUNT.ACCOUNT_ID);

  /** Before all rows, where the oldest comes first. */
  public static final CreationCursor OLDEST_FIRST = new CreationCursor(Instant.EPOCH, "");

  /** Before all rows, where the newest comes first. */
  public static final CreationCursor NEWEST_FIRST =
      new CreationCursor(MicrosConverter.instant(Long.MAX_VALUE), "");

  /** Returns the condition that rows are behind the cursor of a run, in order of creation. */
  public static Condition isBehind(Field<Instant> createdAt, Field<String> id) {
    return row(createdAt, id).gt(AT.slot(), ID.slot());
  }

  /** Returns the condition that rows are before the cursor of a run, in order of creation. */
  public static Condition isBefore(Field<Instant> createdAt, Field<String> id) {
    return row(createdAt, id).lt(AT.slot(), ID.slot());
  }

  /** Returns this cursor for a run. */
  public Argument argument() {
    return Argument.all(AT.is(createdAt), ID.is(id));
  }
}

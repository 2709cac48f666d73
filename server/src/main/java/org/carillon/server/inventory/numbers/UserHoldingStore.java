package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.platform.pages.TimeCursorSql;
import org.carillon.server.inventory.pool.E164;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Reads what numbers a user has, each with its line if it belongs to one, in one round trip. */
final class UserHoldingStore {

  private static final Assignment WHOLE = ASSIGNMENT.as("whole");

  private static final Query<UserHolding> PAGE =
      Query.of(
          sql ->
              holdings(sql)
                  .and(TimeCursorSql.isBehind(ASSIGNMENT.HELD_SINCE, ASSIGNMENT.NUMBER_ID))
                  .orderBy(ASSIGNMENT.HELD_SINCE, ASSIGNMENT.NUMBER_ID)
                  .limit(limit()),
          UserHoldingStore::read);

  private static final Query<UserHolding> ONE =
      Query.of(sql -> holdings(sql).and(given(ASSIGNMENT.NUMBER_ID)), UserHoldingStore::read);

  /** Returns one page of a user's numbers now, longest held first. */
  List<UserHolding> page(OperationContext context, String userId, TimeCursor after, int limit) {
    return PAGE.list(
        context.transaction(),
        context.organization(),
        Argument.of(ASSIGNMENT.HOLDER_ID, userId),
        after.argument(),
        Argument.limit(limit));
  }

  /** Returns the relation between a user and a number now. */
  Optional<UserHolding> find(OperationContext context, String userId, NumberKey numberId) {
    return ONE.find(
        context.transaction(),
        context.organization(),
        Argument.of(ASSIGNMENT.HOLDER_ID, userId),
        Argument.of(ASSIGNMENT.NUMBER_ID, numberId.value()));
  }

  private static SelectConditionStep<? extends Record> holdings(DSLContext sql) {
    return sql.select(
            ASSIGNMENT.NUMBER_ID,
            PHONE_NUMBER.E164,
            ASSIGNMENT.ROLE,
            ASSIGNMENT.HELD_SINCE,
            ASSIGNMENT.FROM_AT,
            HOLDER.HOLDER_ID,
            HOLDER.NAME)
        .from(ASSIGNMENT)
        .join(PHONE_NUMBER)
        .on(LedgerSql.number(ASSIGNMENT, PHONE_NUMBER))
        .leftJoin(WHOLE)
        .on(LedgerSql.sameNumber(WHOLE, ASSIGNMENT))
        .and(LedgerSql.inRole(WHOLE, Role.LINE))
        .and(LedgerSql.open(WHOLE))
        .leftJoin(HOLDER)
        .on(LedgerSql.holder(WHOLE))
        .where(LedgerSql.openOf());
  }

  private static UserHolding read(Row row) {
    String line = row.get(HOLDER.HOLDER_ID);
    return new UserHolding(
        new NumberKey(row.get(ASSIGNMENT.NUMBER_ID)),
        new E164(row.get(PHONE_NUMBER.E164)),
        Role.valueOf(row.get(ASSIGNMENT.ROLE)),
        row.get(ASSIGNMENT.HELD_SINCE),
        row.get(ASSIGNMENT.FROM_AT),
        line == null ? null : new Holder(line, Holder.Kind.LINE, null, row.get(HOLDER.NAME)));
  }
}

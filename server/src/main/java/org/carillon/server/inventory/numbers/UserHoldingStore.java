package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Reads what numbers a user has, each with its line if it belongs to one, in one round trip. */
final class UserHoldingStore {

  private static final Assignment WHOLE = ASSIGNMENT.as("whole");

  /** Returns one page of a user's numbers now, longest held first. */
  List<UserHolding> page(OperationContext context, String userId, TimeCursor after, int limit) {
    return holdings(context, userId)
        .and(row(ASSIGNMENT.HELD_SINCE, ASSIGNMENT.NUMBER_ID).gt(after.at(), after.key()))
        .orderBy(ASSIGNMENT.HELD_SINCE, ASSIGNMENT.NUMBER_ID)
        .limit(limit)
        .fetch(UserHoldingStore::read);
  }

  /** Returns the relation between a user and a number now. */
  Optional<UserHolding> find(OperationContext context, String userId, NumberKey numberId) {
    return holdings(context, userId)
        .and(ASSIGNMENT.NUMBER_ID.eq(numberId.value()))
        .fetchOptional(UserHoldingStore::read);
  }

  private static SelectConditionStep<? extends Record> holdings(
      OperationContext context, String userId) {
    return context
        .transaction()
        .sql()
        .select(
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
        .where(LedgerSql.openOf(context, userId));
  }

  private static UserHolding read(Record row) {
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

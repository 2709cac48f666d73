package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.carillon.platform.db.Sql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;

/** Keeps the holders that other features register, so that the ledger can name them for ever. */
public final class HolderStore {

  /** Adds a holder; features do so in the transaction that creates the resource. */
  public void add(OperationContext context, Holder holder, Instant now) {
    context
        .transaction()
        .sql()
        .insertInto(
            HOLDER,
            HOLDER.ORGANIZATION_ID,
            HOLDER.HOLDER_ID,
            HOLDER.KIND,
            HOLDER.ACCOUNT_ID,
            HOLDER.NAME,
            HOLDER.CREATED_AT)
        .values(
            context.organizationId(),
            holder.holderId(),
            holder.kind().name(),
            holder.accountId(),
            holder.name(),
            now)
        .execute();
  }

  /** Renames a holder whose own row is locked, for present and past answers. */
  public void rename(OperationContext context, String holderId, String name) {
    change(context, holderId, HOLDER.NAME, name);
    DSLContext sql = context.transaction().sql();
    // In the order of the numbers, as every batch locks them; the update alone takes any order.
    ResultQuery<?> inOrder =
        context
            .transaction()
            .lock(
                ResourceLock.NUMBER,
                sql.select(PHONE_NUMBER.NUMBER_ID)
                    .from(PHONE_NUMBER)
                    .where(held(context, holderId))
                    .orderBy(PHONE_NUMBER.E164),
                PHONE_NUMBER);
    // Counted, since a trunk may hold more than fit in memory.
    sql.selectCount().from(table("({0}) held", inOrder)).fetch();
    sql.update(PHONE_NUMBER)
        .set(PHONE_NUMBER.HOLDER_KEY, Holder.key(name))
        .where(held(context, holderId))
        // The user may be only a member of the line that holds the number, or be losing the number
        // now.
        .and(PHONE_NUMBER.HOLDER_ID.eq(holderId))
        .execute();
  }

  private static Condition held(OperationContext context, String holderId) {
    return PHONE_NUMBER
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(
            PHONE_NUMBER.NUMBER_ID.in(
                select(ASSIGNMENT.NUMBER_ID)
                    .from(ASSIGNMENT)
                    .where(LedgerSql.openOf(context, holderId))));
  }

  /** Ends a holder that has no number any more; the ledger goes on naming it. */
  public void end(OperationContext context, String holderId, Instant now) {
    change(context, holderId, HOLDER.ENDED_AT, now);
  }

  private static <T> void change(
      OperationContext context, String holderId, Field<T> column, T value) {
    context
        .transaction()
        .sql()
        .update(HOLDER)
        .set(column, value)
        .where(HOLDER.ORGANIZATION_ID.eq(context.organizationId()))
        .and(HOLDER.HOLDER_ID.eq(holderId))
        .execute();
  }

  /**
   * Returns the count of a holder's numbers, up to a limit. It stays true while the holder's own
   * row is locked.
   */
  public int numbersHeld(OperationContext context, String holderId, int most) {
    return Sql.count(context.transaction(), ASSIGNMENT, LedgerSql.openOf(context, holderId), most);
  }
}

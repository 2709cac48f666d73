package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.Field;

/** Keeps the holders that other features register, so that the ledger can name them for ever. */
public final class HolderStore {

  private static final Command ADD =
      Command.insert(
          HOLDER,
          HOLDER.ORGANIZATION_ID,
          HOLDER.HOLDER_ID,
          HOLDER.KIND,
          HOLDER.ACCOUNT_ID,
          HOLDER.NAME,
          HOLDER.CREATED_AT);

  private static final Command RENAME = change(HOLDER.NAME);
  private static final Command END = change(HOLDER.ENDED_AT);

  private static final Condition HELD =
      NumberSql.ofOrganization()
          .and(
              PHONE_NUMBER.NUMBER_ID.in(
                  select(ASSIGNMENT.NUMBER_ID).from(ASSIGNMENT).where(LedgerSql.openOf())));

  private static final Field<Integer> COUNT = count();

  /**
   * In the order of the numbers, as every batch locks them; an update takes any order. Counted,
   * since a trunk may hold more than fit in memory.
   */
  private static final Query<Integer> LOCKED_NUMBERS =
      Query.lockingWithin(
          ResourceLock.NUMBER,
          PHONE_NUMBER,
          sql ->
              sql.select(PHONE_NUMBER.NUMBER_ID)
                  .from(PHONE_NUMBER)
                  .where(HELD)
                  .orderBy(PHONE_NUMBER.E164),
          (sql, held) -> sql.select(COUNT).from(table("({0}) held", held)),
          row -> row.get(COUNT));

  private static final Command RENAME_ON_NUMBERS =
      Command.of(sql ->
          sql.update(PHONE_NUMBER)
              .set(PHONE_NUMBER.HOLDER_KEY, slot(PHONE_NUMBER.HOLDER_KEY))
              .where(HELD)
              // The user may be only a member of the line that holds the number, or be losing the
              // number now.
              .and(PHONE_NUMBER.HOLDER_ID.eq(slot(ASSIGNMENT.HOLDER_ID))));

  private static final Query<Integer> NUMBERS_HELD = Query.count(ASSIGNMENT, LedgerSql.openOf());

  private static <T> Command change(Field<T> column) {
    return Command.of(sql ->
        sql.update(HOLDER)
            .set(column, slot(column))
            .where(ContextSql.ofOrganization(HOLDER.ORGANIZATION_ID))
            .and(given(HOLDER.HOLDER_ID)));
  }

  /** Adds a holder; features do so in the transaction that creates the resource. */
  public void add(OperationContext context, Holder holder, Instant now) {
    ADD.run(
        context.transaction(),
        Argument.of(HOLDER.ORGANIZATION_ID, context.organizationId()),
        Argument.of(HOLDER.HOLDER_ID, holder.holderId()),
        Argument.of(HOLDER.KIND, holder.kind().name()),
        Argument.of(HOLDER.ACCOUNT_ID, holder.accountId()),
        Argument.of(HOLDER.NAME, holder.name()),
        Argument.of(HOLDER.CREATED_AT, now));
  }

  /** Renames a holder whose own row is locked, for present and past answers. */
  public void rename(OperationContext context, String holderId, String name) {
    change(context, RENAME, holderId, Argument.of(HOLDER.NAME, name));
    Argument held = held(context, holderId);
    LOCKED_NUMBERS.get(context.transaction(), held);
    RENAME_ON_NUMBERS.run(
        context.transaction(), held, Argument.of(PHONE_NUMBER.HOLDER_KEY, Holder.key(name)));
  }

  /** Ends a holder that has no number any more; the ledger goes on naming it. */
  public void end(OperationContext context, String holderId, Instant now) {
    change(context, END, holderId, Argument.of(HOLDER.ENDED_AT, now));
  }

  private static void change(
      OperationContext context, Command change, String holderId, Argument value) {
    change.run(
        context.transaction(),
        context.organization(),
        Argument.of(HOLDER.HOLDER_ID, holderId),
        value);
  }

  /**
   * Returns the count of a holder's numbers, up to a limit. It stays true while the holder's own
   * row is locked.
   */
  public int numbersHeld(OperationContext context, String holderId, int most) {
    return NUMBERS_HELD.get(context.transaction(), held(context, holderId), Argument.limit(most));
  }

  private static Argument held(OperationContext context, String holderId) {
    return Argument.all(context.organization(), Argument.of(ASSIGNMENT.HOLDER_ID, holderId));
  }
}

package org.carillon.server.inventory.orders;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ORDERED_NUMBER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER_ORDER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** The ordered numbers whose supplier is to be asked, and records of what became of them. */
final class DueOrderStore {

  /** The ordered numbers that are still being acquired. */
  static final DueRows<Due> ROWS =
      DueRows.atOnce(
          ORDERED_NUMBER.NEXT_ATTEMPT_AT,
          ORDERED_NUMBER.ATTEMPTS,
          new DueRows.Source<>(
              sql ->
                  sql.select(
                          ORDERED_NUMBER.ORGANIZATION_ID,
                          ORDERED_NUMBER.ORDER_ID,
                          ORDERED_NUMBER.POSITION,
                          ORDERED_NUMBER.E164,
                          PHONE_NUMBER.NUMBER_ID,
                          PHONE_NUMBER_ORDER.CREATED_AT,
                          ORDERED_NUMBER.ATTEMPTS)
                      .from(ORDERED_NUMBER)
                      .join(PHONE_NUMBER_ORDER)
                      .on(PHONE_NUMBER_ORDER.ORGANIZATION_ID.eq(ORDERED_NUMBER.ORGANIZATION_ID))
                      .and(PHONE_NUMBER_ORDER.ORDER_ID.eq(ORDERED_NUMBER.ORDER_ID))
                      .join(PHONE_NUMBER)
                      .on(PHONE_NUMBER.ORGANIZATION_ID.eq(ORDERED_NUMBER.ORGANIZATION_ID))
                      .and(PHONE_NUMBER.E164.eq(ORDERED_NUMBER.E164))
                      .and(PHONE_NUMBER.ORDER_ID.eq(ORDERED_NUMBER.ORDER_ID))
                      .and(NumberSql.inInventory()),
              row ->
                  new Due(
                      row.get(ORDERED_NUMBER.ORGANIZATION_ID),
                      row.get(ORDERED_NUMBER.ORDER_ID),
                      row.get(ORDERED_NUMBER.POSITION),
                      new E164(row.get(ORDERED_NUMBER.E164)),
                      new NumberKey(row.get(PHONE_NUMBER.NUMBER_ID)),
                      row.get(PHONE_NUMBER_ORDER.CREATED_AT)),
              DueOrderStore::number));

  private static final Command SETTLE =
      Command.of(sql ->
          sql.update(ORDERED_NUMBER)
              .set(ORDERED_NUMBER.STATUS, slot(ORDERED_NUMBER.STATUS))
              .set(ORDERED_NUMBER.REASON, slot(ORDERED_NUMBER.REASON))
              .set(ORDERED_NUMBER.NEXT_ATTEMPT_AT, inline(null, ORDERED_NUMBER.NEXT_ATTEMPT_AT))
              .where(given(ORDERED_NUMBER.ORGANIZATION_ID))
              .and(given(ORDERED_NUMBER.ORDER_ID))
              .and(given(ORDERED_NUMBER.POSITION)));

  private static final Command CHANGE_ORDER =
      Command.of(sql ->
          sql.update(PHONE_NUMBER_ORDER)
              .set(PHONE_NUMBER_ORDER.CHANGED_AT, ContextSql.now())
              .where(given(PHONE_NUMBER_ORDER.ORGANIZATION_ID))
              .and(given(PHONE_NUMBER_ORDER.ORDER_ID)));

  /** One ordered number that is still being acquired. */
  record Due(
      String organizationId,
      String orderId,
      int position,
      E164 e164,
      NumberKey numberId,
      Instant askedAt) {

    String reference() {
      return organizationId + "/" + numberId;
    }
  }

  /** Records what became of a number, at the call's now. */
  void settle(OperationContext context, Due item, Outcome outcome, @Nullable String reason) {
    SETTLE.run(
        context.transaction(),
        number(item),
        Argument.of(ORDERED_NUMBER.STATUS, outcome.name()),
        Argument.of(ORDERED_NUMBER.REASON, reason));
    CHANGE_ORDER.run(
        context.transaction(),
        context.instant(),
        Argument.of(PHONE_NUMBER_ORDER.ORGANIZATION_ID, item.organizationId()),
        Argument.of(PHONE_NUMBER_ORDER.ORDER_ID, item.orderId()));
  }

  private static Argument number(Due item) {
    return Argument.all(
        Argument.of(ORDERED_NUMBER.ORGANIZATION_ID, item.organizationId()),
        Argument.of(ORDERED_NUMBER.ORDER_ID, item.orderId()),
        Argument.of(ORDERED_NUMBER.POSITION, item.position()));
  }
}

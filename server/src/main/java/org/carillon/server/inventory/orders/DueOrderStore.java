package org.carillon.server.inventory.orders;

import static org.carillon.platform.db.schema.Tables.ORDERED_NUMBER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER_ORDER;

import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.OrderedNumberRecord;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Claims ordered numbers whose supplier is to be asked, and records what became of them. */
final class DueOrderStore {

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

  private final DueRows<OrderedNumberRecord> rows =
      DueRows.atOnce(ORDERED_NUMBER.NEXT_ATTEMPT_AT, ORDERED_NUMBER.ATTEMPTS);

  DueRows<?> rows() {
    return rows;
  }

  /** Claims the orders that are due now, across all organizations, longest due first. */
  List<Due> claim(Transaction transaction, int limit) {
    return rows
        .claim(
            transaction,
            transaction
                .sql()
                .select(
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
            limit)
        .stream()
        .map(row ->
            new Due(
                row.value1(),
                row.value2(),
                row.value3(),
                new E164(row.value4()),
                new NumberKey(row.value5()),
                row.value6()))
        .toList();
  }

  /** Makes a claimed number due again earlier than its lease would. */
  void putOff(Transaction transaction, Due item, Instant until) {
    rows.putOff(transaction, is(item), until);
  }

  /** Records what became of a number, at the call's now. */
  void settle(OperationContext context, Due item, Outcome outcome, @Nullable String reason) {
    context
        .transaction()
        .sql()
        .update(ORDERED_NUMBER)
        .set(ORDERED_NUMBER.STATUS, outcome.name())
        .set(ORDERED_NUMBER.REASON, reason)
        .setNull(ORDERED_NUMBER.NEXT_ATTEMPT_AT)
        .where(is(item))
        .execute();
    context
        .transaction()
        .sql()
        .update(PHONE_NUMBER_ORDER)
        .set(PHONE_NUMBER_ORDER.CHANGED_AT, context.now())
        .where(PHONE_NUMBER_ORDER.ORGANIZATION_ID.eq(item.organizationId()))
        .and(PHONE_NUMBER_ORDER.ORDER_ID.eq(item.orderId()))
        .execute();
  }

  private static Condition is(Due item) {
    return ORDERED_NUMBER
        .ORGANIZATION_ID
        .eq(item.organizationId())
        .and(ORDERED_NUMBER.ORDER_ID.eq(item.orderId()))
        .and(ORDERED_NUMBER.POSITION.eq(item.position()));
  }
}

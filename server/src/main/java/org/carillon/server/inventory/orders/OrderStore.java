package org.carillon.server.inventory.orders;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ORDERED_NUMBER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER_ORDER;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.OrderedNumberRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Item;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Record;

/** Keeps orders and the numbers they name. */
final class OrderStore {

  /** The key and size of an order, to cut a page before its numbers are read. */
  record OrderSummary(String orderId, Instant createdAt, int quantity) {}

  /** Adds an order whose numbers are all still to be asked for, from {@code now} on. */
  void add(OperationContext context, PhoneNumberOrder order) {
    var sql = context.transaction().sql();
    sql.insertInto(
            PHONE_NUMBER_ORDER,
            PHONE_NUMBER_ORDER.ORGANIZATION_ID,
            PHONE_NUMBER_ORDER.ORDER_ID,
            PHONE_NUMBER_ORDER.PRODUCT_TYPE,
            PHONE_NUMBER_ORDER.QUANTITY,
            PHONE_NUMBER_ORDER.CREATED_AT,
            PHONE_NUMBER_ORDER.CHANGED_AT)
        .values(
            context.organizationId(),
            order.orderId(),
            order.productType().value(),
            order.items().size(),
            order.createdAt(),
            order.changedAt())
        .execute();
    List<OrderedNumberRecord> rows = new ArrayList<>();
    for (Item item : order.items()) {
      OrderedNumberRecord row = new OrderedNumberRecord();
      row.setOrganizationId(context.organizationId());
      row.setOrderId(order.orderId());
      row.setPosition(rows.size());
      row.setE164(item.e164().text());
      row.setStatus(item.outcome().name());
      row.setNextAttemptAt(order.createdAt());
      rows.add(row);
    }
    sql.batchInsert(rows).execute();
  }

  Optional<PhoneNumberOrder> find(OperationContext context, String orderId) {
    return read(context, PHONE_NUMBER_ORDER.ORDER_ID.eq(orderId)).stream().findFirst();
  }

  /** The orders with those ids, newest first. */
  List<PhoneNumberOrder> findAll(OperationContext context, List<String> orderIds) {
    return read(context, Sql.in(PHONE_NUMBER_ORDER.ORDER_ID, orderIds));
  }

  /** The keys of one page, newest first. */
  List<OrderSummary> heads(OperationContext context, CreationCursor after, int limit) {
    return context
        .transaction()
        .sql()
        .select(
            PHONE_NUMBER_ORDER.ORDER_ID, PHONE_NUMBER_ORDER.CREATED_AT, PHONE_NUMBER_ORDER.QUANTITY)
        .from(PHONE_NUMBER_ORDER)
        .where(PHONE_NUMBER_ORDER.ORGANIZATION_ID.eq(context.organizationId()))
        .and(
            row(PHONE_NUMBER_ORDER.CREATED_AT, PHONE_NUMBER_ORDER.ORDER_ID)
                .lt(after.createdAt(), after.id()))
        .orderBy(PHONE_NUMBER_ORDER.CREATED_AT.desc(), PHONE_NUMBER_ORDER.ORDER_ID.desc())
        .limit(limit)
        .fetch(row -> new OrderSummary(row.value1(), row.value2(), row.value3()));
  }

  private static List<PhoneNumberOrder> read(OperationContext context, Condition which) {
    Map<String, PhoneNumberOrder> orders = new LinkedHashMap<>();
    context
        .transaction()
        .sql()
        .select(PHONE_NUMBER_ORDER.fields())
        .select(ORDERED_NUMBER.E164, ORDERED_NUMBER.STATUS)
        .from(PHONE_NUMBER_ORDER)
        .join(ORDERED_NUMBER)
        .on(ORDERED_NUMBER.ORGANIZATION_ID.eq(PHONE_NUMBER_ORDER.ORGANIZATION_ID))
        .and(ORDERED_NUMBER.ORDER_ID.eq(PHONE_NUMBER_ORDER.ORDER_ID))
        .where(PHONE_NUMBER_ORDER.ORGANIZATION_ID.eq(context.organizationId()))
        .and(which)
        .orderBy(
            PHONE_NUMBER_ORDER.CREATED_AT.desc(),
            PHONE_NUMBER_ORDER.ORDER_ID.desc(),
            ORDERED_NUMBER.POSITION)
        .forEach(row ->
            orders
                .computeIfAbsent(row.get(PHONE_NUMBER_ORDER.ORDER_ID), id -> order(row))
                .items()
                .add(
                    new Item(
                        new E164(row.get(ORDERED_NUMBER.E164)),
                        Outcome.valueOf(row.get(ORDERED_NUMBER.STATUS)))));
    return List.copyOf(orders.values());
  }

  private static PhoneNumberOrder order(Record row) {
    return new PhoneNumberOrder(
        row.get(PHONE_NUMBER_ORDER.ORDER_ID),
        requireNonNull(PhoneNumberProductType.fromValue(row.get(PHONE_NUMBER_ORDER.PRODUCT_TYPE))),
        new ArrayList<>(),
        row.get(PHONE_NUMBER_ORDER.CREATED_AT),
        row.get(PHONE_NUMBER_ORDER.CHANGED_AT));
  }
}

package org.carillon.server.inventory.orders;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ORDERED_NUMBER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Item;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;

/** Keeps orders and the numbers they name. */
final class OrderStore {

  private static final Condition OWN =
      ContextSql.ofOrganization(PHONE_NUMBER_ORDER.ORGANIZATION_ID);

  private static final Command ADD =
      Command.insert(
          PHONE_NUMBER_ORDER,
          PHONE_NUMBER_ORDER.ORGANIZATION_ID,
          PHONE_NUMBER_ORDER.ORDER_ID,
          PHONE_NUMBER_ORDER.PRODUCT_TYPE,
          PHONE_NUMBER_ORDER.QUANTITY,
          PHONE_NUMBER_ORDER.CREATED_AT,
          PHONE_NUMBER_ORDER.CHANGED_AT);

  private static final Command ADD_NUMBER =
      Command.insert(
          ORDERED_NUMBER,
          ORDERED_NUMBER.ORGANIZATION_ID,
          ORDERED_NUMBER.ORDER_ID,
          ORDERED_NUMBER.POSITION,
          ORDERED_NUMBER.E164,
          ORDERED_NUMBER.STATUS,
          ORDERED_NUMBER.NEXT_ATTEMPT_AT);

  private static final Query<OrderedNumber> BY_ID = numbers(given(PHONE_NUMBER_ORDER.ORDER_ID));
  private static final Query<OrderedNumber> BY_IDS = numbers(among(PHONE_NUMBER_ORDER.ORDER_ID));

  private static final Query<OrderSummary> HEADS =
      Query.of(
          sql ->
              sql.select(
                      PHONE_NUMBER_ORDER.ORDER_ID,
                      PHONE_NUMBER_ORDER.CREATED_AT,
                      PHONE_NUMBER_ORDER.QUANTITY)
                  .from(PHONE_NUMBER_ORDER)
                  .where(OWN)
                  .and(
                      CreationCursorSql.isBefore(
                          PHONE_NUMBER_ORDER.CREATED_AT, PHONE_NUMBER_ORDER.ORDER_ID))
                  .orderBy(PHONE_NUMBER_ORDER.CREATED_AT.desc(), PHONE_NUMBER_ORDER.ORDER_ID.desc())
                  .limit(limit()),
          row ->
              new OrderSummary(
                  row.get(PHONE_NUMBER_ORDER.ORDER_ID),
                  row.get(PHONE_NUMBER_ORDER.CREATED_AT),
                  row.get(PHONE_NUMBER_ORDER.QUANTITY)));

  /** The key and size of an order, to cut a page before its numbers are read. */
  record OrderSummary(String orderId, Instant createdAt, int quantity) {}

  /** An order without its numbers, and one of them. */
  private record OrderedNumber(PhoneNumberOrder order, Item item) {}

  /** Adds an order whose numbers are all still to be asked for, from {@code now} on. */
  void add(OperationContext context, PhoneNumberOrder order) {
    ADD.run(
        context.transaction(),
        Argument.of(PHONE_NUMBER_ORDER.ORGANIZATION_ID, context.organizationId()),
        Argument.of(PHONE_NUMBER_ORDER.ORDER_ID, order.orderId()),
        Argument.of(PHONE_NUMBER_ORDER.PRODUCT_TYPE, order.productType().value()),
        Argument.of(PHONE_NUMBER_ORDER.QUANTITY, order.items().size()),
        Argument.of(PHONE_NUMBER_ORDER.CREATED_AT, order.createdAt()),
        Argument.of(PHONE_NUMBER_ORDER.CHANGED_AT, order.changedAt()));
    List<Argument> numbers = new ArrayList<>();
    for (Item item : order.items()) {
      numbers.add(
          Argument.all(
              Argument.of(ORDERED_NUMBER.ORGANIZATION_ID, context.organizationId()),
              Argument.of(ORDERED_NUMBER.ORDER_ID, order.orderId()),
              Argument.of(ORDERED_NUMBER.POSITION, numbers.size()),
              Argument.of(ORDERED_NUMBER.E164, item.e164().text()),
              Argument.of(ORDERED_NUMBER.STATUS, item.outcome().name()),
              Argument.of(ORDERED_NUMBER.NEXT_ATTEMPT_AT, order.createdAt())));
    }
    ADD_NUMBER.runAll(context.transaction(), numbers);
  }

  Optional<PhoneNumberOrder> find(OperationContext context, String orderId) {
    List<OrderedNumber> numbers =
        BY_ID.list(
            context.transaction(),
            context.organization(),
            Argument.of(PHONE_NUMBER_ORDER.ORDER_ID, orderId));
    return orders(numbers).values().stream().findFirst();
  }

  /** The orders with those ids, in that order. */
  List<PhoneNumberOrder> findAll(OperationContext context, List<String> orderIds) {
    List<OrderedNumber> numbers =
        BY_IDS.list(
            context.transaction(),
            context.organization(),
            Argument.among(PHONE_NUMBER_ORDER.ORDER_ID, orderIds));
    return orderIds.stream().map(orders(numbers)::get).filter(Objects::nonNull).toList();
  }

  /** The keys of one page, newest first. */
  List<OrderSummary> heads(OperationContext context, CreationCursor after, int limit) {
    return HEADS.list(
        context.transaction(), context.organization(), after.argument(), Argument.limit(limit));
  }

  private static Map<String, PhoneNumberOrder> orders(List<OrderedNumber> numbers) {
    Map<String, PhoneNumberOrder> orders = new HashMap<>();
    for (OrderedNumber each : numbers) {
      orders.computeIfAbsent(each.order().orderId(), _ -> each.order()).items().add(each.item());
    }
    return orders;
  }

  /** Returns the query of the numbers of orders, each order's in their order. */
  private static Query<OrderedNumber> numbers(Condition which) {
    return Query.of(
        sql ->
            sql.select(PHONE_NUMBER_ORDER.fields())
                .select(ORDERED_NUMBER.E164, ORDERED_NUMBER.STATUS)
                .from(PHONE_NUMBER_ORDER)
                .join(ORDERED_NUMBER)
                .on(ORDERED_NUMBER.ORGANIZATION_ID.eq(PHONE_NUMBER_ORDER.ORGANIZATION_ID))
                .and(ORDERED_NUMBER.ORDER_ID.eq(PHONE_NUMBER_ORDER.ORDER_ID))
                .where(OWN)
                .and(which)
                // Not by the orders first, whose index SQLite would walk for the sake of it.
                .orderBy(ORDERED_NUMBER.POSITION),
        OrderStore::number);
  }

  private static OrderedNumber number(Row row) {
    return new OrderedNumber(
        new PhoneNumberOrder(
            row.get(PHONE_NUMBER_ORDER.ORDER_ID),
            requireNonNull(
                PhoneNumberProductType.fromValue(row.get(PHONE_NUMBER_ORDER.PRODUCT_TYPE))),
            new ArrayList<>(),
            row.get(PHONE_NUMBER_ORDER.CREATED_AT),
            row.get(PHONE_NUMBER_ORDER.CHANGED_AT)),
        new Item(
            new E164(row.get(ORDERED_NUMBER.E164)),
            Outcome.valueOf(row.get(ORDERED_NUMBER.STATUS))));
  }
}

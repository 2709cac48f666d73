package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Reads numbers together with who holds them, in one round trip. */
public final class InventoryStore {

  private static final Query<ItemRow> BY_E164 =
      query((sql, _) ->
          sql.selectFrom(PHONE_NUMBER)
              .where(NumberSql.inOwnInventory())
              .and(given(PHONE_NUMBER.E164)));

  private static final Query<ItemRow> BY_KEYS =
      query((sql, _) -> sql.selectFrom(PHONE_NUMBER).where(among(PHONE_NUMBER.NUMBER_ID)));

  InventoryStore() {}

  /** A number and one of its open assignments, if it has any. */
  record ItemRow(PhoneNumber number, @Nullable Assignment assignment) {}

  /** A number and its open assignments. */
  public record InventoryItem(PhoneNumber number, List<Assignment> assignments) {

    /** The number as the API shows it. */
    public org.carillon.api.model.PhoneNumber view(Instant now) {
      return PhoneNumberView.of(number, assignments, now);
    }

    /** Returns the assignment of the holder, which members of a line are not. */
    public Optional<Assignment> holding() {
      return assignments.stream().filter(each -> !each.role().isLineMember()).findFirst();
    }
  }

  /**
   * Returns the number.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization does not have it
   */
  public InventoryItem get(OperationContext context, E164 e164) {
    return find(context, e164).orElseThrow(() -> PhoneNumberStore.notFound(e164));
  }

  /** The number if the organization still has it. */
  public Optional<InventoryItem> find(OperationContext context, E164 e164) {
    List<ItemRow> rows =
        BY_E164.list(
            context.transaction(),
            context.organization(),
            Argument.of(PHONE_NUMBER.E164, e164.text()));
    return items(rows).stream()
        .filter(item -> item.number().isInInventoryOrQueue(context.now()))
        .findFirst();
  }

  /** Numbers of the organization by their keys; one that is gone is left out. */
  public Map<NumberKey, InventoryItem> withKeys(
      OperationContext context, Collection<NumberKey> numberIds) {
    if (numberIds.isEmpty()) {
      return Map.of();
    }
    List<ItemRow> rows =
        BY_KEYS.list(
            context.transaction(),
            Argument.among(PHONE_NUMBER.NUMBER_ID, NumberKey.values(numberIds)));
    return items(rows).stream()
        // Not in SQL: SQLite would rather read all numbers of the organization than a hundred keys.
        .filter(item -> item.number().organizationId().equals(context.organizationId()))
        .collect(Collectors.toMap(item -> item.number().numberId(), Function.identity()));
  }

  /** Returns the query of the numbers that another finds, each with its open assignments. */
  static Query<ItemRow> query(BiFunction<DSLContext, Condition, Select<? extends Record>> numbers) {
    return Query.filtered(
        (sql, filter) ->
            sql.select(PHONE_NUMBER.fields())
                .select(AssignmentStore.COLUMNS)
                .from(numbers.apply(sql, filter).asTable(PHONE_NUMBER))
                .leftJoin(ASSIGNMENT)
                .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
                .and(LedgerSql.open(ASSIGNMENT))
                .leftJoin(HOLDER)
                .on(LedgerSql.holder(ASSIGNMENT))
                .orderBy(PHONE_NUMBER.NUMBER_ID, ASSIGNMENT.ASSIGNMENT_ID),
        InventoryStore::read);
  }

  private static ItemRow read(Row row) {
    return new ItemRow(
        NumberRows.read(row),
        row.get(ASSIGNMENT.ASSIGNMENT_ID) == null ? null : AssignmentStore.read(row));
  }

  /** Returns the numbers of such a query's rows, in order of keys. */
  static List<InventoryItem> items(List<ItemRow> rows) {
    List<InventoryItem> items = new ArrayList<>();
    for (ItemRow row : rows) {
      if (items.isEmpty() || !items.getLast().number().numberId().equals(row.number().numberId())) {
        items.add(new InventoryItem(row.number(), new ArrayList<>()));
      }
      if (row.assignment() != null) {
        items.getLast().assignments().add(row.assignment());
      }
    }
    return items;
  }
}

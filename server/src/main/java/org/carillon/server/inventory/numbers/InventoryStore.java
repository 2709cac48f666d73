package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.PhoneNumberRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;

/** Reads numbers together with who holds them, in one round trip. */
public final class InventoryStore {

  InventoryStore() {}

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
    Select<PhoneNumberRecord> one =
        context
            .transaction()
            .sql()
            .selectFrom(PHONE_NUMBER)
            .where(NumberSql.inInventory(context))
            .and(PHONE_NUMBER.E164.eq(e164.text()));
    return entries(context, one).stream()
        .filter(entry -> entry.number().isInInventoryOrQueue(context.now()))
        .findFirst();
  }

  /** Numbers of the organization by their keys; one that is gone is left out. */
  public Map<NumberKey, InventoryItem> withKeys(
      OperationContext context, Collection<NumberKey> numberIds) {
    if (numberIds.isEmpty()) {
      return Map.of();
    }
    Select<PhoneNumberRecord> those =
        context
            .transaction()
            .sql()
            .selectFrom(PHONE_NUMBER)
            .where(Sql.in(PHONE_NUMBER.NUMBER_ID, NumberKey.values(numberIds)));
    return entries(context, those).stream()
        // Not in SQL: SQLite would rather read all numbers of the organization than a hundred keys.
        .filter(entry -> entry.number().organizationId().equals(context.organizationId()))
        .collect(Collectors.toMap(entry -> entry.number().numberId(), Function.identity()));
  }

  /** The numbers that a query finds, each with its open assignments, in order of keys. */
  static List<InventoryItem> entries(OperationContext context, Select<? extends Record> page) {
    List<SelectField<?>> columns = new ArrayList<>(List.of(PHONE_NUMBER.fields()));
    columns.addAll(AssignmentStore.COLUMNS);
    List<InventoryItem> entries = new ArrayList<>();
    context
        .transaction()
        .sql()
        .select(columns)
        .from(page.asTable(PHONE_NUMBER))
        .leftJoin(ASSIGNMENT)
        .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
        .and(LedgerSql.open(ASSIGNMENT))
        .leftJoin(HOLDER)
        .on(LedgerSql.holder(ASSIGNMENT))
        .orderBy(PHONE_NUMBER.NUMBER_ID, ASSIGNMENT.ASSIGNMENT_ID)
        .forEach(row -> add(entries, row));
    return entries;
  }

  private static void add(List<InventoryItem> entries, Record row) {
    NumberKey key = new NumberKey(row.get(PHONE_NUMBER.NUMBER_ID));
    if (entries.isEmpty() || !entries.getLast().number().numberId().equals(key)) {
      entries.add(new InventoryItem(NumberRows.read(row), new ArrayList<>()));
    }
    if (row.get(ASSIGNMENT.ASSIGNMENT_ID) != null) {
      entries.getLast().assignments().add(AssignmentStore.read(row));
    }
  }
}

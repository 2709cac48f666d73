package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.schema.tables.records.PhoneNumberRecord;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** Reads numbers together with who holds them, in one round trip. */
public final class InventoryStore {

  InventoryStore() {}

  /** A number and its open assignments. */
  public record Entry(PhoneNumber number, List<Assignment> assignments) {

    /** The number as the API shows it. */
    public org.carillon.api.model.PhoneNumber view(Instant now) {
      return PhoneNumberView.of(number, assignments, now);
    }

    /** By whom it is held, those with a part in a line aside. */
    public Optional<Assignment> holding() {
      return assignments.stream().filter(each -> !each.role().isSeat()).findFirst();
    }
  }

  /**
   * The number, by its identifier or in E.164 form.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization does not have it
   */
  public Entry get(OperationContext context, String idOrNumber) {
    String e164 = E164.ofId(idOrNumber);
    return find(context, e164).orElseThrow(() -> PhoneNumberStore.notFound(e164));
  }

  /** The number if the organization still has it. */
  public Optional<Entry> find(OperationContext context, String e164) {
    Select<PhoneNumberRecord> one =
        context
            .transaction()
            .sql()
            .selectFrom(PHONE_NUMBER)
            .where(PhoneNumberStore.ofOrganization(context))
            .and(PHONE_NUMBER.E164.eq(e164))
            .and(PhoneNumberStore.inInventory());
    return entries(context, one).stream()
        .filter(entry -> entry.number().isHere(context.now()))
        .findFirst();
  }

  /** Numbers of the organization by their keys; one that is gone is left out. */
  public Map<Long, Entry> withKeys(OperationContext context, Collection<Long> numberIds) {
    if (numberIds.isEmpty()) {
      return Map.of();
    }
    Select<PhoneNumberRecord> those =
        context
            .transaction()
            .sql()
            .selectFrom(PHONE_NUMBER)
            .where(PHONE_NUMBER.NUMBER_ID.in(numberIds));
    return entries(context, those).stream()
        // Not in SQL: SQLite would rather read all numbers of the organization than a hundred keys.
        .filter(entry -> entry.number().organizationId().equals(context.organizationId()))
        .collect(Collectors.toMap(entry -> entry.number().numberId(), Function.identity()));
  }

  /**
   * The stored form of a status, null being every number that is still the organization's; only the
   * deadline of the queue depends on now.
   */
  public static Condition status(@Nullable PhoneNumberStatus status, Instant now) {
    return status == null
        ? PHONE_NUMBER.LEAVES_AT.isNull().or(PHONE_NUMBER.LEAVES_AT.gt(now))
        : phase(status).and(deadline(status, now));
  }

  /** What tells the statuses apart that have the same phase. */
  public static Condition deadline(PhoneNumberStatus status, Instant now) {
    Condition left = PHONE_NUMBER.LEAVES_AT.le(now);
    return switch (status) {
      case DELETE_IN_PROGRESS -> PHONE_NUMBER.LEAVES_AT.gt(now);
      case RELEASE_IN_PROGRESS -> left.and(PHONE_NUMBER.RELEASE_FAILED_AT.isNull());
      case RELEASE_FAILED -> left.and(PHONE_NUMBER.RELEASE_FAILED_AT.isNotNull());
      case ACQUIRE_IN_PROGRESS,
          ACQUIRE_FAILED,
          UNASSIGNED,
          ASSIGNED,
          DELETE_FAILED,
          CANCELLED,
          PORTIN_CANCEL_REQUESTED,
          PORTIN_IN_PROGRESS ->
          noCondition();
    };
  }

  /** What every number in that status has stored, whatever the time. */
  public static Condition phase(PhoneNumberStatus status) {
    return switch (status) {
      case ACQUIRE_IN_PROGRESS -> phase("ACQUIRING");
      case ACQUIRE_FAILED -> phase("FAILED");
      case UNASSIGNED -> phase("HELD");
      case ASSIGNED -> PHONE_NUMBER.PHASE.eq(inline("HELD")).and(PHONE_NUMBER.ASSIGNED.eq(true));
      case DELETE_IN_PROGRESS, RELEASE_IN_PROGRESS, RELEASE_FAILED -> phase("DELETED");
      // A deletion here is a change of our own row, which does not fail half way; nothing is
      // ported.
      case DELETE_FAILED, CANCELLED, PORTIN_CANCEL_REQUESTED, PORTIN_IN_PROGRESS ->
          falseCondition();
    };
  }

  /** Says of every phase that the number is nobody's, so that one index serves them all. */
  private static Condition phase(String phase) {
    return PHONE_NUMBER.PHASE.eq(inline(phase)).and(PHONE_NUMBER.ASSIGNED.eq(false));
  }

  /** The numbers that a query finds, each with its open assignments, in order of keys. */
  static List<Entry> entries(OperationContext context, Select<? extends Record> page) {
    List<SelectField<?>> columns = new ArrayList<>(List.of(PHONE_NUMBER.fields()));
    columns.addAll(AssignmentStore.COLUMNS);
    List<Entry> entries = new ArrayList<>();
    context
        .transaction()
        .sql()
        .select(columns)
        .from(page.asTable(PHONE_NUMBER))
        .leftJoin(ASSIGNMENT)
        .on(AssignmentStore.openOfNumber())
        .leftJoin(HOLDER)
        .on(AssignmentStore.itsHolder())
        .orderBy(PHONE_NUMBER.NUMBER_ID, ASSIGNMENT.ASSIGNMENT_ID)
        .forEach(row -> add(entries, row));
    return entries;
  }

  private static void add(List<Entry> entries, Record row) {
    long key = row.get(PHONE_NUMBER.NUMBER_ID);
    if (entries.isEmpty() || entries.getLast().number().numberId() != key) {
      entries.add(new Entry(NumberRows.read(row), new ArrayList<>()));
    }
    if (row.get(ASSIGNMENT.ASSIGNMENT_ID) != null) {
      entries.getLast().assignments().add(AssignmentStore.read(row));
    }
  }
}

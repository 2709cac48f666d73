package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;

/** Reads and writes the ledger: a row is inserted once and closed once, and never changed. */
final class AssignmentStore {

  /** The columns that make an {@link Assignment}, joined with {@link LedgerSql#holder}. */
  static final List<Field<?>> COLUMNS =
      List.of(
          ASSIGNMENT.ASSIGNMENT_ID,
          ASSIGNMENT.NUMBER_ID,
          ASSIGNMENT.HOLDER_ID,
          ASSIGNMENT.HOLDER_KIND,
          ASSIGNMENT.ACCOUNT_ID,
          ASSIGNMENT.ROLE,
          ASSIGNMENT.HELD_SINCE,
          ASSIGNMENT.FROM_AT,
          HOLDER.NAME);

  private final Ids ids;

  AssignmentStore(Ids ids) {
    this.ids = ids;
  }

  static Assignment read(Record row) {
    return new Assignment(
        row.get(ASSIGNMENT.ASSIGNMENT_ID),
        new NumberKey(row.get(ASSIGNMENT.NUMBER_ID)),
        new Holder(
            row.get(ASSIGNMENT.HOLDER_ID),
            Holder.Kind.valueOf(row.get(ASSIGNMENT.HOLDER_KIND)),
            row.get(ASSIGNMENT.ACCOUNT_ID),
            row.get(HOLDER.NAME)),
        Role.valueOf(row.get(ASSIGNMENT.ROLE)),
        row.get(ASSIGNMENT.HELD_SINCE),
        row.get(ASSIGNMENT.FROM_AT));
  }

  /** Returns the numbers of a holder's own, longest held first, without those of lines. */
  List<Assignment> heldBy(OperationContext context, String holderId) {
    return open(
        context,
        ASSIGNMENT
            .HOLDER_ID
            .eq(holderId)
            .and(LedgerSql.owner(ASSIGNMENT))
            .and(LedgerSql.byHolder(ASSIGNMENT)),
        // The order of a user's list, also of numbers held equally long: the first one succeeds.
        ASSIGNMENT.NUMBER_ID);
  }

  /** Returns the assignments of a number now; the holder comes before the members of its line. */
  List<Assignment> ofNumber(OperationContext context, NumberKey numberId) {
    return open(context, ASSIGNMENT.NUMBER_ID.eq(numberId.value()), ASSIGNMENT.ASSIGNMENT_ID);
  }

  /** Returns the assignment of a number to its holder now. */
  Optional<Assignment> ofHolder(OperationContext context, E164 e164) {
    return context
        .transaction()
        .sql()
        .select(COLUMNS)
        .from(PHONE_NUMBER)
        .join(ASSIGNMENT)
        .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
        .and(LedgerSql.open(ASSIGNMENT))
        .and(LedgerSql.owner(ASSIGNMENT))
        .join(HOLDER)
        .on(LedgerSql.holder(ASSIGNMENT))
        .where(NumberSql.inInventory(context))
        .and(PHONE_NUMBER.E164.eq(e164.text()))
        .fetchOptional(AssignmentStore::read);
  }

  private List<Assignment> open(
      OperationContext context, Condition which, Field<Long> settlingTies) {
    return context
        .transaction()
        .sql()
        .select(COLUMNS)
        .from(ASSIGNMENT)
        .join(HOLDER)
        .on(LedgerSql.holder(ASSIGNMENT))
        .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
        .and(which)
        .and(LedgerSql.open(ASSIGNMENT))
        .orderBy(ASSIGNMENT.HELD_SINCE, settlingTies)
        .fetch(AssignmentStore::read);
  }

  /** Returns the instant at which the last assignment of a number ended, if there was one. */
  Optional<Instant> lastEnd(OperationContext context, NumberKey numberId) {
    return context
        .transaction()
        .sql()
        .select(max(ASSIGNMENT.TO_AT))
        .from(ASSIGNMENT)
        .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
        .and(ASSIGNMENT.NUMBER_ID.eq(numberId.value()))
        .and(ASSIGNMENT.TO_AT.isNotNull())
        .fetchOptional()
        .map(Record1::value1);
  }

  /** Opens an entry at the call's now. */
  Assignment open(
      OperationContext context, NumberKey numberId, Holder holder, Role role, Instant heldSince) {
    Assignment opened =
        new Assignment(ids.next(), numberId, holder, role, heldSince, context.now());
    context
        .transaction()
        .sql()
        .insertInto(
            ASSIGNMENT,
            ASSIGNMENT.ORGANIZATION_ID,
            ASSIGNMENT.ASSIGNMENT_ID,
            ASSIGNMENT.NUMBER_ID,
            ASSIGNMENT.HOLDER_ID,
            ASSIGNMENT.HOLDER_KIND,
            ASSIGNMENT.ACCOUNT_ID,
            ASSIGNMENT.ROLE,
            ASSIGNMENT.HELD_SINCE,
            ASSIGNMENT.FROM_AT,
            ASSIGNMENT.OPENED_BY)
        .values(
            context.organizationId(),
            opened.assignmentId(),
            numberId.value(),
            holder.holderId(),
            holder.kind().name(),
            holder.accountId(),
            role.name(),
            heldSince,
            opened.from(),
            context.auditId())
        .execute();
    return opened;
  }

  /** Closes an entry at the call's now. */
  void close(OperationContext context, Assignment assignment) {
    int closed =
        context
            .transaction()
            .sql()
            .update(ASSIGNMENT)
            .set(ASSIGNMENT.TO_AT, context.now())
            .set(ASSIGNMENT.CLOSED_BY, context.auditId())
            .where(ASSIGNMENT.ORGANIZATION_ID.eq(context.organizationId()))
            .and(ASSIGNMENT.ASSIGNMENT_ID.eq(assignment.assignmentId()))
            .and(ASSIGNMENT.TO_AT.isNull())
            .execute();
    if (closed != 1) {
      throw new IllegalStateException(
          "assignment " + assignment.assignmentId() + " was closed behind its number's lock");
    }
  }
}

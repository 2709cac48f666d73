package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Field;

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

  private static final Query<Assignment> OF_HOLDER =
      open(
          given(ASSIGNMENT.HOLDER_ID)
              .and(LedgerSql.owner(ASSIGNMENT))
              .and(LedgerSql.byHolder(ASSIGNMENT)),
          // The order of a user's list, also of numbers held equally long: the first one succeeds.
          ASSIGNMENT.NUMBER_ID);

  private static final Query<Assignment> OF_NUMBER =
      open(given(ASSIGNMENT.NUMBER_ID), ASSIGNMENT.ASSIGNMENT_ID);

  private static final Query<Assignment> TO_HOLDER =
      Query.of(
          sql ->
              sql.select(COLUMNS)
                  .from(PHONE_NUMBER)
                  .join(ASSIGNMENT)
                  .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
                  .and(LedgerSql.open(ASSIGNMENT))
                  .and(LedgerSql.owner(ASSIGNMENT))
                  .join(HOLDER)
                  .on(LedgerSql.holder(ASSIGNMENT))
                  .where(NumberSql.inOwnInventory())
                  .and(given(PHONE_NUMBER.E164)),
          AssignmentStore::read);

  private static final Field<Instant> ENDED = max(ASSIGNMENT.TO_AT);

  private static final Query<Optional<Instant>> LAST_END =
      Query.of(
          sql ->
              sql.select(ENDED)
                  .from(ASSIGNMENT)
                  .where(LedgerSql.ofOrganization(ASSIGNMENT))
                  .and(given(ASSIGNMENT.NUMBER_ID))
                  .and(ASSIGNMENT.TO_AT.isNotNull()),
          row -> Optional.ofNullable(row.get(ENDED)));

  private static final Command OPEN =
      Command.insert(
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
          ASSIGNMENT.OPENED_BY);

  private static final Command CLOSE =
      Command.of(sql ->
          sql.update(ASSIGNMENT)
              .set(ASSIGNMENT.TO_AT, slot(ASSIGNMENT.TO_AT))
              .set(ASSIGNMENT.CLOSED_BY, slot(ASSIGNMENT.CLOSED_BY))
              .where(LedgerSql.ofOrganization(ASSIGNMENT))
              .and(given(ASSIGNMENT.ASSIGNMENT_ID))
              .and(ASSIGNMENT.TO_AT.isNull()));

  private final Ids ids;

  AssignmentStore(Ids ids) {
    this.ids = ids;
  }

  private static Query<Assignment> open(Condition which, Field<Long> settlingTies) {
    return Query.of(
        sql ->
            sql.select(COLUMNS)
                .from(ASSIGNMENT)
                .join(HOLDER)
                .on(LedgerSql.holder(ASSIGNMENT))
                .where(LedgerSql.ofOrganization(ASSIGNMENT))
                .and(which)
                .and(LedgerSql.open(ASSIGNMENT))
                .orderBy(ASSIGNMENT.HELD_SINCE, settlingTies),
        AssignmentStore::read);
  }

  static Assignment read(Row row) {
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
    return OF_HOLDER.list(
        context.transaction(), context.organization(), Argument.of(ASSIGNMENT.HOLDER_ID, holderId));
  }

  /** Returns the assignments of a number now; the holder comes before the members of its line. */
  List<Assignment> ofNumber(OperationContext context, NumberKey numberId) {
    return OF_NUMBER.list(
        context.transaction(),
        context.organization(),
        Argument.of(ASSIGNMENT.NUMBER_ID, numberId.value()));
  }

  /** Returns the assignment of a number to its holder now. */
  Optional<Assignment> ofHolder(OperationContext context, E164 e164) {
    return TO_HOLDER.find(
        context.transaction(), context.organization(), Argument.of(PHONE_NUMBER.E164, e164.text()));
  }

  /** Returns the instant at which the last assignment of a number ended, if there was one. */
  Optional<Instant> lastEnd(OperationContext context, NumberKey numberId) {
    return LAST_END
        .find(
            context.transaction(),
            context.organization(),
            Argument.of(ASSIGNMENT.NUMBER_ID, numberId.value()))
        .flatMap(Function.identity());
  }

  /** Opens an entry at the call's now. */
  Assignment open(
      OperationContext context, NumberKey numberId, Holder holder, Role role, Instant heldSince) {
    Assignment opened =
        new Assignment(ids.next(), numberId, holder, role, heldSince, context.now());
    OPEN.run(
        context.transaction(),
        Argument.of(ASSIGNMENT.ORGANIZATION_ID, context.organizationId()),
        Argument.of(ASSIGNMENT.ASSIGNMENT_ID, opened.assignmentId()),
        Argument.of(ASSIGNMENT.NUMBER_ID, numberId.value()),
        Argument.of(ASSIGNMENT.HOLDER_ID, holder.holderId()),
        Argument.of(ASSIGNMENT.HOLDER_KIND, holder.kind().name()),
        Argument.of(ASSIGNMENT.ACCOUNT_ID, holder.accountId()),
        Argument.of(ASSIGNMENT.ROLE, role.name()),
        Argument.of(ASSIGNMENT.HELD_SINCE, heldSince),
        Argument.of(ASSIGNMENT.FROM_AT, opened.from()),
        Argument.of(ASSIGNMENT.OPENED_BY, context.auditId()));
    return opened;
  }

  /** Closes an entry at the call's now. */
  void close(OperationContext context, Assignment assignment) {
    int closed =
        CLOSE.run(
            context.transaction(),
            context.organization(),
            Argument.of(ASSIGNMENT.ASSIGNMENT_ID, assignment.assignmentId()),
            Argument.of(ASSIGNMENT.TO_AT, context.now()),
            Argument.of(ASSIGNMENT.CLOSED_BY, context.auditId()));
    if (closed != 1) {
      throw new IllegalStateException(
          "assignment " + assignment.assignmentId() + " was closed behind its number's lock");
    }
  }
}

package org.carillon.platform.operations;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;

import java.util.List;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Transaction;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Writes the audit log. */
final class AuditStore {

  private static final Command ADD =
      Command.insert(
          AUDIT_ENTRY,
          AUDIT_ENTRY.ORGANIZATION_ID,
          AUDIT_ENTRY.AUDIT_ID,
          AUDIT_ENTRY.HAPPENED_AT,
          AUDIT_ENTRY.PRINCIPAL,
          AUDIT_ENTRY.OPERATION,
          AUDIT_ENTRY.TARGET,
          AUDIT_ENTRY.OUTCOME,
          AUDIT_ENTRY.REQUEST_ID,
          AUDIT_ENTRY.SOURCE,
          AUDIT_ENTRY.DETAIL);

  private static final List<Field<?>> COUNTED = List.of(AUDIT_ENTRY.TIMES, AUDIT_ENTRY.LAST_AT);
  private static final Command COUNT =
      Command.insertOrUpdate(
          AUDIT_ENTRY,
          List.of(AUDIT_ENTRY.ORGANIZATION_ID, AUDIT_ENTRY.AUDIT_ID),
          COUNTED,
          AUDIT_ENTRY.HAPPENED_AT,
          AUDIT_ENTRY.PRINCIPAL,
          AUDIT_ENTRY.OPERATION,
          AUDIT_ENTRY.OUTCOME,
          AUDIT_ENTRY.REQUEST_ID,
          AUDIT_ENTRY.SOURCE);

  /**
   * Leaves one row.
   *
   * @param detail the ids that the operation concerned beside its target; null when there are none
   */
  void add(Transaction transaction, long auditId, AuditEntry entry, @Nullable String detail) {
    ADD.run(
        transaction,
        Argument.of(AUDIT_ENTRY.ORGANIZATION_ID, entry.principal().organizationId()),
        Argument.of(AUDIT_ENTRY.AUDIT_ID, auditId),
        Argument.of(AUDIT_ENTRY.HAPPENED_AT, transaction.now()),
        Argument.of(AUDIT_ENTRY.PRINCIPAL, entry.principal().name()),
        Argument.of(AUDIT_ENTRY.OPERATION, entry.operation()),
        Argument.of(AUDIT_ENTRY.TARGET, entry.target()),
        Argument.of(AUDIT_ENTRY.OUTCOME, entry.outcome()),
        Argument.of(AUDIT_ENTRY.REQUEST_ID, entry.request().requestId()),
        Argument.of(AUDIT_ENTRY.SOURCE, entry.request().source()),
        Argument.of(AUDIT_ENTRY.DETAIL, detail));
  }

  /**
   * Writes how many refusals one row counts, and makes the row when it is missing. Writing the same
   * count again changes nothing, so a caller that does not know the outcome may write again.
   */
  void count(Transaction transaction, RefusalLog.Counted counted) {
    COUNT.run(
        transaction,
        Argument.of(AUDIT_ENTRY.ORGANIZATION_ID, counted.kind().organizationId()),
        Argument.of(AUDIT_ENTRY.AUDIT_ID, counted.row()),
        Argument.of(AUDIT_ENTRY.HAPPENED_AT, transaction.now()),
        Argument.of(AUDIT_ENTRY.PRINCIPAL, counted.kind().principal()),
        Argument.of(AUDIT_ENTRY.OPERATION, counted.kind().operation()),
        Argument.of(AUDIT_ENTRY.OUTCOME, counted.kind().outcome()),
        Argument.of(AUDIT_ENTRY.REQUEST_ID, counted.last().requestId()),
        Argument.of(AUDIT_ENTRY.SOURCE, counted.last().source()),
        Argument.of(AUDIT_ENTRY.TIMES, counted.times()),
        Argument.of(AUDIT_ENTRY.LAST_AT, transaction.now()));
  }
}

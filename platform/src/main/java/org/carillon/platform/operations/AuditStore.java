package org.carillon.platform.operations;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;

import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Writes the audit log. */
final class AuditStore {

  /**
   * Leaves one row.
   *
   * @param detail the ids that the operation concerned beside its target; null when there are none
   */
  void add(Transaction transaction, long auditId, AuditEntry entry, @Nullable String detail) {
    transaction
        .sql()
        .insertInto(
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
            AUDIT_ENTRY.DETAIL)
        .values(
            entry.principal().organizationId(),
            auditId,
            transaction.now(),
            entry.principal().name(),
            entry.operation(),
            entry.target(),
            entry.outcome(),
            entry.request().requestId(),
            entry.request().source(),
            detail)
        .execute();
  }

  /**
   * Writes how many refusals one row counts, and makes the row when it is missing. Writing the same
   * count again changes nothing, so a caller that does not know the outcome may write again.
   */
  void count(Transaction transaction, RefusalLog.Counted counted) {
    transaction
        .sql()
        .insertInto(AUDIT_ENTRY)
        .set(AUDIT_ENTRY.ORGANIZATION_ID, counted.kind().organizationId())
        .set(AUDIT_ENTRY.AUDIT_ID, counted.row())
        .set(AUDIT_ENTRY.HAPPENED_AT, transaction.now())
        .set(AUDIT_ENTRY.PRINCIPAL, counted.kind().principal())
        .set(AUDIT_ENTRY.OPERATION, counted.kind().operation())
        .set(AUDIT_ENTRY.OUTCOME, counted.kind().outcome())
        .set(AUDIT_ENTRY.REQUEST_ID, counted.last().requestId())
        .set(AUDIT_ENTRY.SOURCE, counted.last().source())
        .set(AUDIT_ENTRY.TIMES, counted.times())
        .set(AUDIT_ENTRY.LAST_AT, transaction.now())
        .onConflict(AUDIT_ENTRY.ORGANIZATION_ID, AUDIT_ENTRY.AUDIT_ID)
        .doUpdate()
        .set(AUDIT_ENTRY.TIMES, counted.times())
        .set(AUDIT_ENTRY.LAST_AT, transaction.now())
        .execute();
  }
}

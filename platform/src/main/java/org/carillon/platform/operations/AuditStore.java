package org.carillon.platform.operations;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;

import org.carillon.platform.db.Transaction;
import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;

/** Writes the audit log: ids and outcomes, never bodies, names or secrets. */
final class AuditStore {

  /** The outcome of what was done. */
  static final String DONE = "Done";

  private static final int TARGET_LIMIT = 128;

  /**
   * Leaves one row.
   *
   * @param outcome {@link #DONE} or the name of the error
   */
  void add(
      Transaction transaction,
      long auditId,
      Principal principal,
      String operation,
      @Nullable String target,
      String outcome,
      RequestOrigin request,
      @Nullable String detail) {
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
            principal.organizationId(),
            auditId,
            transaction.now(),
            principal.name(),
            operation,
            target == null || target.codePointCount(0, target.length()) <= TARGET_LIMIT
                ? target
                : target.substring(0, target.offsetByCodePoints(0, TARGET_LIMIT)),
            outcome,
            request.requestId(),
            request.source(),
            detail)
        .execute();
  }

  /** Adds to the row that counts further refusals of one kind, and makes it when it is missing. */
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
        .set(AUDIT_ENTRY.TIMES, AUDIT_ENTRY.TIMES.plus(counted.times()))
        .set(AUDIT_ENTRY.LAST_AT, transaction.now())
        .execute();
  }
}

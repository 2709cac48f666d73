package org.carillon.platform.identity;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;

import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Leaves rows in the audit log for what the operator does to an organization by the command line,
 * and for what a start of the server makes. They say who by a name that no principal can have.
 */
final class OperatorRows {

  private static final String OPERATOR = "system:operator";
  private static final String DONE = "Done";

  private final Ids ids;

  OperatorRows(Ids ids) {
    this.ids = ids;
  }

  /**
   * Leaves one row in the transaction that does it, so that neither stands without the other.
   *
   * @param operation what was done, named as an operation of the API is
   * @param target the id or, where it has none, the name of what it was done to
   * @param detail another id or name, such as the policy's that was attached
   */
  void done(
      Transaction transaction,
      String organizationId,
      String operation,
      String target,
      @Nullable String detail) {
    transaction
        .sql()
        .insertInto(AUDIT_ENTRY)
        .set(AUDIT_ENTRY.ORGANIZATION_ID, organizationId)
        .set(AUDIT_ENTRY.AUDIT_ID, ids.next())
        .set(AUDIT_ENTRY.HAPPENED_AT, transaction.now())
        .set(AUDIT_ENTRY.PRINCIPAL, OPERATOR)
        .set(AUDIT_ENTRY.OPERATION, operation)
        .set(AUDIT_ENTRY.TARGET, target)
        .set(AUDIT_ENTRY.OUTCOME, DONE)
        .set(AUDIT_ENTRY.REQUEST_ID, ids.id())
        .set(AUDIT_ENTRY.DETAIL, detail)
        .execute();
  }
}

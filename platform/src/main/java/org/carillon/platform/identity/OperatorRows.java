package org.carillon.platform.identity;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;

import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to the audit log for the operator's commands on an organization, and for the resources
 * that a start of the server makes. The actor in these rows has a name that no principal can have.
 */
final class OperatorRows {

  private static final String OPERATOR = "system:operator";
  private static final String DONE = "Done";

  private final Ids ids;

  OperatorRows(Ids ids) {
    this.ids = ids;
  }

  /**
   * Adds one row in the transaction of the change, so that neither exists without the other.
   *
   * @param operation the change, named like an operation of the API
   * @param target the id of the changed resource, or its name if it has no id
   * @param detail another id or name, such as the attached policy's
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

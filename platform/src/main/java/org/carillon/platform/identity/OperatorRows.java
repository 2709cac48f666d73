package org.carillon.platform.identity;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;

import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
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
          AUDIT_ENTRY.DETAIL);

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
    ADD.run(
        transaction,
        Argument.of(AUDIT_ENTRY.ORGANIZATION_ID, organizationId),
        Argument.of(AUDIT_ENTRY.AUDIT_ID, ids.next()),
        Argument.of(AUDIT_ENTRY.HAPPENED_AT, transaction.now()),
        Argument.of(AUDIT_ENTRY.PRINCIPAL, OPERATOR),
        Argument.of(AUDIT_ENTRY.OPERATION, operation),
        Argument.of(AUDIT_ENTRY.TARGET, target),
        Argument.of(AUDIT_ENTRY.OUTCOME, DONE),
        Argument.of(AUDIT_ENTRY.REQUEST_ID, ids.id()),
        Argument.of(AUDIT_ENTRY.DETAIL, detail));
  }
}

package org.carillon.platform.operations;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;

/** One run of an operation or of a background step: who, in which organization, when. */
public final class OperationContext {

  private static final int SUBJECT_LIMIT = 32;

  private final Principal principal;
  private final String operation;
  private final long auditId;
  private final Transaction transaction;
  private final Set<String> subjects = new LinkedHashSet<>();

  /** A call inside that transaction; {@code auditId} is the key of the row it leaves. */
  public OperationContext(
      Principal principal, String operation, long auditId, Transaction transaction) {
    this.principal = principal;
    this.operation = operation;
    this.auditId = auditId;
    this.transaction = transaction;
  }

  /** The tenant: every row read or written belongs to it. */
  public String organizationId() {
    return principal.organizationId();
  }

  /** Returns the organization for statements: the value of {@link ContextSql#ofOrganization}. */
  public Argument organization() {
    return ContextSql.organization(organizationId());
  }

  /** Returns {@link #now} for statements: the value of {@link ContextSql#now}. */
  public Argument instant() {
    return ContextSql.now(now());
  }

  /** Returns the caller. */
  public Principal principal() {
    return principal;
  }

  /** The name of the operation, as in the API. */
  public String operation() {
    return operation;
  }

  /** The key of the audit row, by which the ledger names who opened and closed an assignment. */
  public long auditId() {
    return auditId;
  }

  /** For stores: the connection and its locks. */
  public Transaction transaction() {
    return transaction;
  }

  /**
   * The instant at which all of this call happens; ask only once the rows it changes are locked.
   */
  public Instant now() {
    return transaction.now();
  }

  /**
   * Adds a resource to the audit row beside the one in the path: an id or a number, never a name.
   */
  public void auditSubject(String id) {
    if (subjects.size() < SUBJECT_LIMIT) {
      subjects.add(id);
    }
  }

  @Nullable String detail() {
    return subjects.isEmpty() ? null : String.join(" ", subjects);
  }
}

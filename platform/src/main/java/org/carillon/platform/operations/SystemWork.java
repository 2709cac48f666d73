package org.carillon.platform.operations;

import java.util.function.Function;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;

/** Records what background work came to, with a row in the audit log like any other change. */
public final class SystemWork {

  private final Database database;
  private final Ids ids;
  private final AuditStore audit = new AuditStore();

  /** Writes to that database. */
  public SystemWork(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /** Who is asked, where no audit row is wanted. */
  public Database database() {
    return database;
  }

  /**
   * Runs one change in a transaction.
   *
   * @param job who does it, as the audit log says it
   * @param target the id of what it is about
   * @param work returns whether it changed anything; only then a row is left
   */
  public void record(
      String organizationId,
      String job,
      @Nullable String target,
      Function<OperationContext, Boolean> work) {
    long auditId = ids.next();
    Principal principal = Principal.system(organizationId, job);
    RequestOrigin request = new RequestOrigin(ids.id(), null);
    database.write(
        organizationId,
        transaction -> {
          OperationContext context = new OperationContext(principal, job, auditId, transaction);
          if (work.apply(context)) {
            audit.add(
                transaction,
                auditId,
                new AuditEntry(principal, job, target, AuditEntry.DONE, request),
                context.detail());
          }
          return null;
        });
  }
}

package org.carillon.platform.operations;

import java.util.function.Function;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Keys;
import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;

/** Records what background work came to, with a row in the audit log like any other change. */
public final class Background {

  private final Database database;
  private final Keys keys;
  private final AuditStore audit = new AuditStore();

  /** Writes to that database. */
  public Background(Database database, Keys keys) {
    this.database = database;
    this.keys = keys;
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
   * @param work answers whether there was still something to change; only then a row is left
   */
  public void record(
      String organizationId, String job, @Nullable String target, Function<Call, Boolean> work) {
    long auditId = keys.next();
    Principal principal = Principal.system(organizationId, job);
    Request request = new Request(keys.id(), null);
    database.write(
        organizationId,
        transaction -> {
          Call call = new Call(principal, job, request, auditId, transaction);
          if (work.apply(call)) {
            audit.add(
                transaction,
                auditId,
                principal,
                job,
                target,
                AuditStore.DONE,
                request,
                call.detail());
          }
          return null;
        },
        (transaction, refusal) -> {});
  }
}

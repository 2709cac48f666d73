package org.carillon.server.platform.identity;

import static org.carillon.server.platform.db.schema.Tables.PRINCIPAL;
import static org.carillon.server.platform.db.schema.Tables.PRINCIPAL_POLICY;

import java.util.ArrayList;
import java.util.List;
import org.carillon.server.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Keeps principals and the policies granted to them. */
final class PrincipalStore {

  private PrincipalStore() {}

  /** False when the organization has a principal of that name. */
  static boolean insert(
      Transaction transaction, Principal principal, List<GrantedPolicy> policies) {
    int inserted =
        transaction
            .sql()
            .insertInto(PRINCIPAL)
            .set(PRINCIPAL.ORGANIZATION_ID, principal.organizationId())
            .set(PRINCIPAL.PRINCIPAL_ID, principal.principalId())
            .set(PRINCIPAL.NAME, principal.name())
            .set(PRINCIPAL.CREATED_AT, transaction.now())
            .onConflictDoNothing()
            .execute();
    if (inserted == 0) {
      return false;
    }
    for (GrantedPolicy each : policies) {
      transaction
          .sql()
          .insertInto(PRINCIPAL_POLICY)
          .set(PRINCIPAL_POLICY.ORGANIZATION_ID, principal.organizationId())
          .set(PRINCIPAL_POLICY.PRINCIPAL_ID, principal.principalId())
          .set(PRINCIPAL_POLICY.POLICY_NAME, each.name())
          .set(PRINCIPAL_POLICY.DOCUMENT, each.document())
          .execute();
    }
    return true;
  }

  static @Nullable Principal find(Transaction transaction, String organizationId, String name) {
    return one(
        transaction, PRINCIPAL.ORGANIZATION_ID.eq(organizationId).and(PRINCIPAL.NAME.eq(name)));
  }

  /** The root principal; looks through all principals, so it is for the start only. */
  static @Nullable Principal root(Transaction transaction) {
    return one(transaction, PRINCIPAL.NAME.eq(Principals.ROOT));
  }

  private static @Nullable Principal one(Transaction transaction, Condition which) {
    var rows =
        transaction
            .sql()
            .select(
                PRINCIPAL.ORGANIZATION_ID,
                PRINCIPAL.PRINCIPAL_ID,
                PRINCIPAL.NAME,
                PRINCIPAL_POLICY.POLICY_NAME,
                PRINCIPAL_POLICY.DOCUMENT)
            .from(PRINCIPAL)
            .leftJoin(PRINCIPAL_POLICY)
            .on(PRINCIPAL_POLICY.ORGANIZATION_ID.eq(PRINCIPAL.ORGANIZATION_ID))
            .and(PRINCIPAL_POLICY.PRINCIPAL_ID.eq(PRINCIPAL.PRINCIPAL_ID))
            .where(which)
            .fetch();
    return rows.isEmpty() ? null : principal(rows);
  }

  /** A principal from rows that differ in their policy only. */
  static Principal principal(Result<? extends Record> rows) {
    List<Policy> policies = new ArrayList<>(rows.size());
    for (Record row : rows) {
      String name = row.get(PRINCIPAL_POLICY.POLICY_NAME);
      if (name != null) {
        policies.add(new GrantedPolicy(name, row.get(PRINCIPAL_POLICY.DOCUMENT)).compiled());
      }
    }
    Record first = rows.getFirst();
    return new Principal(
        first.get(PRINCIPAL.ORGANIZATION_ID),
        first.get(PRINCIPAL.PRINCIPAL_ID),
        first.get(PRINCIPAL.NAME),
        policies);
  }
}

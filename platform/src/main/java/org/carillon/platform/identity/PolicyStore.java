package org.carillon.platform.identity;

import static org.carillon.platform.db.schema.Tables.POLICY;

import java.util.List;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Keeps organizations' own policies. */
final class PolicyStore {

  private PolicyStore() {}

  /** Adds the policy, or replaces the document of the one of that name. */
  static void put(Transaction transaction, String organizationId, GrantedPolicy policy) {
    transaction
        .sql()
        .insertInto(POLICY)
        .set(POLICY.ORGANIZATION_ID, organizationId)
        .set(POLICY.POLICY_NAME, policy.name())
        .set(POLICY.DOCUMENT, policy.document())
        .set(POLICY.CHANGED_AT, transaction.now())
        .onConflict(POLICY.ORGANIZATION_ID, POLICY.POLICY_NAME)
        .doUpdate()
        .set(POLICY.DOCUMENT, policy.document())
        .set(POLICY.CHANGED_AT, transaction.now())
        .execute();
  }

  /** The document of that policy, or null. */
  static @Nullable String document(Transaction transaction, String organizationId, String name) {
    return transaction
        .sql()
        .select(POLICY.DOCUMENT)
        .from(POLICY)
        .where(POLICY.ORGANIZATION_ID.eq(organizationId))
        .and(POLICY.POLICY_NAME.eq(name))
        .fetchOne(POLICY.DOCUMENT);
  }

  static List<Policies.Listed> page(
      Transaction transaction, String organizationId, String after, int limit) {
    return transaction
        .sql()
        .select(POLICY.POLICY_NAME, POLICY.CHANGED_AT)
        .from(POLICY)
        .where(POLICY.ORGANIZATION_ID.eq(organizationId))
        .and(POLICY.POLICY_NAME.gt(after))
        .orderBy(POLICY.POLICY_NAME)
        .limit(limit)
        .fetch(row -> new Policies.Listed(row.value1(), row.value2()));
  }
}

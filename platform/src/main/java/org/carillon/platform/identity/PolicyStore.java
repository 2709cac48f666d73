package org.carillon.platform.identity;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.POLICY;

import java.util.List;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Keeps organizations' own policies. */
final class PolicyStore {

  private static final Command PUT =
      Command.insertOrUpdate(
          POLICY,
          List.of(POLICY.ORGANIZATION_ID, POLICY.POLICY_NAME),
          List.of(POLICY.DOCUMENT, POLICY.CHANGED_AT));

  private static final Query<String> DOCUMENT =
      Query.of(
          sql ->
              sql.select(POLICY.DOCUMENT)
                  .from(POLICY)
                  .where(given(POLICY.ORGANIZATION_ID))
                  .and(given(POLICY.POLICY_NAME)),
          row -> row.get(POLICY.DOCUMENT));

  private static final Query<Policies.Listed> PAGE =
      Query.of(
          sql ->
              sql.select(POLICY.POLICY_NAME, POLICY.CHANGED_AT)
                  .from(POLICY)
                  .where(given(POLICY.ORGANIZATION_ID))
                  .and(POLICY.POLICY_NAME.gt(slot(POLICY.POLICY_NAME)))
                  .orderBy(POLICY.POLICY_NAME)
                  .limit(limit()),
          row -> new Policies.Listed(row.get(POLICY.POLICY_NAME), row.get(POLICY.CHANGED_AT)));

  private PolicyStore() {}

  /** Adds the policy, or replaces the document of the one of that name. */
  static void put(Transaction transaction, String organizationId, GrantedPolicy policy) {
    PUT.run(
        transaction,
        Argument.of(POLICY.ORGANIZATION_ID, organizationId),
        Argument.of(POLICY.POLICY_NAME, policy.name()),
        Argument.of(POLICY.DOCUMENT, policy.document()),
        Argument.of(POLICY.CHANGED_AT, transaction.now()));
  }

  /** The document of that policy, or null. */
  static @Nullable String document(Transaction transaction, String organizationId, String name) {
    return DOCUMENT
        .find(
            transaction,
            Argument.of(POLICY.ORGANIZATION_ID, organizationId),
            Argument.of(POLICY.POLICY_NAME, name))
        .orElse(null);
  }

  static List<Policies.Listed> page(
      Transaction transaction, String organizationId, String after, int limit) {
    return PAGE.list(
        transaction,
        Argument.of(POLICY.ORGANIZATION_ID, organizationId),
        Argument.of(POLICY.POLICY_NAME, after),
        Argument.limit(limit));
  }
}

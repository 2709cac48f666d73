package org.carillon.platform.identity;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.POLICY;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL_POLICY;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Keeps principals and the policies granted to them. */
final class PrincipalStore {

  /** The columns that make a {@link Granted}. */
  static final List<Field<?>> COLUMNS =
      List.of(
          PRINCIPAL.ORGANIZATION_ID,
          PRINCIPAL.PRINCIPAL_ID,
          PRINCIPAL.NAME,
          PRINCIPAL_POLICY.POLICY_NAME,
          POLICY.DOCUMENT);

  private static final Query<Granted> BY_NAME =
      query(given(PRINCIPAL.ORGANIZATION_ID).and(given(PRINCIPAL.NAME)));
  private static final Query<Granted> ROOT = query(PRINCIPAL.NAME.eq(inline(Principals.ROOT)));

  /** A principal and one of its policies, if it has any. */
  record Granted(
      String organizationId,
      String principalId,
      String name,
      @Nullable String policy,
      @Nullable String document) {}

  private PrincipalStore() {}

  private static Query<Granted> query(Condition which) {
    return Query.of(
        sql ->
            sql.select(COLUMNS)
                .from(PRINCIPAL)
                .leftJoin(PRINCIPAL_POLICY)
                .on(PRINCIPAL_POLICY.ORGANIZATION_ID.eq(PRINCIPAL.ORGANIZATION_ID))
                .and(PRINCIPAL_POLICY.PRINCIPAL_ID.eq(PRINCIPAL.PRINCIPAL_ID))
                .leftJoin(POLICY)
                .on(POLICY.ORGANIZATION_ID.eq(PRINCIPAL_POLICY.ORGANIZATION_ID))
                .and(POLICY.POLICY_NAME.eq(PRINCIPAL_POLICY.POLICY_NAME))
                .where(which),
        PrincipalStore::granted);
  }

  /** False when the organization has a principal of that name. */
  static boolean insert(Transaction transaction, Principal principal, Collection<String> policies) {
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
    policies.forEach(each -> attach(transaction, principal, each));
    return true;
  }

  /** False when the principal has that policy already. */
  static boolean attach(Transaction transaction, Principal principal, String policy) {
    return transaction
            .sql()
            .insertInto(PRINCIPAL_POLICY)
            .set(PRINCIPAL_POLICY.ORGANIZATION_ID, principal.organizationId())
            .set(PRINCIPAL_POLICY.PRINCIPAL_ID, principal.principalId())
            .set(PRINCIPAL_POLICY.POLICY_NAME, policy)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** False when the principal has no such policy. */
  static boolean detach(Transaction transaction, Principal principal, String policy) {
    return transaction
            .sql()
            .deleteFrom(PRINCIPAL_POLICY)
            .where(PRINCIPAL_POLICY.ORGANIZATION_ID.eq(principal.organizationId()))
            .and(PRINCIPAL_POLICY.PRINCIPAL_ID.eq(principal.principalId()))
            .and(PRINCIPAL_POLICY.POLICY_NAME.eq(policy))
            .execute()
        == 1;
  }

  /** Locks the principal, so that of two that count its policies one comes after the other. */
  static void lock(Transaction transaction, Principal principal) {
    transaction
        .lock(
            IdentityLock.PRINCIPAL,
            transaction
                .sql()
                .select(PRINCIPAL.CREATED_AT)
                .from(PRINCIPAL)
                .where(PRINCIPAL.PRINCIPAL_ID.eq(principal.principalId()))
                .and(PRINCIPAL.ORGANIZATION_ID.eq(principal.organizationId())),
            PRINCIPAL)
        .fetch();
  }

  /** The names of the principal's policies, in order. */
  static List<String> policies(Transaction transaction, Principal principal) {
    return transaction
        .sql()
        .select(PRINCIPAL_POLICY.POLICY_NAME)
        .from(PRINCIPAL_POLICY)
        .where(PRINCIPAL_POLICY.ORGANIZATION_ID.eq(principal.organizationId()))
        .and(PRINCIPAL_POLICY.PRINCIPAL_ID.eq(principal.principalId()))
        .orderBy(PRINCIPAL_POLICY.POLICY_NAME)
        .fetch(PRINCIPAL_POLICY.POLICY_NAME);
  }

  /** Principals in the order of their names, each with the names of its policies. */
  static List<Principals.Listed> page(
      Transaction transaction, String organizationId, String after, int limit) {
    var page =
        transaction
            .sql()
            .select(PRINCIPAL.PRINCIPAL_ID, PRINCIPAL.NAME, PRINCIPAL.CREATED_AT)
            .from(PRINCIPAL)
            .where(PRINCIPAL.ORGANIZATION_ID.eq(organizationId))
            .and(PRINCIPAL.NAME.gt(after))
            .orderBy(PRINCIPAL.NAME)
            .limit(limit)
            .fetch();
    if (page.isEmpty()) {
      return List.of();
    }
    var policies =
        transaction
            .sql()
            .select(PRINCIPAL_POLICY.PRINCIPAL_ID, PRINCIPAL_POLICY.POLICY_NAME)
            .from(PRINCIPAL_POLICY)
            .where(PRINCIPAL_POLICY.ORGANIZATION_ID.eq(organizationId))
            .and(PRINCIPAL_POLICY.PRINCIPAL_ID.in(page.getValues(PRINCIPAL.PRINCIPAL_ID)))
            .orderBy(PRINCIPAL_POLICY.POLICY_NAME)
            .fetchGroups(PRINCIPAL_POLICY.PRINCIPAL_ID, PRINCIPAL_POLICY.POLICY_NAME);
    return page.map(row ->
        new Principals.Listed(
            row.value2(), row.value3(), policies.getOrDefault(row.value1(), List.of())));
  }

  static Optional<Principal> find(Transaction transaction, String organizationId, String name) {
    return Optional.ofNullable(
        one(
            BY_NAME.list(
                transaction,
                Argument.of(PRINCIPAL.ORGANIZATION_ID, organizationId),
                Argument.of(PRINCIPAL.NAME, name))));
  }

  /** The root principal; looks through all principals, so it is for the start only. */
  static @Nullable Principal root(Transaction transaction) {
    return one(ROOT.list(transaction));
  }

  private static @Nullable Principal one(List<Granted> rows) {
    return rows.isEmpty() ? null : principal(rows);
  }

  static Granted granted(Row row) {
    return new Granted(
        row.get(PRINCIPAL.ORGANIZATION_ID),
        row.get(PRINCIPAL.PRINCIPAL_ID),
        row.get(PRINCIPAL.NAME),
        row.get(PRINCIPAL_POLICY.POLICY_NAME),
        row.get(POLICY.DOCUMENT));
  }

  /** A principal from rows that differ in their policy only. */
  static Principal principal(List<Granted> rows) {
    List<Policy> policies = new ArrayList<>(rows.size());
    for (Granted row : rows) {
      if (row.policy() != null) {
        policies.add(new GrantedPolicy(row.policy(), row.document()).compiled());
      }
    }
    Granted first = rows.getFirst();
    return new Principal(first.organizationId(), first.principalId(), first.name(), policies);
  }
}

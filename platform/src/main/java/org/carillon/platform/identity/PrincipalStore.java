package org.carillon.platform.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.POLICY;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL_POLICY;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
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

  private static final Command ADD =
      Command.insertIfAbsent(
          PRINCIPAL,
          PRINCIPAL.ORGANIZATION_ID,
          PRINCIPAL.PRINCIPAL_ID,
          PRINCIPAL.NAME,
          PRINCIPAL.CREATED_AT);

  private static final Command ATTACH =
      Command.insertIfAbsent(
          PRINCIPAL_POLICY,
          PRINCIPAL_POLICY.ORGANIZATION_ID,
          PRINCIPAL_POLICY.PRINCIPAL_ID,
          PRINCIPAL_POLICY.POLICY_NAME);

  private static final Command DETACH =
      Command.of(sql ->
          sql.deleteFrom(PRINCIPAL_POLICY)
              .where(given(PRINCIPAL_POLICY.ORGANIZATION_ID))
              .and(given(PRINCIPAL_POLICY.PRINCIPAL_ID))
              .and(given(PRINCIPAL_POLICY.POLICY_NAME)));

  private static final Query<Instant> LOCKED =
      Query.locking(
          IdentityLock.PRINCIPAL,
          PRINCIPAL,
          sql ->
              sql.select(PRINCIPAL.CREATED_AT)
                  .from(PRINCIPAL)
                  .where(given(PRINCIPAL.PRINCIPAL_ID))
                  .and(given(PRINCIPAL.ORGANIZATION_ID)),
          row -> row.get(PRINCIPAL.CREATED_AT));

  private static final Query<Named> PAGE =
      Query.of(
          sql ->
              sql.select(PRINCIPAL.PRINCIPAL_ID, PRINCIPAL.NAME, PRINCIPAL.CREATED_AT)
                  .from(PRINCIPAL)
                  .where(given(PRINCIPAL.ORGANIZATION_ID))
                  .and(PRINCIPAL.NAME.gt(slot(PRINCIPAL.NAME)))
                  .orderBy(PRINCIPAL.NAME)
                  .limit(limit()),
          row ->
              new Named(
                  row.get(PRINCIPAL.PRINCIPAL_ID),
                  row.get(PRINCIPAL.NAME),
                  row.get(PRINCIPAL.CREATED_AT)));

  private static final Query<Attached> ATTACHED =
      Query.of(
          sql ->
              sql.select(PRINCIPAL_POLICY.PRINCIPAL_ID, PRINCIPAL_POLICY.POLICY_NAME)
                  .from(PRINCIPAL_POLICY)
                  .where(given(PRINCIPAL_POLICY.ORGANIZATION_ID))
                  .and(among(PRINCIPAL_POLICY.PRINCIPAL_ID))
                  .orderBy(PRINCIPAL_POLICY.POLICY_NAME),
          row ->
              new Attached(
                  row.get(PRINCIPAL_POLICY.PRINCIPAL_ID), row.get(PRINCIPAL_POLICY.POLICY_NAME)));

  private record Named(String principalId, String name, Instant createdAt) {}

  private record Attached(String principalId, String policy) {}

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
        ADD.run(
            transaction,
            Argument.of(PRINCIPAL.ORGANIZATION_ID, principal.organizationId()),
            Argument.of(PRINCIPAL.PRINCIPAL_ID, principal.principalId()),
            Argument.of(PRINCIPAL.NAME, principal.name()),
            Argument.of(PRINCIPAL.CREATED_AT, transaction.now()));
    if (inserted == 0) {
      return false;
    }
    policies.forEach(each -> attach(transaction, principal, each));
    return true;
  }

  /** False when the principal has that policy already. */
  static boolean attach(Transaction transaction, Principal principal, String policy) {
    return ATTACH.run(transaction, attachment(principal, policy)) == 1;
  }

  /** False when the principal has no such policy. */
  static boolean detach(Transaction transaction, Principal principal, String policy) {
    return DETACH.run(transaction, attachment(principal, policy)) == 1;
  }

  private static Argument attachment(Principal principal, String policy) {
    return Argument.all(
        Argument.of(PRINCIPAL_POLICY.ORGANIZATION_ID, principal.organizationId()),
        Argument.of(PRINCIPAL_POLICY.PRINCIPAL_ID, principal.principalId()),
        Argument.of(PRINCIPAL_POLICY.POLICY_NAME, policy));
  }

  /** Locks the principal, so that of two that count its policies one comes after the other. */
  static void lock(Transaction transaction, Principal principal) {
    LOCKED.list(
        transaction,
        Argument.of(PRINCIPAL.ORGANIZATION_ID, principal.organizationId()),
        Argument.of(PRINCIPAL.PRINCIPAL_ID, principal.principalId()));
  }

  /** The names of the principal's policies, in order. */
  static List<String> policies(Transaction transaction, Principal principal) {
    return attached(transaction, principal.organizationId(), List.of(principal.principalId()))
        .getOrDefault(principal.principalId(), List.of());
  }

  /** Principals in the order of their names, each with the names of its policies. */
  static List<Principals.Listed> page(
      Transaction transaction, String organizationId, String after, int limit) {
    List<Named> page =
        PAGE.list(
            transaction,
            Argument.of(PRINCIPAL.ORGANIZATION_ID, organizationId),
            Argument.of(PRINCIPAL.NAME, after),
            Argument.limit(limit));
    Map<String, List<String>> policies =
        attached(transaction, organizationId, page.stream().map(Named::principalId).toList());
    return page.stream()
        .map(each ->
            new Principals.Listed(
                each.name(),
                each.createdAt(),
                policies.getOrDefault(each.principalId(), List.of())))
        .toList();
  }

  private static Map<String, List<String>> attached(
      Transaction transaction, String organizationId, List<String> principalIds) {
    return ATTACHED
        .list(
            transaction,
            Argument.of(PRINCIPAL_POLICY.ORGANIZATION_ID, organizationId),
            Argument.among(PRINCIPAL_POLICY.PRINCIPAL_ID, principalIds))
        .stream()
        .collect(groupingBy(Attached::principalId, mapping(Attached::policy, toList())));
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

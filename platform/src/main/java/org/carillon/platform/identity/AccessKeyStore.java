package org.carillon.platform.identity;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ACCESS_KEY;
import static org.carillon.platform.db.schema.Tables.POLICY;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL_POLICY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Keeps access keys with their sealed secrets. */
final class AccessKeyStore {

  private static final Condition ONE = given(ACCESS_KEY.ACCESS_KEY_ID);
  private static final Condition OF_ORGANIZATION = given(ACCESS_KEY.ORGANIZATION_ID);
  private static final Condition LIVE =
      OF_ORGANIZATION.and(given(ACCESS_KEY.PRINCIPAL_ID)).and(ACCESS_KEY.REVOKED_AT.isNull());

  private static final Command ADD =
      Command.insertIfAbsent(
          ACCESS_KEY,
          ACCESS_KEY.ACCESS_KEY_ID,
          ACCESS_KEY.ORGANIZATION_ID,
          ACCESS_KEY.PRINCIPAL_ID,
          ACCESS_KEY.SECRET,
          ACCESS_KEY.ORIGIN,
          ACCESS_KEY.CREATED_AT);

  private static final Query<LiveRow> LIVE_KEY =
      Query.of(
          sql ->
              sql.select(ACCESS_KEY.ACCESS_KEY_ID, ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.SECRET)
                  .select(PrincipalStore.COLUMNS)
                  .from(ACCESS_KEY)
                  .join(PRINCIPAL)
                  .on(PRINCIPAL.ORGANIZATION_ID.eq(ACCESS_KEY.ORGANIZATION_ID))
                  .and(PRINCIPAL.PRINCIPAL_ID.eq(ACCESS_KEY.PRINCIPAL_ID))
                  .leftJoin(PRINCIPAL_POLICY)
                  .on(PRINCIPAL_POLICY.ORGANIZATION_ID.eq(PRINCIPAL.ORGANIZATION_ID))
                  .and(PRINCIPAL_POLICY.PRINCIPAL_ID.eq(PRINCIPAL.PRINCIPAL_ID))
                  .leftJoin(POLICY)
                  .on(POLICY.ORGANIZATION_ID.eq(PRINCIPAL_POLICY.ORGANIZATION_ID))
                  .and(POLICY.POLICY_NAME.eq(PRINCIPAL_POLICY.POLICY_NAME))
                  .where(ONE)
                  .and(ACCESS_KEY.REVOKED_AT.isNull()),
          row -> new LiveRow(secret(row), PrincipalStore.granted(row)));

  private static final Query<SealedSecret> ANY_SECRET =
      Query.of(
          sql ->
              sql.select(ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.ACCESS_KEY_ID, ACCESS_KEY.SECRET)
                  .from(ACCESS_KEY)
                  .orderBy(ACCESS_KEY.ACCESS_KEY_ID)
                  .limit(inline(1)),
          AccessKeyStore::secret);
  private static final Query<SealedSecret> SECRET =
      Query.of(
          sql ->
              sql.select(ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.ACCESS_KEY_ID, ACCESS_KEY.SECRET)
                  .from(ACCESS_KEY)
                  .where(ONE),
          AccessKeyStore::secret);

  private static final Query<KeyEntry> KEY =
      Query.of(sql -> entries(sql, ONE), AccessKeyStore::entry);
  private static final Query<KeyEntry> LOCKED =
      Query.locking(
          IdentityLock.ACCESS_KEY, ACCESS_KEY, sql -> entries(sql, ONE), AccessKeyStore::entry);

  private static final Parameter<String> AFTER_ORGANIZATION =
      Parameter.of(ACCESS_KEY.ORGANIZATION_ID);
  private static final Condition REST =
      row(ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.CREATED_AT, ACCESS_KEY.ACCESS_KEY_ID)
          .gt(
              AFTER_ORGANIZATION.slot(),
              slot(ACCESS_KEY.CREATED_AT),
              slot(ACCESS_KEY.ACCESS_KEY_ID));
  private static final Query<KeyEntry> PAGE =
      Query.filtered(
          (sql, filter) ->
              entries(sql, filter)
                  .orderBy(
                      ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.CREATED_AT, ACCESS_KEY.ACCESS_KEY_ID)
                  .limit(limit()),
          AccessKeyStore::entry);

  private static final Query<KeyEntry> NEWEST =
      Query.of(
          sql ->
              entries(sql, LIVE)
                  .orderBy(ACCESS_KEY.CREATED_AT.desc(), ACCESS_KEY.ACCESS_KEY_ID.desc())
                  .limit(inline(1)),
          AccessKeyStore::entry);
  private static final Query<KeyEntry> UNTOLD =
      Query.of(
          sql ->
              entries(sql, LIVE)
                  .and(ACCESS_KEY.IS_UNTOLD.eq(inline(true, ACCESS_KEY.IS_UNTOLD)))
                  .limit(inline(1)),
          AccessKeyStore::entry);
  private static final Query<KeyEntry> FORMER_SETTINGS =
      Query.of(
          sql ->
              entries(sql, LIVE)
                  .and(ACCESS_KEY.ORIGIN.eq(inline(KeyEntry.Origin.SETTING.name())))
                  .and(ACCESS_KEY.ACCESS_KEY_ID.ne(slot(ACCESS_KEY.ACCESS_KEY_ID))),
          AccessKeyStore::entry);

  private static final Command TELL =
      Command.of(sql ->
          sql.update(ACCESS_KEY).set(ACCESS_KEY.IS_UNTOLD, slot(ACCESS_KEY.IS_UNTOLD)).where(ONE));
  private static final Command REVOKE =
      Command.of(sql ->
          sql.update(ACCESS_KEY)
              .set(ACCESS_KEY.REVOKED_AT, slot(ACCESS_KEY.REVOKED_AT))
              .where(ONE));
  private static final Command ADOPT =
      Command.of(sql ->
          sql.update(ACCESS_KEY)
              .set(ACCESS_KEY.SECRET, slot(ACCESS_KEY.SECRET))
              .set(ACCESS_KEY.ORIGIN, inline(KeyEntry.Origin.SETTING.name()))
              .where(ONE));

  /** A live key as in the database. */
  record LiveKey(SealedSecret secret, Principal principal) {}

  private record LiveRow(SealedSecret secret, PrincipalStore.Granted granted) {}

  private AccessKeyStore() {}

  /** False when the id is taken. */
  static boolean insert(
      Transaction transaction, Principal owner, SealedSecret secret, KeyEntry.Origin origin) {
    return ADD.run(
            transaction,
            id(secret.accessKeyId()),
            Argument.of(ACCESS_KEY.ORGANIZATION_ID, owner.organizationId()),
            Argument.of(ACCESS_KEY.PRINCIPAL_ID, owner.principalId()),
            Argument.of(ACCESS_KEY.SECRET, secret.sealed()),
            Argument.of(ACCESS_KEY.ORIGIN, origin.name()),
            Argument.of(ACCESS_KEY.CREATED_AT, transaction.now()))
        == 1;
  }

  /** A live key with its principal and policies, in one round trip by primary keys. */
  static Optional<LiveKey> find(Transaction transaction, String accessKeyId) {
    List<LiveRow> rows = LIVE_KEY.list(transaction, id(accessKeyId));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LiveKey(
                rows.getFirst().secret(),
                PrincipalStore.principal(rows.stream().map(LiveRow::granted).toList())));
  }

  /** Returns the secret of one key, to try a master key on; empty while there is none. */
  static Optional<SealedSecret> findAnySealed(Transaction transaction) {
    return ANY_SECRET.find(transaction);
  }

  static SealedSecret sealed(Transaction transaction, KeyEntry key) {
    return SECRET.get(transaction, id(key.accessKeyId()));
  }

  /** The key of that id, revoked or not, locked until the transaction ends. */
  static Optional<KeyEntry> lockIfPresent(Transaction transaction, String accessKeyId) {
    Optional<KeyEntry> key = LOCKED.find(transaction, id(accessKeyId));
    key.map(KeyEntry::changedAt).ifPresent(transaction::nowAfter);
    return key;
  }

  static Optional<KeyEntry> findEntry(Transaction transaction, String accessKeyId) {
    return KEY.find(transaction, id(accessKeyId));
  }

  static List<KeyEntry> page(
      Transaction transaction,
      @Nullable String organizationId,
      @Nullable KeyEntry after,
      int limit) {
    Filter filter =
        organizationId == null
            ? Filter.NONE
            : Filter.of(OF_ORGANIZATION, Argument.of(ACCESS_KEY.ORGANIZATION_ID, organizationId));
    if (after != null) {
      filter =
          filter.and(
              REST,
              AFTER_ORGANIZATION.is(after.organizationId()),
              Argument.of(ACCESS_KEY.CREATED_AT, after.createdAt()),
              id(after.accessKeyId()));
    }
    return PAGE.list(transaction, filter, Argument.limit(limit));
  }

  /** The newest live key of a principal, or null. */
  static @Nullable KeyEntry newest(Transaction transaction, Principal principal) {
    return NEWEST.find(transaction, owner(principal)).orElse(null);
  }

  /** The principal's live key that the operator is still to be told, or null. */
  static @Nullable KeyEntry untold(Transaction transaction, Principal principal) {
    return UNTOLD.find(transaction, owner(principal)).orElse(null);
  }

  static void untold(Transaction transaction, String accessKeyId, boolean untold) {
    TELL.run(transaction, id(accessKeyId), Argument.of(ACCESS_KEY.IS_UNTOLD, untold));
  }

  static KeyEntry revoke(Transaction transaction, KeyEntry key) {
    Instant now = transaction.now();
    REVOKE.run(transaction, id(key.accessKeyId()), Argument.of(ACCESS_KEY.REVOKED_AT, now));
    return new KeyEntry(
        key.accessKeyId(),
        key.organizationId(),
        key.principal(),
        key.origin(),
        key.createdAt(),
        now);
  }

  /** Makes a key the one of the setting, with that secret. */
  static void adopt(Transaction transaction, SealedSecret secret) {
    ADOPT.run(
        transaction, id(secret.accessKeyId()), Argument.of(ACCESS_KEY.SECRET, secret.sealed()));
  }

  /** The principal's live keys that a former setting gave; there is one at most. */
  static List<KeyEntry> formerSettings(Transaction transaction, Principal principal, String kept) {
    return FORMER_SETTINGS.list(transaction, owner(principal), id(kept));
  }

  private static Argument id(String accessKeyId) {
    return Argument.of(ACCESS_KEY.ACCESS_KEY_ID, accessKeyId);
  }

  private static Argument owner(Principal principal) {
    return Argument.all(
        Argument.of(ACCESS_KEY.ORGANIZATION_ID, principal.organizationId()),
        Argument.of(ACCESS_KEY.PRINCIPAL_ID, principal.principalId()));
  }

  private static SelectConditionStep<? extends Record> entries(DSLContext sql, Condition which) {
    return sql.select(
            ACCESS_KEY.ACCESS_KEY_ID,
            ACCESS_KEY.ORGANIZATION_ID,
            PRINCIPAL.NAME,
            ACCESS_KEY.ORIGIN,
            ACCESS_KEY.CREATED_AT,
            ACCESS_KEY.REVOKED_AT)
        .from(ACCESS_KEY)
        .join(PRINCIPAL)
        .on(PRINCIPAL.ORGANIZATION_ID.eq(ACCESS_KEY.ORGANIZATION_ID))
        .and(PRINCIPAL.PRINCIPAL_ID.eq(ACCESS_KEY.PRINCIPAL_ID))
        .where(which);
  }

  private static SealedSecret secret(Row row) {
    return new SealedSecret(
        row.get(ACCESS_KEY.ORGANIZATION_ID),
        row.get(ACCESS_KEY.ACCESS_KEY_ID),
        row.get(ACCESS_KEY.SECRET));
  }

  private static KeyEntry entry(Row row) {
    return new KeyEntry(
        row.get(ACCESS_KEY.ACCESS_KEY_ID),
        row.get(ACCESS_KEY.ORGANIZATION_ID),
        row.get(PRINCIPAL.NAME),
        KeyEntry.Origin.valueOf(row.get(ACCESS_KEY.ORIGIN)),
        row.get(ACCESS_KEY.CREATED_AT),
        row.get(ACCESS_KEY.REVOKED_AT));
  }
}

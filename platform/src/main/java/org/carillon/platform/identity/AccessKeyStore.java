package org.carillon.platform.identity;

import static org.carillon.platform.db.schema.Tables.ACCESS_KEY;
import static org.carillon.platform.db.schema.Tables.POLICY;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL;
import static org.carillon.platform.db.schema.Tables.PRINCIPAL_POLICY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Keeps access keys with their sealed secrets. */
final class AccessKeyStore {

  /** A live key as in the database. */
  record LiveKey(SealedSecret secret, Principal principal) {}

  private AccessKeyStore() {}

  /** False when the id is taken. */
  static boolean insert(
      Transaction transaction, Principal owner, SealedSecret secret, KeyEntry.Origin origin) {
    return transaction
            .sql()
            .insertInto(ACCESS_KEY)
            .set(ACCESS_KEY.ACCESS_KEY_ID, secret.accessKeyId())
            .set(ACCESS_KEY.ORGANIZATION_ID, owner.organizationId())
            .set(ACCESS_KEY.PRINCIPAL_ID, owner.principalId())
            .set(ACCESS_KEY.SECRET, secret.sealed())
            .set(ACCESS_KEY.ORIGIN, origin.name())
            .set(ACCESS_KEY.CREATED_AT, transaction.now())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** A live key with its principal and policies, in one round trip by primary keys. */
  static Optional<LiveKey> find(Transaction transaction, String accessKeyId) {
    var rows =
        transaction
            .sql()
            .select(
                ACCESS_KEY.SECRET,
                PRINCIPAL.ORGANIZATION_ID,
                PRINCIPAL.PRINCIPAL_ID,
                PRINCIPAL.NAME,
                PRINCIPAL_POLICY.POLICY_NAME,
                POLICY.DOCUMENT)
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
            .where(ACCESS_KEY.ACCESS_KEY_ID.eq(accessKeyId))
            .and(ACCESS_KEY.REVOKED_AT.isNull())
            .fetch();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Principal principal = PrincipalStore.principal(rows);
    byte[] sealed = rows.getFirst().value1();
    return Optional.of(
        new LiveKey(new SealedSecret(principal.organizationId(), accessKeyId, sealed), principal));
  }

  /** Returns the secret of one key, to try a master key on; empty while there is none. */
  static Optional<SealedSecret> findAnySealed(Transaction transaction) {
    return transaction
        .sql()
        .select(ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.ACCESS_KEY_ID, ACCESS_KEY.SECRET)
        .from(ACCESS_KEY)
        .orderBy(ACCESS_KEY.ACCESS_KEY_ID)
        .limit(1)
        .fetchOptional(key -> new SealedSecret(key.value1(), key.value2(), key.value3()));
  }

  static SealedSecret sealed(Transaction transaction, KeyEntry key) {
    byte[] sealed =
        transaction
            .sql()
            .select(ACCESS_KEY.SECRET)
            .from(ACCESS_KEY)
            .where(ACCESS_KEY.ACCESS_KEY_ID.eq(key.accessKeyId()))
            .fetchSingle()
            .value1();
    return new SealedSecret(key.organizationId(), key.accessKeyId(), sealed);
  }

  /** The key of that id, revoked or not, locked until the transaction ends. */
  static Optional<KeyEntry> lockIfPresent(Transaction transaction, String accessKeyId) {
    Optional<KeyEntry> key =
        transaction
            .lock(
                IdentityLock.ACCESS_KEY,
                entries(transaction, ACCESS_KEY.ACCESS_KEY_ID.eq(accessKeyId)),
                ACCESS_KEY)
            .fetchOptional(AccessKeyStore::entry);
    key.map(KeyEntry::changedAt).ifPresent(transaction::nowAfter);
    return key;
  }

  static Optional<KeyEntry> findEntry(Transaction transaction, String accessKeyId) {
    return entries(transaction, ACCESS_KEY.ACCESS_KEY_ID.eq(accessKeyId))
        .fetchOptional(AccessKeyStore::entry);
  }

  static List<KeyEntry> page(
      Transaction transaction,
      @Nullable String organizationId,
      @Nullable KeyEntry after,
      int limit) {
    Condition whose =
        organizationId == null ? noCondition() : ACCESS_KEY.ORGANIZATION_ID.eq(organizationId);
    Condition rest =
        after == null
            ? noCondition()
            : row(ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.CREATED_AT, ACCESS_KEY.ACCESS_KEY_ID)
                .gt(after.organizationId(), after.createdAt(), after.accessKeyId());
    return entries(transaction, whose.and(rest))
        .orderBy(ACCESS_KEY.ORGANIZATION_ID, ACCESS_KEY.CREATED_AT, ACCESS_KEY.ACCESS_KEY_ID)
        .limit(limit)
        .fetch(AccessKeyStore::entry);
  }

  /** The newest live key of a principal, or null. */
  static @Nullable KeyEntry newest(Transaction transaction, Principal principal) {
    return entries(transaction, live(principal))
        .orderBy(ACCESS_KEY.CREATED_AT.desc(), ACCESS_KEY.ACCESS_KEY_ID.desc())
        .limit(1)
        .fetchOne(AccessKeyStore::entry);
  }

  /** The principal's live key that the operator is still to be told, or null. */
  static @Nullable KeyEntry untold(Transaction transaction, Principal principal) {
    return entries(transaction, live(principal).and(ACCESS_KEY.IS_UNTOLD.eq(true)))
        .limit(1)
        .fetchOne(AccessKeyStore::entry);
  }

  static void untold(Transaction transaction, String accessKeyId, boolean untold) {
    transaction
        .sql()
        .update(ACCESS_KEY)
        .set(ACCESS_KEY.IS_UNTOLD, untold)
        .where(ACCESS_KEY.ACCESS_KEY_ID.eq(accessKeyId))
        .execute();
  }

  static KeyEntry revoke(Transaction transaction, KeyEntry key) {
    Instant now = transaction.now();
    transaction
        .sql()
        .update(ACCESS_KEY)
        .set(ACCESS_KEY.REVOKED_AT, now)
        .where(ACCESS_KEY.ACCESS_KEY_ID.eq(key.accessKeyId()))
        .execute();
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
    transaction
        .sql()
        .update(ACCESS_KEY)
        .set(ACCESS_KEY.SECRET, secret.sealed())
        .set(ACCESS_KEY.ORIGIN, KeyEntry.Origin.SETTING.name())
        .where(ACCESS_KEY.ACCESS_KEY_ID.eq(secret.accessKeyId()))
        .execute();
  }

  /** The principal's live keys that a former setting gave; there is one at most. */
  static List<KeyEntry> formerSettings(Transaction transaction, Principal principal, String kept) {
    return entries(
            transaction,
            live(principal)
                .and(ACCESS_KEY.ORIGIN.eq(KeyEntry.Origin.SETTING.name()))
                .and(ACCESS_KEY.ACCESS_KEY_ID.ne(kept)))
        .fetch(AccessKeyStore::entry);
  }

  private static Condition live(Principal principal) {
    return ACCESS_KEY
        .ORGANIZATION_ID
        .eq(principal.organizationId())
        .and(ACCESS_KEY.PRINCIPAL_ID.eq(principal.principalId()))
        .and(ACCESS_KEY.REVOKED_AT.isNull());
  }

  private static SelectConditionStep<? extends Record> entries(
      Transaction transaction, Condition which) {
    return transaction
        .sql()
        .select(
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

  private static KeyEntry entry(Record row) {
    return new KeyEntry(
        row.get(ACCESS_KEY.ACCESS_KEY_ID),
        row.get(ACCESS_KEY.ORGANIZATION_ID),
        row.get(PRINCIPAL.NAME),
        KeyEntry.Origin.valueOf(row.get(ACCESS_KEY.ORIGIN)),
        row.get(ACCESS_KEY.CREATED_AT),
        row.get(ACCESS_KEY.REVOKED_AT));
  }
}

package org.carillon.platform.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Issues, lists and revokes access keys. */
public final class AccessKeys {

  private static final String PREFIX = "CARI";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int RANDOM_CHARACTERS = 16;
  private static final int SECRET_BYTES = 30;

  private final Database database;
  private final Vault vault;
  private final OperatorRows log;
  private final SecureRandom random = new SecureRandom();

  /** The access keys of that database, sealed in that vault. */
  public AccessKeys(Database database, Vault vault, Ids ids) {
    this.database = database;
    this.vault = vault;
    this.log = new OperatorRows(ids);
  }

  /**
   * Issues a key to the principal of that name. A running server takes it within two seconds.
   *
   * @throws RefusedException when there is no such principal
   */
  public IssuedKey create(String organizationId, String principal) {
    return database.write(transaction -> {
      Principal owner = Principals.get(transaction, organizationId, principal);
      return create(transaction, owner);
    });
  }

  /** 80 random bits make the id, 240 the secret of 40 characters. */
  IssuedKey create(Transaction transaction, Principal owner) {
    while (true) {
      StringBuilder id = new StringBuilder(PREFIX);
      for (int each = 0; each < RANDOM_CHARACTERS; each++) {
        id.append(BASE32.charAt(random.nextInt(BASE32.length())));
      }
      byte[] bytes = new byte[SECRET_BYTES];
      random.nextBytes(bytes);
      IssuedKey key =
          new IssuedKey(
              owner.organizationId(), id.toString(), Base64.getEncoder().encodeToString(bytes));
      if (insert(transaction, owner, key, KeyEntry.Origin.ISSUED)) {
        return key;
      }
    }
  }

  /** False when the id is taken. */
  boolean insert(Transaction transaction, Principal owner, IssuedKey key, KeyEntry.Origin origin) {
    SealedSecret secret =
        SealedSecret.seal(vault, owner.organizationId(), key.accessKeyId(), key.secret());
    boolean added = AccessKeyStore.insert(transaction, owner, secret, origin);
    if (added) {
      log.done(
          transaction, owner.organizationId(), "CreateAccessKey", key.accessKeyId(), owner.name());
    }
    return added;
  }

  /** Makes a key that is there the one of the setting, with that secret. */
  void adopt(Transaction transaction, Principal owner, IssuedKey key) {
    AccessKeyStore.adopt(
        transaction,
        SealedSecret.seal(vault, key.organizationId(), key.accessKeyId(), key.secret()));
    log.done(transaction, key.organizationId(), "UpdateAccessKey", key.accessKeyId(), owner.name());
  }

  /**
   * The keys of an organization or of all, the revoked ones too, in order of creation.
   *
   * @param organizationId null for those of all, one organization after the other
   * @param after the last key of the page before, or null
   * @param limit how many at most, up to {@link Organizations#PAGE_LIMIT}
   * @throws RefusedException when there is no such organization
   */
  public List<KeyEntry> list(@Nullable String organizationId, @Nullable KeyEntry after, int limit) {
    int size = Math.clamp(limit, 1, Organizations.PAGE_LIMIT);
    return database.read(transaction -> {
      if (organizationId != null) {
        Organizations.verify(transaction, organizationId);
      }
      return AccessKeyStore.page(transaction, organizationId, after, size);
    });
  }

  /** Returns the newest live key of the principal root; null when there is none. */
  public @Nullable AccessKey root() {
    return database.read(transaction -> {
      Principal root = PrincipalStore.root(transaction);
      if (root == null) {
        return null;
      }
      KeyEntry newest = AccessKeyStore.newest(transaction, root);
      return newest == null
          ? null
          : new AccessKey(
              newest.accessKeyId(), AccessKeyStore.sealed(transaction, newest).open(vault), root);
    });
  }

  /** Returns the key of that id, revoked or not, if there is one. */
  public Optional<KeyEntry> find(String accessKeyId) {
    return database.read(transaction -> AccessKeyStore.findEntry(transaction, accessKeyId));
  }

  /**
   * Revokes a key for good; a running server refuses it within two seconds. Revoking it again
   * changes nothing.
   *
   * @throws RefusedException when there is no such key
   */
  public KeyEntry revoke(String accessKeyId) {
    return database.write(transaction -> {
      KeyEntry key =
          AccessKeyStore.lockIfPresent(transaction, accessKeyId)
              .orElseThrow(
                  () -> new RefusedException("There is no access key " + accessKeyId + "."));
      return key.revokedAt() == null ? revoke(transaction, key) : key;
    });
  }

  KeyEntry revoke(Transaction transaction, KeyEntry key) {
    log.done(
        transaction, key.organizationId(), "RevokeAccessKey", key.accessKeyId(), key.principal());
    return AccessKeyStore.revoke(transaction, key);
  }
}

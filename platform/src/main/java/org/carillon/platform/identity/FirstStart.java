package org.carillon.platform.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Makes an empty database usable, and the root key what the configuration says it is. Every start
 * calls it; nodes that start at once do so one after the other.
 */
public final class FirstStart {

  // Longer than a start takes from making the key to telling it.
  private static final Duration TELLING = Duration.ofSeconds(30);
  private static final List<String> ROOT_POLICIES = List.of(ManagedPolicy.FULL_ACCESS.awsName());

  private final Database database;
  private final Vault vault;
  private final Organizations organizations;
  private final Principals principals;
  private final AccessKeys accessKeys;

  /** For that database; the vault comes from {@link MasterKey#open}. */
  public FirstStart(Database database, Vault vault, Ids ids) {
    this.database = database;
    this.vault = vault;
    this.organizations = new Organizations(database, ids);
    this.principals = new Principals(database, ids);
    this.accessKeys = new AccessKeys(database, vault, ids);
  }

  /**
   * Creates the first organization, its principal root and an access key where the database is
   * empty, and applies the root key of the configuration where there is one. A key that was made
   * and not {@link #told} is answered as issued again.
   *
   * @param organizationName what to call the first organization
   * @param setting the configured root key; null leaves all keys as they are
   * @param isOnlyNode whether no other node can be about to tell a key that it made
   * @throws RefusedException when the configured key is another principal's, or was revoked, or
   *     when the master key does not open the secrets that are there
   */
  public RootAccess start(String organizationName, @Nullable RootKey setting, boolean isOnlyNode) {
    return database.write(transaction -> {
      transaction.serialize(IdentityLock.FIRST_START, "");
      // Again, since another node may have sealed the first secret a moment ago.
      AccessKeyStore.findAnySealed(transaction)
          .ifPresent(sample -> MasterKey.verify(vault, sample));
      return start(transaction, organizationName, setting, isOnlyNode);
    });
  }

  /** Records that the start has printed the secret of an issued key; no later start prints it. */
  public void told(IssuedKey key) {
    database.write(transaction -> {
      AccessKeyStore.untold(transaction, key.accessKeyId(), false);
      return null;
    });
  }

  private RootAccess start(
      Transaction transaction,
      String organizationName,
      @Nullable RootKey setting,
      boolean isOnlyNode) {
    Principal root = PrincipalStore.root(transaction);
    Organization oldest = root == null ? OrganizationStore.oldest(transaction) : null;
    if (root == null && oldest != null && setting == null) {
      // The operator made organizations and keys by hand; an unasked-for key would be a back door.
      return new RootAccess.Earlier(oldest.organizationId(), null);
    }
    if (root == null) {
      Organization home =
          oldest == null ? organizations.create(transaction, organizationName) : oldest;
      root = principals.create(transaction, home.organizationId(), Principals.ROOT, ROOT_POLICIES);
      if (setting == null) {
        IssuedKey issued = accessKeys.create(transaction, root);
        AccessKeyStore.untold(transaction, issued.accessKeyId(), true);
        return new RootAccess.Issued(issued);
      }
    }
    if (setting != null) {
      apply(transaction, root, setting);
      return new RootAccess.Setting(root.organizationId(), setting.accessKeyId());
    }
    KeyEntry untold = AccessKeyStore.untold(transaction, root);
    if (untold != null
        && (isOnlyNode || untold.createdAt().plus(TELLING).isBefore(transaction.now()))) {
      String secret = AccessKeyStore.sealed(transaction, untold).open(vault);
      return new RootAccess.Issued(
          new IssuedKey(untold.organizationId(), untold.accessKeyId(), secret));
    }
    KeyEntry newest = AccessKeyStore.newest(transaction, root);
    return new RootAccess.Earlier(
        root.organizationId(), newest == null ? null : newest.accessKeyId());
  }

  private void apply(Transaction transaction, Principal root, RootKey setting) {
    IssuedKey wanted =
        new IssuedKey(root.organizationId(), setting.accessKeyId(), setting.secret());
    Optional<KeyEntry> present = AccessKeyStore.lockIfPresent(transaction, setting.accessKeyId());
    if (present.isEmpty()) {
      accessKeys.insert(transaction, root, wanted, KeyEntry.Origin.SETTING);
    } else {
      KeyEntry found = present.get();
      refuseForeign(found, root);
      boolean same = AccessKeyStore.sealed(transaction, found).open(vault).equals(setting.secret());
      if (!same || found.origin() != KeyEntry.Origin.SETTING) {
        accessKeys.adopt(transaction, root, wanted);
      }
    }
    for (KeyEntry former :
        AccessKeyStore.formerSettings(transaction, root, setting.accessKeyId())) {
      accessKeys.revoke(transaction, former);
    }
  }

  private static void refuseForeign(KeyEntry found, Principal root) {
    if (!found.organizationId().equals(root.organizationId())
        || !found.principal().equals(root.name())) {
      throw new RefusedException(
          "CARILLON_ROOT_ACCESS_KEY_ID is the access key of principal "
              + found.principal()
              + " in organization "
              + found.organizationId()
              + "; choose another id.");
    }
    if (found.revokedAt() != null) {
      throw new RefusedException(
          "CARILLON_ROOT_ACCESS_KEY_ID names an access key that was revoked at "
              + found.revokedAt()
              + "; choose another id.");
    }
  }
}

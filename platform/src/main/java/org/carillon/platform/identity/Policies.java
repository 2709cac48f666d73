package org.carillon.platform.identity;

import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;

/** Keeps an organization's own policies, beside the managed ones. */
public final class Policies {

  private final Database database;
  private final OperatorRows log;

  /** The policies of that database. */
  public Policies(Database database, Ids ids) {
    this.database = database;
    this.log = new OperatorRows(ids);
  }

  /** A policy of the organization's own. */
  public record Listed(String name, Instant changedAt) {}

  /**
   * Adds a policy, or replaces the document of the one of that name; a running server obeys it
   * within two seconds, for every principal that has it.
   *
   * @throws RefusedException when the name or the document is not acceptable, an action matches no
   *     operation, or there is no such organization
   */
  public void put(String organizationId, String name, String document) {
    GrantedPolicy policy = GrantedPolicy.custom(name, document);
    KnownActions.verify(policy.compiled());
    database.write(transaction -> {
      Organizations.verify(transaction, organizationId);
      PolicyStore.put(transaction, organizationId, policy);
      log.done(transaction, organizationId, "PutPolicy", name, null);
      return null;
    });
  }

  /**
   * The JSON document of a policy, managed or of the organization's own.
   *
   * @throws RefusedException when there is no such policy
   */
  public String document(String organizationId, String name) {
    ManagedPolicy managed = ManagedPolicy.named(name);
    if (managed != null) {
      return PolicyDocument.write(managed.policy());
    }
    String document =
        database.read(transaction -> PolicyStore.document(transaction, organizationId, name));
    if (document == null) {
      throw unknown(organizationId, name);
    }
    return document;
  }

  /**
   * Policies of an organization's own, in the order of their names.
   *
   * @param after the last name of the page before, or the empty string
   * @param limit how many at most, up to {@link Organizations#PAGE_LIMIT}
   * @throws RefusedException when there is no such organization
   */
  public List<Listed> list(String organizationId, String after, int limit) {
    int size = Math.clamp(limit, 1, Organizations.PAGE_LIMIT);
    return database.read(transaction -> {
      Organizations.verify(transaction, organizationId);
      return PolicyStore.page(transaction, organizationId, after, size);
    });
  }

  /** Verifies that the organization can grant a policy of that name. */
  static void verify(Transaction transaction, String organizationId, String name) {
    if (ManagedPolicy.named(name) == null
        && PolicyStore.document(transaction, organizationId, name) == null) {
      throw unknown(organizationId, name);
    }
  }

  private static RefusedException unknown(String organizationId, String name) {
    return new RefusedException(
        "Organization %s has no policy %s; managed ones are %s."
            .formatted(organizationId, name, ManagedPolicy.names()));
  }
}

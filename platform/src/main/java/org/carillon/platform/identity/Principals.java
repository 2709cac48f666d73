package org.carillon.platform.identity;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;

/** Creates principals, finds them by name, and gives and takes their policies. */
public final class Principals {

  /** The principal that the first start makes; nobody else can have its name. */
  public static final String ROOT = "root";

  /** IAM's own limit of policies for one user. */
  public static final int POLICY_LIMIT = 10;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

  private final Database database;
  private final Ids ids;
  private final OperatorRows log;

  /** The principals of that database. */
  public Principals(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
    this.log = new OperatorRows(ids);
  }

  /**
   * A principal and the names of the policies that it has, in order.
   *
   * @param createdAt when it was made
   */
  public record Listed(String name, Instant createdAt, List<String> policies) {

    /** Keeps its own copy of the names. */
    public Listed {
      policies = List.copyOf(policies);
    }
  }

  /**
   * Creates a principal; without a policy it may do nothing.
   *
   * @param policies names of managed policies and of the organization's own
   * @throws RefusedException when the organization or a policy does not exist, the name is taken,
   *     reserved or malformed, or there are too many policies
   */
  public Principal create(String organizationId, String name, List<String> policies) {
    if (name.equals(ROOT)) {
      throw new RefusedException("The name root is reserved for the principal of the first start.");
    }
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          "A principal's name has 1 to 64 letters, digits or characters of _+=,.@-.");
    }
    if (policies.size() > POLICY_LIMIT) {
      throw tooManyPolicies();
    }
    Set<String> names = new HashSet<>();
    for (String each : policies) {
      if (!names.add(each)) {
        throw new RefusedException("Policy " + each + " is listed twice; list each policy once.");
      }
    }
    return database.write(transaction -> create(transaction, organizationId, name, policies));
  }

  Principal create(
      Transaction transaction, String organizationId, String name, List<String> policies) {
    Organizations.verify(transaction, organizationId);
    policies.forEach(each -> Policies.verify(transaction, organizationId, each));
    Principal made = new Principal(organizationId, ids.id(), name, List.of());
    if (!PrincipalStore.insert(transaction, made, policies)) {
      throw new RefusedException(
          "Organization " + organizationId + " already has a principal named " + name + ".");
    }
    log.done(transaction, organizationId, "CreatePrincipal", name, String.join(" ", policies));
    return get(transaction, organizationId, name);
  }

  /**
   * Gives a principal one more policy; a running server obeys it within two seconds.
   *
   * @throws RefusedException when there is no such principal or policy, or the principal has it or
   *     {@link #POLICY_LIMIT} others
   */
  public void attach(String organizationId, String name, String policy) {
    database.write(transaction -> {
      Principal principal = get(transaction, organizationId, name);
      Policies.verify(transaction, organizationId, policy);
      PrincipalStore.lock(transaction, principal);
      if (!PrincipalStore.attach(transaction, principal, policy)) {
        throw new RefusedException(
            "Principal %s already has the policy %s.".formatted(name, policy));
      }
      if (PrincipalStore.policies(transaction, principal).size() > POLICY_LIMIT) {
        throw tooManyPolicies();
      }
      log.done(transaction, organizationId, "AttachPolicy", name, policy);
      return null;
    });
  }

  /**
   * Takes a policy from a principal; a running server obeys it within two seconds.
   *
   * @throws RefusedException when there is no such principal, or it has no such policy
   */
  public void detach(String organizationId, String name, String policy) {
    database.write(transaction -> {
      Principal principal = get(transaction, organizationId, name);
      if (!PrincipalStore.detach(transaction, principal, policy)) {
        List<String> others = PrincipalStore.policies(transaction, principal);
        throw new RefusedException(
            "Principal %s has no policy %s; it has %s."
                .formatted(name, policy, others.isEmpty() ? "none" : String.join(", ", others)));
      }
      log.done(transaction, organizationId, "DetachPolicy", name, policy);
      return null;
    });
  }

  /** Returns the principal of that name, if the organization has one. */
  public Optional<Principal> find(String organizationId, String name) {
    return database.read(transaction -> PrincipalStore.find(transaction, organizationId, name));
  }

  /**
   * Returns whether a principal has the policy of that name.
   *
   * @throws RefusedException when there is no such principal
   */
  public boolean has(String organizationId, String name, String policy) {
    return database.read(transaction ->
        PrincipalStore.policies(transaction, get(transaction, organizationId, name))
            .contains(policy));
  }

  /**
   * Principals of an organization in the order of their names.
   *
   * @param after the last name of the page before, or the empty string
   * @param limit how many at most, up to {@link Organizations#PAGE_LIMIT}
   * @throws RefusedException when there is no such organization
   */
  public List<Listed> list(String organizationId, String after, int limit) {
    int size = Math.clamp(limit, 1, Organizations.PAGE_LIMIT);
    return database.read(transaction -> {
      Organizations.verify(transaction, organizationId);
      return PrincipalStore.page(transaction, organizationId, after, size);
    });
  }

  /** The principal of that name; refuses when there is none, or no such organization. */
  static Principal get(Transaction transaction, String organizationId, String name) {
    Organizations.verify(transaction, organizationId);
    return PrincipalStore.find(transaction, organizationId, name)
        .orElseThrow(() ->
            new RefusedException(
                "Organization " + organizationId + " has no principal named " + name + "."));
  }

  private static RefusedException tooManyPolicies() {
    return new RefusedException(
        "A principal can have at most " + POLICY_LIMIT + " policies; leave out or detach one.");
  }
}

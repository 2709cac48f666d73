package org.carillon.server.platform.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.carillon.server.platform.db.Database;
import org.carillon.server.platform.db.Keys;
import org.carillon.server.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Creates principals and finds them by name. */
public final class Principals {

  /** The principal that the first start makes; nobody else can have its name. */
  public static final String ROOT = "root";

  /** IAM's own limit of policies for one user. */
  public static final int POLICY_LIMIT = 10;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

  private final Database database;
  private final Keys keys;

  /** The principals of that database. */
  public Principals(Database database, Keys keys) {
    this.database = database;
    this.keys = keys;
  }

  /**
   * Creates a principal; without a policy it may do nothing.
   *
   * @throws RefusedException when the organization does not exist, the name is taken, reserved or
   *     malformed, or there are too many policies
   */
  public Principal create(String organizationId, String name, List<GrantedPolicy> policies) {
    if (name.equals(ROOT)) {
      throw new RefusedException("The name root is kept for the principal of the first start.");
    }
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          "A principal's name has 1 to 64 letters, digits or characters of _+=,.@-.");
    }
    if (policies.size() > POLICY_LIMIT) {
      throw new RefusedException("A principal has at most " + POLICY_LIMIT + " policies.");
    }
    Set<String> names = new HashSet<>();
    for (GrantedPolicy each : policies) {
      if (!names.add(each.name())) {
        throw new RefusedException("The policy " + each.name() + " is given twice.");
      }
    }
    return database.write(transaction -> {
      if (!OrganizationStore.exists(transaction, organizationId)) {
        throw noOrganization(organizationId);
      }
      return create(transaction, organizationId, name, policies);
    });
  }

  Principal create(
      Transaction transaction, String organizationId, String name, List<GrantedPolicy> policies) {
    Principal made =
        new Principal(
            organizationId,
            keys.id(),
            name,
            policies.stream().map(GrantedPolicy::compiled).toList());
    if (!PrincipalStore.insert(transaction, made, policies)) {
      throw new RefusedException(
          "Organization " + organizationId + " already has a principal named " + name + ".");
    }
    return made;
  }

  /** The principal of that name, or null. */
  public @Nullable Principal find(String organizationId, String name) {
    return database.read(transaction -> PrincipalStore.find(transaction, organizationId, name));
  }

  static RefusedException noOrganization(String organizationId) {
    return new RefusedException("There is no organization " + organizationId + ".");
  }
}

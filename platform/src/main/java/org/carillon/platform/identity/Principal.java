package org.carillon.platform.identity;

import java.util.List;

/** The caller of an operation: a person or program of one organization, with its policies. */
public record Principal(
    String organizationId, String principalId, String name, List<Policy> policies) {

  private static final String SYSTEM = "system:";

  /** Keeps its own copy of the policies. */
  public Principal {
    policies = List.copyOf(policies);
  }

  /**
   * The background job that acts for an organization; it may do everything. No principal can be
   * given such a name, since names have no colon.
   */
  public static Principal system(String organizationId, String job) {
    String name = SYSTEM + job;
    return new Principal(organizationId, name, name, List.of(ManagedPolicy.FULL_ACCESS.policy()));
  }

  /**
   * Returns whether an action such as {@code chime:DeletePhoneNumber} is allowed: a statement
   * allows it and none denies it. Allocates nothing.
   */
  public boolean may(String action) {
    boolean allowed = false;
    for (int each = 0; each < policies.size(); each++) {
      switch (policies.get(each).decide(action)) {
        case DENIED -> {
          return false;
        }
        case ALLOWED -> allowed = true;
        case SILENT -> {}
      }
    }
    return allowed;
  }

  /** {@code arn:aws:iam::<organization>:user/<name>}; a background job is {@code system:<job>}. */
  public String arn() {
    return name.startsWith(SYSTEM) ? name : "arn:aws:iam::" + organizationId + ":user/" + name;
  }

  @Override
  public String toString() {
    return arn();
  }
}

package org.carillon.platform.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is granted to a principal.
 *
 * @param name a managed policy's name, or one of the organization's own choosing
 * @param document the JSON document; null for a managed policy, whose content the server knows
 */
public record GrantedPolicy(String name, @Nullable String document) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,128}");

  /**
   * A policy of the organization's own.
   *
   * @throws RefusedException when the document or the name is not acceptable
   */
  public static GrantedPolicy custom(String name, String document) {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          "A policy's name has 1 to 128 letters, digits or characters of _+=,.@-.");
    }
    if (ManagedPolicy.named(name) != null) {
      throw new RefusedException(name + " is a managed policy; choose another name.");
    }
    PolicyDocument.parse(document);
    return new GrantedPolicy(name, document);
  }

  /** Returns the policy for decisions; an unknown name allows nothing. */
  Policy compiled() {
    if (document != null) {
      return PolicyDocument.parse(document);
    }
    ManagedPolicy managed = ManagedPolicy.named(name);
    return managed == null ? new Policy(List.of()) : managed.policy();
  }
}

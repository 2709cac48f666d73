package org.carillon.api.shape;

/**
 * One member that breaks a rule of the model.
 *
 * @param path where: member names, list indexes and map keys, each after a slash
 * @param message the whole sentence, which names the path and the rule and never the value
 */
public record Violation(String path, String message) {

  static Violation of(Path path, String requirement) {
    return new Violation(
        path.toString(), "Value at '" + path + "' failed to satisfy constraint: " + requirement);
  }

  /** A required member that is absent. */
  public static Violation missing(Path path) {
    return of(path, "Member must not be null");
  }

  /** A label of the path that is empty. */
  public static Violation empty(Path path) {
    return of(path, "Member must not be empty");
  }

  /** A text that none of the enum's values is. */
  public static Violation notAmong(Path path, String valueSet) {
    return of(path, "Member must satisfy enum value set: " + valueSet);
  }
}

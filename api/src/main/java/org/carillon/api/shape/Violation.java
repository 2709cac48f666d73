package org.carillon.api.shape;

/**
 * One value that breaks a rule of the model.
 *
 * @param path where
 * @param breach how
 */
public record Violation(Path path, Breach breach) {

  /** The whole sentence: the name that the client used, what the value must be, and what it is. */
  public String message() {
    return path.spelling() + " " + breach.describe();
  }
}

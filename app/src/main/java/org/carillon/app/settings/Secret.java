package org.carillon.app.settings;

/**
 * A text that is shown to nobody: its {@code toString} is a mask, so no message can print it by
 * mistake.
 */
public record Secret(String text) {

  /** Whether nothing was set. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "" : "***";
  }
}

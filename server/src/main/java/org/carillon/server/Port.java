package org.carillon.server;

import org.jspecify.annotations.Nullable;

/**
 * A question that a feature asks of a feature above it, which it must not import. {@link Features}
 * binds it once, before the operations are made.
 *
 * @param <T> the question, an interface of the feature that asks
 */
public final class Port<T> {

  private final String name;
  private @Nullable T answer;

  /**
   * An unbound port.
   *
   * @param name the feature and its method that binds the port, for the error of {@link #bound}
   */
  public Port(String name) {
    this.name = name;
  }

  /**
   * Binds the port.
   *
   * @throws IllegalStateException when it is bound already
   */
  public void bind(T answering) {
    if (answer != null) {
      throw new IllegalStateException("the port " + name + " is bound twice; bind it once");
    }
    answer = answering;
  }

  /**
   * Returns the bound implementation.
   *
   * @throws IllegalStateException when it is not bound, which ends the start of the server
   */
  public T bound() {
    if (answer == null) {
      throw new IllegalStateException("the port " + name + " is not bound; bind it in Features");
    }
    return answer;
  }
}

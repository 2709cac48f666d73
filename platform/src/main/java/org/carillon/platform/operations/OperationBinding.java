package org.carillon.platform.operations;

import org.carillon.api.shape.OperationShape;

/**
 * An operation of the model together with the class that does it.
 *
 * @param shape what the model says of it
 * @param operation what it does
 */
public record OperationBinding<I, O>(OperationShape<I, O> shape, Operation<I, O> operation) {

  /**
   * Refuses an operation that the model calls read-only but that writes, or the other way about.
   */
  public OperationBinding {
    if (shape.readOnly() == operation instanceof WriteOperation) {
      throw new IllegalArgumentException(
          shape.name() + " reads or writes other than its model says");
    }
  }
}

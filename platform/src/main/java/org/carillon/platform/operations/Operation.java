package org.carillon.platform.operations;

/** The behaviour of one operation of the API; its kind declares the transaction it runs in. */
public sealed interface Operation<I, O>
    permits ReadOperation, SnapshotOperation, OutsideOperation, WriteOperation {

  /**
   * Does what the API says of this operation.
   *
   * @param input valid as far as the model can tell
   * @throws org.carillon.api.shape.ModelledException one that the model declares for the operation,
   *     when a rule forbids it; everything done so far is then undone
   */
  O run(I input, OperationContext context);
}

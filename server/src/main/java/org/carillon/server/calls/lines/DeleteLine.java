package org.carillon.server.calls.lines;

import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.model.DeleteLineOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Dissolves a line; its number stays in the inventory, Unassigned. */
final class DeleteLine implements WriteOperation<DeleteLineInput, DeleteLineOutput> {

  private final LineDeletion deletion;

  DeleteLine(LineDeletion deletion) {
    this.deletion = deletion;
  }

  @Override
  public DeleteLineOutput run(DeleteLineInput input, OperationContext context) {
    return new DeleteLineOutput(deletion.delete(context, input.lineId(), input.revision()));
  }
}

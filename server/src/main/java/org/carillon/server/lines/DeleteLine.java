package org.carillon.server.lines;

import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.shape.Unit;
import org.carillon.server.callflows.References;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.WriteOperation;

/** Dissolves a line; its number stays in the inventory, Unassigned. */
final class DeleteLine implements WriteOperation<DeleteLineInput, Unit> {

  private final LineStore lines;
  private final LineEdits edits;
  private final References references;

  DeleteLine(LineStore lines, LineEdits edits, References references) {
    this.lines = lines;
    this.edits = edits;
    this.references = references;
  }

  @Override
  public Unit run(DeleteLineInput input, Call call) {
    references.alone(call);
    edits.dissolve(call, lines.lock(call, input.lineId()));
    return Unit.INSTANCE;
  }
}

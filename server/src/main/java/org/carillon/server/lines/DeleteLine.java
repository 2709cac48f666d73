package org.carillon.server.lines;

import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
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
    LineStore.Entry present = lines.lock(call, input.lineId());
    Line line = present.line();
    references.refuseReferred(
        call, new CallTarget(CallTargetType.PHONE_NUMBER, line.e164()), line.words());
    edits.dissolve(call, present);
    return Unit.INSTANCE;
  }
}

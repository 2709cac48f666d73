package org.carillon.server.calls.lines;

import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.model.DeleteLineOutput;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;

/** Dissolves a line; its number stays in the inventory, Unassigned. */
final class DeleteLine implements WriteOperation<DeleteLineInput, DeleteLineOutput> {

  private final LineStore lines;
  private final ChangeStore changes;
  private final LineEditor edits;
  private final FlowEntries references;

  DeleteLine(LineStore lines, ChangeStore changes, LineEditor edits, FlowEntries references) {
    this.lines = lines;
    this.changes = changes;
    this.edits = edits;
    this.references = references;
  }

  @Override
  public DeleteLineOutput run(DeleteLineInput input, OperationContext context) {
    references.alone(context);
    LineStore.LineRow present = lines.lock(context, input.lineId());
    Line line = present.line();
    if (input.version() != null) {
      changes.refuseStale(context, line.entity(), input.version());
    }
    references.refuseReferred(
        context, new CallTarget(CallTargetType.PHONE_NUMBER, line.e164().text()), line.describe());
    return new DeleteLineOutput(edits.dissolve(context, present).stream().sorted().toList());
  }
}

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
  private final LineEditor editor;
  private final FlowEntries entries;

  DeleteLine(LineStore lines, ChangeStore changes, LineEditor editor, FlowEntries entries) {
    this.lines = lines;
    this.changes = changes;
    this.editor = editor;
    this.entries = entries;
  }

  @Override
  public DeleteLineOutput run(DeleteLineInput input, OperationContext context) {
    entries.serializeEdits(context);
    LineStore.LineRow present = lines.lock(context, input.lineId());
    Line line = present.line();
    if (input.version() != null) {
      changes.refuseStale(context, line.entity(), input.version());
    }
    entries.refuseReferred(
        context, new CallTarget(CallTargetType.PHONE_NUMBER, line.e164().text()), line.describe());
    return new DeleteLineOutput(editor.dissolve(context, present).stream().sorted().toList());
  }
}

package org.carillon.server.calls.lines;

import org.carillon.api.model.LineConfiguration;
import org.carillon.api.model.UpdateLineInput;
import org.carillon.api.model.UpdateLineOutput;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;

/** Replaces all of a line except its number; the caller has read its present revision. */
final class UpdateLine implements WriteOperation<UpdateLineInput, UpdateLineOutput> {

  private final LineStore lines;
  private final ChangeStore changes;
  private final LineEditor editor;
  private final FlowEntries entries;

  UpdateLine(LineStore lines, ChangeStore changes, LineEditor editor, FlowEntries entries) {
    this.lines = lines;
    this.changes = changes;
    this.editor = editor;
    this.entries = entries;
  }

  @Override
  public UpdateLineOutput run(UpdateLineInput input, OperationContext context) {
    entries.serializeEdits(context);
    LineStore.LineRow before = lines.lock(context, input.lineId());
    changes.refuseStale(context, before.line().entity(), input.revision(), "repeat your change on");
    LineConfiguration wanted = input.lineConfiguration();
    LineEditor.Edited edited = editor.replace(context, before, wanted, null);
    return new UpdateLineOutput(
        edited.entry().view(), edited.requiringSignIn().stream().sorted().toList());
  }
}

package org.carillon.server.calls.lines;

import org.carillon.api.model.DisassociateUserFromLineInput;
import org.carillon.api.model.DisassociateUserFromLineOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;

/** Removes a user from a line; the other members stay. */
final class DisassociateUserFromLine
    implements WriteOperation<DisassociateUserFromLineInput, DisassociateUserFromLineOutput> {

  private final LineStore lines;
  private final LineEditor editor;
  private final FlowEntries entries;

  DisassociateUserFromLine(LineStore lines, LineEditor editor, FlowEntries entries) {
    this.lines = lines;
    this.editor = editor;
    this.entries = entries;
  }

  @Override
  public DisassociateUserFromLineOutput run(
      DisassociateUserFromLineInput input, OperationContext context) {
    entries.serializeEdits(context);
    LineStore.LineRow before = lines.lock(context, input.lineId());
    LineEditor.Edited edited =
        editor.replace(
            context, before, LineUsers.of(before.line()).without(input.userId()), "UserId");
    return new DisassociateUserFromLineOutput(
        edited.entry().view(), edited.requiringSignIn().stream().sorted().toList());
  }
}

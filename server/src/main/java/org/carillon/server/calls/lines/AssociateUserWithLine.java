package org.carillon.server.calls.lines;

import java.util.List;
import org.carillon.api.model.AssociateUserWithLineInput;
import org.carillon.api.model.AssociateUserWithLineOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.inventory.numbers.Role;

/** Adds a user to a line; the other members stay. */
final class AssociateUserWithLine
    implements WriteOperation<AssociateUserWithLineInput, AssociateUserWithLineOutput> {

  private final LineStore lines;
  private final LineEditor editor;
  private final FlowEntries entries;

  AssociateUserWithLine(LineStore lines, LineEditor editor, FlowEntries entries) {
    this.lines = lines;
    this.editor = editor;
    this.entries = entries;
  }

  @Override
  public AssociateUserWithLineOutput run(
      AssociateUserWithLineInput input, OperationContext context) {
    entries.serializeEdits(context);
    LineStore.LineRow before = lines.lock(context, input.lineId());
    Role role =
        switch (input.role()) {
          case ASSIGNED -> Role.ASSIGNEE;
          case OUTBOUND_ONLY -> Role.OUTBOUND;
        };
    LineUsers users = LineUsers.of(before.line());
    if (users.role(input.userId()).filter(role::equals).isPresent()) {
      return new AssociateUserWithLineOutput(before.view(), List.of());
    }
    LineEditor.Edited edited =
        editor.replace(context, before, users.with(context, input.userId(), role), "UserId");
    return new AssociateUserWithLineOutput(
        edited.entry().view(), edited.requiringSignIn().stream().sorted().toList());
  }
}

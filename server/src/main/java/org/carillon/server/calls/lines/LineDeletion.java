package org.carillon.server.calls.lines;

import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.FlowEntries;
import org.jspecify.annotations.Nullable;

/** Dissolves lines on request, unless entries of call flows lead to their numbers. */
public final class LineDeletion {

  private final LineStore lines;
  private final ChangeStore changes;
  private final LineEditor editor;
  private final FlowEntries entries;

  LineDeletion(LineStore lines, ChangeStore changes, LineEditor editor, FlowEntries entries) {
    this.lines = lines;
    this.changes = changes;
    this.editor = editor;
    this.entries = entries;
  }

  /**
   * Dissolves a line; its number stays in the inventory, Unassigned. It acquires the lock for call
   * flows, so call it before any other lock.
   *
   * @param seen the revision that the caller knows, or null to dissolve any
   * @return the users who must sign in again, in the order of their ids
   * @throws org.carillon.api.model.ConflictException when entries lead to its number, or it was
   *     changed since the revision that the caller knows
   * @throws org.carillon.api.model.NotFoundException when the organization has no such line
   */
  public List<String> delete(OperationContext context, String lineId, @Nullable Integer seen) {
    entries.serializeEdits(context);
    LineStore.LineRow present = lines.lock(context, lineId);
    Line line = present.line();
    if (seen != null) {
      changes.refuseStale(context, line.entity(), seen, "delete");
    }
    entries.refuseReferred(
        context, new CallTarget(CallTargetType.PHONE_NUMBER, line.e164().text()), line.describe());
    return editor.dissolve(context, present).stream().sorted().toList();
  }
}

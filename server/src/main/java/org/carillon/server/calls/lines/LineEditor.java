package org.carillon.server.calls.lines;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.LineConfiguration;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.jspecify.annotations.Nullable;

/**
 * Changes and dissolves locked lines, all that belongs to them at one instant. A caller that locks
 * a line or several users holds {@link org.carillon.server.ResourceLock#CALL_FLOWS}.
 */
final class LineEditor {

  private final LineStore lines;
  private final ChangeStore changes;
  private final LineMemberships seating;
  private final PhoneNumberStore numbers;
  private final HolderStore holders;
  private final Assignments assignments;
  private final FlowEntries references;

  LineEditor(
      LineStore lines,
      ChangeStore changes,
      LineMemberships seating,
      PhoneNumberStore numbers,
      HolderStore holders,
      Assignments assignments,
      FlowEntries references) {
    this.lines = lines;
    this.changes = changes;
    this.seating = seating;
    this.numbers = numbers;
    this.holders = holders;
    this.assignments = assignments;
    this.references = references;
  }

  /**
   * The result of an edit.
   *
   * @param entry the line one version later
   * @param noticing the users who must sign in again
   */
  record Edited(LineStore.LineRow entry, Set<String> noticing) {}

  /**
   * Makes a locked line what a configuration says.
   *
   * @param decision which decision names those who get a place, for people; null when the lists of
   *     the configuration do
   * @throws org.carillon.api.model.BadRequestException when the configuration contradicts itself,
   *     its calls would go round for ever, or a user cannot get a place
   * @throws org.carillon.api.model.NotFoundException when a user or the call flow is not the
   *     organization's
   */
  Edited replace(
      OperationContext context,
      LineStore.LineRow present,
      LineConfiguration wanted,
      @Nullable String decision) {
    Line before = present.line();
    LineConfiguration settled = Line.settled(wanted);
    LineMemberships.MembershipChange change =
        seating.prepare(context, present.seats(), Line.places(settled), decision);
    PhoneNumber number = numbers.lock(context, before.e164());
    Line after = before.replaced(settled, context.now());
    seating.apply(context, number, change);
    if (!after.references().equals(before.references())) {
      references.replace(context, after.origin(), after.references());
    }
    if (!after.holder().equals(before.holder())) {
      holders.rename(context, after.lineId(), after.configuration().name());
    }
    lines.save(context, after);
    changes.add(context, after.entity(), before.differences(settled));
    context.auditSubject(after.lineId());
    context.auditSubject(after.e164().text());
    return new Edited(lines.get(context, after.lineId()), change.people().keySet());
  }

  /**
   * Dissolves a locked line: all places end, and its number is Unassigned.
   *
   * @return the users who must sign in again
   */
  Set<String> dissolve(OperationContext context, LineStore.LineRow present) {
    Line line = present.line();
    LineMemberships.MembershipChange change =
        seating.prepare(context, present.seats(), Map.of(), null);
    PhoneNumber number =
        assignments.take(context, numbers.lock(context, line.e164()), line.holder());
    seating.notice(context, number, change);
    references.replace(context, line.origin(), List.of());
    lines.dissolve(context, line);
    holders.end(context, line.lineId(), context.now());
    context.auditSubject(line.lineId());
    return change.people().keySet();
  }
}

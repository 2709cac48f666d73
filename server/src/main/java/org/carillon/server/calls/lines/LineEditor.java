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
  private final LineMemberships memberships;
  private final PhoneNumberStore numbers;
  private final HolderStore holders;
  private final Assignments assignments;
  private final FlowEntries entries;

  LineEditor(
      LineStore lines,
      ChangeStore changes,
      LineMemberships memberships,
      PhoneNumberStore numbers,
      HolderStore holders,
      Assignments assignments,
      FlowEntries entries) {
    this.lines = lines;
    this.changes = changes;
    this.memberships = memberships;
    this.numbers = numbers;
    this.holders = holders;
    this.assignments = assignments;
    this.entries = entries;
  }

  /**
   * The result of an edit.
   *
   * @param entry the line one revision later
   * @param requiringSignIn the users who must sign in again
   */
  record Edited(LineStore.LineRow entry, Set<String> requiringSignIn) {}

  /**
   * Makes a locked line what a configuration says.
   *
   * @param decision the name of the decision that gives a membership, for people; null when the
   *     lists of the configuration give it
   * @throws org.carillon.api.model.BadRequestException when the configuration contradicts itself,
   *     its calls would go round for ever, or a user cannot become a member
   * @throws org.carillon.api.model.NotFoundException when a user or the call flow is not the
   *     organization's
   */
  Edited replace(
      OperationContext context,
      LineStore.LineRow present,
      LineConfiguration wanted,
      @Nullable String decision) {
    Line before = present.line();
    LineConfiguration complete = Line.withDefaults(wanted);
    LineMemberships.MembershipChange change =
        memberships.prepare(context, present.members(), Line.roles(complete), decision);
    PhoneNumber number = numbers.lock(context, before.e164());
    Line after = before.replaced(complete, context.now());
    memberships.apply(context, number, change);
    if (!after.entries().equals(before.entries())) {
      entries.replace(context, after.flowId(), after.entries());
    }
    if (!after.holder().equals(before.holder())) {
      holders.rename(context, after.lineId(), after.configuration().name());
    }
    lines.save(context, after);
    changes.add(context, after.entity(), before.differences(complete));
    context.auditSubject(after.lineId());
    context.auditSubject(after.e164().text());
    return new Edited(lines.get(context, after.lineId()), change.people().keySet());
  }

  /**
   * Dissolves a locked line: all memberships end, and its number is Unassigned.
   *
   * @return the users who must sign in again
   */
  Set<String> dissolve(OperationContext context, LineStore.LineRow present) {
    Line line = present.line();
    LineMemberships.MembershipChange change =
        memberships.prepare(context, present.members(), Map.of(), null);
    PhoneNumber number =
        assignments.unassign(context, numbers.lock(context, line.e164()), line.holder());
    memberships.requireSignIn(context, number, change);
    entries.replace(context, line.flowId(), List.of());
    lines.dissolve(context, line);
    holders.end(context, line.lineId(), context.now());
    context.auditSubject(line.lineId());
    return change.people().keySet();
  }
}

package org.carillon.server.calls.lines;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.LineConfiguration;
import org.carillon.platform.operations.Call;
import org.carillon.server.calls.flows.References;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.jspecify.annotations.Nullable;

/**
 * Changes and dissolves locked lines, all that belongs to them at one instant. Whoever locks a line
 * or several users has asked first to be alone with the organization's call flows, so that they
 * never wait for each other; users come by their ids, then call flows and devices, numbers last.
 */
final class LineEdits {

  private final LineStore lines;
  private final LineChangeStore changes;
  private final Seating seating;
  private final PhoneNumberStore numbers;
  private final HolderStore holders;
  private final Assignments assignments;
  private final References references;

  LineEdits(
      LineStore lines,
      LineChangeStore changes,
      Seating seating,
      PhoneNumberStore numbers,
      HolderStore holders,
      Assignments assignments,
      References references) {
    this.lines = lines;
    this.changes = changes;
    this.seating = seating;
    this.numbers = numbers;
    this.holders = holders;
    this.assignments = assignments;
    this.references = references;
  }

  /**
   * What an edit came to.
   *
   * @param entry the line one version later
   * @param noticing the users who have to sign in again to notice
   */
  record Edited(LineStore.Entry entry, Set<String> noticing) {}

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
      Call call, LineStore.Entry present, LineConfiguration wanted, @Nullable String decision) {
    Line before = present.line();
    LineConfiguration settled = Line.settled(wanted);
    Seating.Change change = seating.prepare(call, present.seats(), Line.places(settled), decision);
    PhoneNumber number = numbers.get(call, before.e164());
    Line after = before.replaced(settled, call.now());
    seating.apply(call, number, change);
    if (!after.references().equals(before.references())) {
      references.replace(call, after.origin(), after.references());
    }
    if (!after.holder().equals(before.holder())) {
      holders.rename(call, after.lineId(), after.configuration().name());
    }
    lines.save(call, after);
    changes.add(call, after, Differences.words(before.configuration(), settled));
    call.concerns(after.lineId());
    call.concerns(after.e164());
    return new Edited(lines.get(call, after.lineId()), change.people().keySet());
  }

  /**
   * Dissolves a locked line: all places end, and its number is Unassigned.
   *
   * @return the users who have to sign in again to notice
   */
  Set<String> dissolve(Call call, LineStore.Entry present) {
    Line line = present.line();
    Seating.Change change = seating.prepare(call, present.seats(), Map.of(), null);
    PhoneNumber number = assignments.take(call, numbers.get(call, line.e164()), line.holder());
    seating.notice(call, number, change);
    references.replace(call, line.origin(), List.of());
    lines.dissolve(call, line);
    holders.end(call, line.lineId(), call.now());
    call.concerns(line.lineId());
    return change.people().keySet();
  }
}

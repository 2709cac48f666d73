package org.carillon.server.calls.lines;

import java.util.List;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.CreateLineOutput;
import org.carillon.api.model.LineConfiguration;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;

/** Makes a line of an Unassigned number. */
final class CreateLine implements WriteOperation<CreateLineInput, CreateLineOutput> {

  private final LineStore lines;
  private final LineMemberships memberships;
  private final NumbersFeature numbers;
  private final HolderStore holders;
  private final FlowEntries entries;
  private final Ids ids;

  CreateLine(
      LineStore lines,
      LineMemberships memberships,
      NumbersFeature numbers,
      FlowEntries entries,
      Ids ids) {
    this.lines = lines;
    this.memberships = memberships;
    this.numbers = numbers;
    this.holders = numbers.holders();
    this.entries = entries;
    this.ids = ids;
  }

  @Override
  public CreateLineOutput run(CreateLineInput input, OperationContext context) {
    entries.serializeEdits(context);
    LineConfiguration wanted = Line.withDefaults(input.lineConfiguration());
    LineMemberships.MembershipChange change =
        memberships.prepare(context, List.of(), Line.roles(wanted), null);
    PhoneNumber number =
        numbers.numbers().lock(context, E164.of("E164PhoneNumber", input.e164PhoneNumber()));
    numbers.userAssignments().refuseWrongProduct(context, number);
    Line line = Line.created(ids.id(), number, wanted, context.now());
    holders.add(context, line.holder(), context.now());
    PhoneNumber given = numbers.assignments().assign(context, number, line.holder(), Role.LINE);
    memberships.apply(context, given, change);
    // A target that is not a call flow is refused before its id, of any length, reaches the line's
    // row.
    entries.replace(context, line.flowId(), line.entries());
    lines.add(context, line);
    context.auditSubject(line.lineId());
    return new CreateLineOutput(
        lines.get(context, line.lineId()).view(),
        change.people().keySet().stream().sorted().toList());
  }
}

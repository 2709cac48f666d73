package org.carillon.server.calls.lines;

import java.util.List;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.CreateLineOutput;
import org.carillon.api.model.LineConfiguration;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.flows.References;
import org.carillon.server.inventory.numbers.E164;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;

/** Makes a line of an Unassigned number. */
final class CreateLine implements WriteOperation<CreateLineInput, CreateLineOutput> {

  private final LineStore lines;
  private final Seating seating;
  private final NumbersFeature numbers;
  private final HolderStore holders;
  private final References references;
  private final Keys keys;

  CreateLine(
      LineStore lines, Seating seating, NumbersFeature numbers, References references, Keys keys) {
    this.lines = lines;
    this.seating = seating;
    this.numbers = numbers;
    this.holders = numbers.holders();
    this.references = references;
    this.keys = keys;
  }

  @Override
  public CreateLineOutput run(CreateLineInput input, Call call) {
    references.alone(call);
    LineConfiguration wanted =
        Line.settled(
            new LineConfiguration(
                input.name(),
                input.assignedUserIds(),
                input.callerIdUserIds(),
                input.defaultInboxUserId(),
                input.callFlow(),
                input.ringSeconds(),
                input.recordVisibility()));
    Seating.Change change = seating.prepare(call, List.of(), Line.places(wanted), null);
    PhoneNumber number =
        numbers.numbers().get(call, E164.of("E164PhoneNumber", input.e164PhoneNumber()));
    numbers.userAssignments().refuseUnfit(call, number);
    Line line = Line.created(keys.id(), number, wanted, call.now());
    holders.add(call, line.holder(), call.now());
    PhoneNumber given = numbers.assignments().give(call, number, line.holder(), Role.LINE);
    seating.apply(call, given, change);
    // What is no call flow is refused before its id, of whatever length, gets into the line's row.
    references.replace(call, line.origin(), line.references());
    lines.add(call, line);
    call.concerns(line.lineId());
    return new CreateLineOutput(
        lines.get(call, line.lineId()).view(), change.people().keySet().stream().sorted().toList());
  }
}

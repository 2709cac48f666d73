package org.carillon.server.calls.lines;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.flows.CallFlowsFeature;
import org.carillon.server.calls.records.LineSettings;
import org.carillon.server.calls.resolver.LineFlows;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.people.users.UsersFeature;

/** Puts the lines together: what other features ask of them, and their operations. */
public final class LinesFeature implements Feature {

  /** The limits of the feature. */
  public static final List<Limit> LIMITS = List.of(LineMemberships.OF_A_USER);

  private final LineMemberStore seats = new LineMemberStore();
  private final LineStore lines = new LineStore(seats);
  private final ChangeStore changes = new ChangeStore();
  private final Ids ids;
  private final Pages pages;
  private final NumbersFeature numbers;
  private final FlowEntries references;
  private final LineMemberships seating;
  private final LineEditor edits;

  /** Lines of those numbers, shared by those users, whose calls those flows take. */
  public LinesFeature(
      Platform platform, NumbersFeature numbers, UsersFeature users, CallFlowsFeature callFlows) {
    this.ids = platform.ids();
    this.pages = platform.pages();
    this.numbers = numbers;
    this.references = callFlows.references();
    this.seating = new LineMemberships(users.users(), seats, numbers.assignments());
    this.edits =
        new LineEditor(
            lines,
            changes,
            seating,
            numbers.numbers(),
            numbers.holders(),
            numbers.assignments(),
            references);
  }

  /** Returns the course of calls to lines. */
  public LineFlows behaviors() {
    return new LineBehaviors(lines);
  }

  /** Returns the settings of lines for the records of calls. */
  public LineSettings recordRules() {
    return new LineRecordRules(lines);
  }

  /** Returns the removal of users from lines. */
  public UserLines userLines() {
    return new UserLines(lines, seats, edits);
  }

  /** The operations on lines. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_LINE, new CreateLine(lines, seating, numbers, references, ids)),
        new OperationBinding<>(Operations.GET_LINE, new GetLine(lines)),
        new OperationBinding<>(Operations.LIST_LINES, new ListLines(lines, seats, pages)),
        new OperationBinding<>(
            Operations.UPDATE_LINE, new UpdateLine(lines, changes, edits, references)),
        new OperationBinding<>(
            Operations.DELETE_LINE, new DeleteLine(lines, changes, edits, references)));
  }
}

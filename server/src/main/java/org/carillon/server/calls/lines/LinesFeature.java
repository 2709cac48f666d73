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
  public static final List<Limit> LIMITS =
      List.of(LineMemberships.OF_A_USER, LineUsers.ASSIGNED, LineUsers.OUTBOUND_ONLY);

  private final LineMemberStore members = new LineMemberStore();
  private final LineStore lines = new LineStore(members);
  private final ChangeStore changes = new ChangeStore();
  private final Ids ids;
  private final Pages pages;
  private final NumbersFeature numbers;
  private final FlowEntries entries;
  private final LineMemberships memberships;
  private final LineEditor editor;

  /** Lines of those numbers, shared by those users, whose calls those flows take. */
  public LinesFeature(
      Platform platform, NumbersFeature numbers, UsersFeature users, CallFlowsFeature callFlows) {
    this.ids = platform.ids();
    this.pages = platform.pages();
    this.numbers = numbers;
    this.entries = callFlows.entries();
    this.memberships = new LineMemberships(users.users(), members, numbers.assignments());
    this.editor =
        new LineEditor(
            lines,
            changes,
            memberships,
            numbers.numbers(),
            numbers.holders(),
            numbers.assignments(),
            entries);
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
    return new UserLines(lines, members, editor);
  }

  /** Returns the deletion of lines, which frees their numbers. */
  public LineDeletion deletion() {
    return new LineDeletion(lines, changes, editor, entries);
  }

  /** The operations on lines. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_LINE, new CreateLine(lines, memberships, numbers, entries, ids)),
        new OperationBinding<>(Operations.GET_LINE, new GetLine(lines)),
        new OperationBinding<>(Operations.LIST_LINES, new ListLines(lines, members, pages)),
        new OperationBinding<>(
            Operations.UPDATE_LINE, new UpdateLine(lines, changes, editor, entries)),
        new OperationBinding<>(Operations.DELETE_LINE, new DeleteLine(deletion())),
        new OperationBinding<>(
            Operations.ASSOCIATE_USER_WITH_LINE, new AssociateUserWithLine(lines, editor, entries)),
        new OperationBinding<>(
            Operations.DISASSOCIATE_USER_FROM_LINE,
            new DisassociateUserFromLine(lines, editor, entries)));
  }
}

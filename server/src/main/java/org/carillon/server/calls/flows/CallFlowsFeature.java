package org.carillon.server.calls.flows;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.TargetStore;

/** Puts the call flows together: what other features use of them, and their operations. */
public final class CallFlowsFeature implements Feature {

  private final FlowStore flows = new FlowStore();
  private final FlowEntryStore rows = new FlowEntryStore();
  private final TargetStore targets = new TargetStore();
  private final FlowEntries entries = new FlowEntries(rows, targets);
  private final HuntGroupStore groups = new HuntGroupStore(flows, rows);
  private final AutoAttendantStore attendants = new AutoAttendantStore(flows, rows);
  private final Ids ids;
  private final Pages pages;

  /** The call flows of all organizations. */
  public CallFlowsFeature(Platform platform) {
    this.ids = platform.ids();
    this.pages = platform.pages();
  }

  /** Returns the entries of flows, for lines and for the removal of users. */
  public FlowEntries entries() {
    return entries;
  }

  /** Returns what takes a user out of all flows. */
  public UserRemoval userRemoval() {
    return new UserRemoval(entries, rows, flows, groups);
  }

  /** Returns what remembers whose turn it is, for the records of calls. */
  public HuntGroupTurns turns() {
    return new HuntGroupTurns(new TurnStore(), targets);
  }

  /** Returns the definitions of flows, for the resolver of calls. */
  public FlowDefinitions definitions() {
    return new FlowDefinitions(flows, attendants);
  }

  /** The operations on hunt groups and auto attendants. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    FlowRemoval removal = new FlowRemoval(flows, rows, entries);
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_HUNT_GROUP, new CreateHuntGroup(groups, entries, ids)),
        new OperationBinding<>(Operations.GET_HUNT_GROUP, new GetHuntGroup(groups)),
        new OperationBinding<>(Operations.LIST_HUNT_GROUPS, new ListHuntGroups(groups, pages)),
        new OperationBinding<>(
            Operations.UPDATE_HUNT_GROUP, new UpdateHuntGroup(groups, flows, entries)),
        new OperationBinding<>(Operations.DELETE_HUNT_GROUP, new DeleteHuntGroup(removal)),
        new OperationBinding<>(
            Operations.CREATE_AUTO_ATTENDANT, new CreateAutoAttendant(attendants, entries, ids)),
        new OperationBinding<>(Operations.GET_AUTO_ATTENDANT, new GetAutoAttendant(attendants)),
        new OperationBinding<>(
            Operations.LIST_AUTO_ATTENDANTS, new ListAutoAttendants(flows, pages)),
        new OperationBinding<>(
            Operations.UPDATE_AUTO_ATTENDANT, new UpdateAutoAttendant(attendants, flows, entries)),
        new OperationBinding<>(Operations.DELETE_AUTO_ATTENDANT, new DeleteAutoAttendant(removal)));
  }
}

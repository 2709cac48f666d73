package org.carillon.server.callflows;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.server.platform.db.Keys;
import org.carillon.server.platform.operations.Bound;
import org.carillon.server.platform.operations.PageTokens;

/** Puts the call flows together: what other features use of them, and their operations. */
public final class CallFlowsFeature {

  private final FlowStore flows = new FlowStore();
  private final ReferenceStore rows = new ReferenceStore();
  private final TargetStore targets = new TargetStore();
  private final References references = new References(rows, targets, flows);
  private final HuntGroupStore groups = new HuntGroupStore(flows, rows);
  private final Keys keys;
  private final PageTokens tokens;

  /** Flows that take their ids from there. */
  public CallFlowsFeature(Keys keys, PageTokens tokens) {
    this.keys = keys;
    this.tokens = tokens;
  }

  /** What leads calls where, for lines and for whoever removes users. */
  public References references() {
    return references;
  }

  /** The operations on hunt groups and auto attendants. */
  public List<Bound<?, ?>> operations() {
    FlowRemoval removal = new FlowRemoval(flows, rows, references);
    return List.of(
        new Bound<>(Operations.CREATE_HUNT_GROUP, new CreateHuntGroup(groups, references, keys)),
        new Bound<>(Operations.GET_HUNT_GROUP, new GetHuntGroup(groups)),
        new Bound<>(Operations.LIST_HUNT_GROUPS, new ListHuntGroups(groups, tokens)),
        new Bound<>(Operations.UPDATE_HUNT_GROUP, new UpdateHuntGroup(groups, flows, references)),
        new Bound<>(Operations.DELETE_HUNT_GROUP, new DeleteHuntGroup(removal)));
  }
}

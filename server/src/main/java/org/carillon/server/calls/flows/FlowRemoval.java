package org.carillon.server.calls.flows;

import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.FlowId;
import org.jspecify.annotations.Nullable;

/** Deletes flows to which nothing leads. */
record FlowRemoval(FlowStore flows, FlowEntryStore rows, FlowEntries entries) {

  /**
   * Deletes a hunt group or an auto attendant.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   * @param seen the revision that the caller knows, or null to delete any
   * @throws org.carillon.api.model.ConflictException when another flow leads there, saying which,
   *     or when it was changed since the revision that the caller knows
   */
  void remove(OperationContext context, CallTarget target, @Nullable Integer seen) {
    entries.serializeEdits(context);
    Flow flow = flows.lock(context, FlowId.of(target).orElseThrow());
    if (seen != null) {
      flows.refuseStale(context, flow, seen, "delete");
    }
    entries.refuseReferred(context, target, flow.describe());
    rows.replace(context, flow.flowId(), List.of());
    flows.remove(context, flow);
  }
}

package org.carillon.server.calls.flows;

import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.FlowId;

/** Deletes flows to which nothing leads. */
record FlowRemoval(FlowStore flows, FlowEntryStore rows, FlowEntries entries) {

  /**
   * Deletes a hunt group or an auto attendant.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   * @throws org.carillon.api.model.ConflictException when another flow leads there, saying which
   */
  void remove(OperationContext context, CallTarget target) {
    entries.serializeEdits(context);
    Flow flow = flows.lock(context, FlowId.of(target).orElseThrow());
    entries.refuseReferred(context, target, flow.describe());
    rows.replace(context, flow.flowId(), List.of());
    flows.remove(context, flow);
  }
}

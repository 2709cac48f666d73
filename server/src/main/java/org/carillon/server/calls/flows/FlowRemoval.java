package org.carillon.server.calls.flows;

import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.FlowId;

/** Deletes flows to which nothing leads. */
record FlowRemoval(FlowStore flows, FlowEntryStore rows, FlowEntries references) {

  /**
   * Deletes a hunt group or an auto attendant.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   * @throws org.carillon.api.model.ConflictException when another flow leads there, saying which
   */
  void remove(OperationContext context, CallTarget target) {
    references.alone(context);
    Flow flow = flows.lock(context, FlowId.of(target).orElseThrow());
    references.refuseReferred(context, target, flow.describe());
    rows.replace(context, flow.origin(), List.of());
    flows.remove(context, flow);
  }
}

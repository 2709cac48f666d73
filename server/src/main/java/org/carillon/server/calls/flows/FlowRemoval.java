package org.carillon.server.calls.flows;

import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.platform.operations.Call;

/** Deletes flows to which nothing leads. */
record FlowRemoval(FlowStore flows, ReferenceStore rows, References references) {

  /**
   * Deletes a hunt group or an auto attendant.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   * @throws org.carillon.api.model.ConflictException when another flow leads there, saying which
   */
  void remove(Call call, CallTarget target) {
    references.alone(call);
    Flow flow = flows.lock(call, Origin.of(target).orElseThrow());
    references.refuseReferred(call, target, flow.words());
    rows.replace(call, flow.origin(), List.of());
    flows.remove(call, flow);
  }
}

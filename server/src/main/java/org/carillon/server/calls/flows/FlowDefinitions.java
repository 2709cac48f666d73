package org.carillon.server.calls.flows;

import java.util.Collection;
import java.util.List;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.platform.operations.OperationContext;

/** Reads hunt groups and auto attendants for the resolver of calls, without locks. */
public final class FlowDefinitions {

  private final FlowStore flows;
  private final AutoAttendantStore attendants;

  FlowDefinitions(FlowStore flows, AutoAttendantStore attendants) {
    this.flows = flows;
    this.attendants = attendants;
  }

  /** Returns the flows of the organization with these ids, of every kind. */
  public List<Flow> find(OperationContext context, Collection<String> flowIds) {
    return flows.find(context, flowIds);
  }

  /** Returns the settings of an auto attendant, its schedule and menu among them. */
  public AutoAttendantSettings settings(OperationContext context, Flow attendant) {
    return attendants.complete(context, List.of(attendant)).getFirst().settings();
  }
}

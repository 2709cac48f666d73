package org.carillon.server.calls.resolver;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.Port;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.TargetStore;
import org.carillon.server.calls.flows.CallFlowsFeature;

/**
 * Puts the resolver of calls together: its operation, and the ports it asks lines and trunks by.
 */
public final class ResolverFeature implements Feature {

  private final CallFlowsFeature flows;
  private final Port<LineFlows> lines = new Port<>("ResolverFeature.lines");
  private final Port<TrunkRoutes> trunks = new Port<>("ResolverFeature.trunks");

  /** Resolves calls through those flows. */
  @SuppressWarnings("unused") // every feature is given the platform
  public ResolverFeature(Platform platform, CallFlowsFeature flows) {
    this.flows = flows;
  }

  /** Binds what lines do with calls. */
  public void lines(LineFlows behaviors) {
    lines.bind(behaviors);
  }

  /** Binds where Voice Connectors and their groups send calls. */
  public void trunks(TrunkRoutes routes) {
    trunks.bind(routes);
  }

  /** The operation that resolves a call. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    CallSnapshots snapshots =
        new CallSnapshots(
            new SnapshotStore(),
            new TargetStore(),
            new FlowEntryStore(),
            flows.definitions(),
            lines.bound(),
            trunks.bound());
    return List.of(new OperationBinding<>(Operations.RESOLVE_CALL, new ResolveCall(snapshots)));
  }
}

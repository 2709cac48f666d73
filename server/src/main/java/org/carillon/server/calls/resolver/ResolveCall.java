package org.carillon.server.calls.resolver;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.carillon.api.model.ResolveCallInput;
import org.carillon.api.model.ResolveCallOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SnapshotOperation;
import org.carillon.server.inventory.pool.E164;

/** Tells which steps a call would take, each with its reason. */
final class ResolveCall implements SnapshotOperation<ResolveCallInput, ResolveCallOutput> {

  private final CallSnapshots snapshots;

  ResolveCall(CallSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public ResolveCallOutput run(ResolveCallInput input, OperationContext context) {
    Instant at = requireNonNullElse(input.at(), context.now());
    E164 called = E164.of("CalledPhoneNumber", input.calledPhoneNumber());
    String caller = input.callerPhoneNumber();
    IncomingCall incoming =
        new IncomingCall(
            called,
            caller == null ? null : E164.of("CallerPhoneNumber", caller),
            at,
            requireNonNullElse(input.digits(), ""));
    return new ResolveCallOutput(
        called.text(), at, CallResolver.resolve(snapshots.load(context, incoming), incoming));
  }
}

package org.carillon.server.calls.flows;

import java.time.Instant;
import org.carillon.platform.changes.EntityVersion;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.calls.entries.FlowId;

/**
 * The name, version and times that hunt groups and auto attendants have in common.
 *
 * @param version 1 for a new one; one more with each change
 */
public record Flow(FlowId flowId, String name, int version, Instant createdAt, Instant changedAt) {

  static Flow created(FlowId flowId, String name, Instant now) {
    return new Flow(flowId, name, 1, now, now);
  }

  /** One version later. */
  Flow changed(String newName, Instant now) {
    return new Flow(flowId, newName, version + 1, createdAt, now);
  }

  /** The id of the hunt group or auto attendant. */
  public String id() {
    return flowId.id();
  }

  /** Returns its name in messages. */
  public String describe() {
    return flowId.kind().describe() + " " + name;
  }

  /** The place behind it, in order of creation. */
  CreationCursor cursor() {
    return new CreationCursor(createdAt, id());
  }

  /** The flow and its version, for the log of changes. */
  EntityVersion entity() {
    return new EntityVersion(flowId.kind().name(), flowId.id(), version, changedAt, describe());
  }
}

package org.carillon.server.calls.flows;

import java.time.Instant;
import org.carillon.platform.changes.EntityRevision;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.calls.entries.FlowId;

/**
 * The name, revision and times that hunt groups and auto attendants have in common.
 *
 * @param revision 1 for a new one; one more with each change
 */
public record Flow(FlowId flowId, String name, int revision, Instant createdAt, Instant changedAt) {

  static Flow created(FlowId flowId, String name, Instant now) {
    return new Flow(flowId, name, 1, now, now);
  }

  /** One revision later. */
  Flow changed(String newName, Instant now) {
    return new Flow(flowId, newName, revision + 1, createdAt, now);
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

  /** The flow and its revision, for the log of changes. */
  EntityRevision entity() {
    return new EntityRevision(flowId.kind().name(), flowId.id(), revision, changedAt, describe());
  }
}

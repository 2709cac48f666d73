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
public record Flow(FlowId origin, String name, int version, Instant createdAt, Instant changedAt) {

  static Flow created(FlowId origin, String name, Instant now) {
    return new Flow(origin, name, 1, now, now);
  }

  /** One version later. */
  Flow changed(String newName, Instant now) {
    return new Flow(origin, newName, version + 1, createdAt, now);
  }

  /** The id of the hunt group or auto attendant. */
  public String id() {
    return origin.id();
  }

  /** Returns its name in messages. */
  public String describe() {
    return origin.kind().describe() + " " + name;
  }

  /** The place behind it, in order of creation. */
  CreationCursor cursor() {
    return new CreationCursor(createdAt, id());
  }

  /** The flow and its version, for the log of changes. */
  EntityVersion entity() {
    return new EntityVersion(origin.kind().name(), origin.id(), version, changedAt, describe());
  }
}

package org.carillon.platform.changes;

import java.time.Instant;

/**
 * The present revision of an entity that administrators edit.
 *
 * @param kind the kind of entity, such as HUNT_GROUP; at most 32 characters
 * @param id unique in the organization
 * @param changedAt when this revision began
 * @param description the entity as a message names it
 */
public record EntityRevision(
    String kind, String id, int revision, Instant changedAt, String description) {}

package org.carillon.protocol.restjson;

import org.jspecify.annotations.Nullable;

/**
 * What a service may choose within the protocol.
 *
 * @param refusals the errors for what the protocol itself refuses
 * @param envelope how much an answer spells out
 * @param strictMediaTypes whether a request without a body must not name a media type, one with a
 *     body must name the modelled one, and {@code Accept} must admit the answer's
 * @param optionalPrefix a leading path segment, such as {@code /console}, that routing overlooks
 *     once; null for none
 */
public record RestJsonSettings(
    Refusals refusals,
    Envelope envelope,
    boolean strictMediaTypes,
    @Nullable String optionalPrefix) {

  /** The level of detail of answers. */
  public enum Envelope {
    /** Absent members are left out and timestamps as short as they can be, as Smithy expects. */
    SPARSE,
    /**
     * Absent members are null, timestamps have milliseconds, and every answer has {@code
     * Content-Type}, as the Chime service wrote them.
     */
    FULL
  }
}

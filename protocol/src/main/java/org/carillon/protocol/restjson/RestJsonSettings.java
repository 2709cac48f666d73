package org.carillon.protocol.restjson;

import java.util.function.BiConsumer;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
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
 * @param undeclared told of every error that the model does not declare for its operation, before
 *     it is replaced by an unexpected one; tests throw here
 */
public record RestJsonSettings(
    Refusals refusals,
    Envelope envelope,
    boolean strictMediaTypes,
    @Nullable String optionalPrefix,
    BiConsumer<OperationShape<?, ?>, ModelledException> undeclared) {

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

package org.carillon.api.shape;

import org.jspecify.annotations.Nullable;

/**
 * One member of a structure or union.
 *
 * @param name as in the model, which is how refusals name it
 * @param wireName the JSON key, query name, header name or header prefix
 * @param location where in the message it travels
 * @param shape what it may be
 * @param required whether it must be there
 * @param defaultValue what it is when absent; null when there is no default
 */
public record Member(
    String name,
    String wireName,
    Location location,
    Shape shape,
    boolean required,
    @Nullable Object defaultValue) {

  /** The part of an HTTP message that has a member. */
  public enum Location {
    BODY,
    PAYLOAD,
    LABEL,
    QUERY,
    QUERY_PARAMS,
    HEADER,
    PREFIX_HEADERS,
    STATUS_CODE
  }

  /**
   * The JSON key in a body, or null for what travels elsewhere. A label or query member of an input
   * that serves as output too is an ordinary member there.
   */
  public @Nullable String bodyName() {
    return switch (location) {
      case BODY -> wireName;
      case LABEL, QUERY, QUERY_PARAMS -> name;
      case PAYLOAD, HEADER, PREFIX_HEADERS, STATUS_CODE -> null;
    };
  }

  /** A body member that may be absent, which is what most are. */
  public static Member optional(String name, Shape shape) {
    return new Member(name, name, Location.BODY, shape, false, null);
  }

  /** A body member that must be there. */
  public static Member required(String name, Shape shape) {
    return new Member(name, name, Location.BODY, shape, true, null);
  }
}

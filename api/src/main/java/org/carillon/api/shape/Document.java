package org.carillon.api.shape;

import org.jspecify.annotations.Nullable;

/**
 * A value without a schema.
 *
 * @param value null, Boolean, BigDecimal, String, a List or a Map with String keys of such values
 */
public record Document(@Nullable Object value) {}

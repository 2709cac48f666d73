package org.carillon.platform.identity;

import java.time.Instant;

/**
 * A tenant; AWS would call it an account.
 *
 * @param organizationId 12 digits; the first is not 0
 */
public record Organization(String organizationId, String name, Instant createdAt) {}

package org.carillon.server.calls.resolver;

import java.time.Instant;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * A call to resolve.
 *
 * @param called the number that the caller dialled
 * @param caller null for an anonymous call
 * @param at the instant for schedules
 * @param digits the keys that the caller presses, one for each menu or try
 */
public record IncomingCall(E164 called, @Nullable E164 caller, Instant at, String digits) {}

package org.carillon.server.calls.resolver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to resolve.
 *
 * @param called with its leading plus
 * @param caller null for an anonymous call
 * @param at the instant for schedules
 * @param digits the keys that the caller presses, one for each menu or try
 */
public record IncomingCall(String called, @Nullable String caller, Instant at, String digits) {}

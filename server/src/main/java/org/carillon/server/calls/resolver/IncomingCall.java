package org.carillon.server.calls.resolver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call whose steps are asked for.
 *
 * @param called with its leading plus
 * @param caller null for an anonymous call
 * @param at for which instant schedules are looked at
 * @param digits the keys that the caller presses, one for each menu or try
 */
public record IncomingCall(String called, @Nullable String caller, Instant at, String digits) {}

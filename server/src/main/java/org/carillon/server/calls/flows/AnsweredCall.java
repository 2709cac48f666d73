package org.carillon.server.calls.flows;

import java.time.Instant;

/**
 * A call that a member of a hunt group took.
 *
 * @param huntGroupId as the engine names it, which may be nothing that there is
 * @param idleSince when the call ended, or while that is unknown when it was answered
 */
public record AnsweredCall(
    String huntGroupId, String userId, Instant answeredAt, Instant idleSince) {}

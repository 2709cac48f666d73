package org.carillon.server.calls.lines;

import java.time.Instant;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;

/**
 * A user's membership of a line.
 *
 * @param numberId the key of the line's number
 * @param role ASSIGNEE or OUTBOUND
 * @param since when it began
 */
record LineMember(NumberKey numberId, String userId, String accountId, Role role, Instant since) {}

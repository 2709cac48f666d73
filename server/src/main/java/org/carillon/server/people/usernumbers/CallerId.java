package org.carillon.server.people.usernumbers;

import java.time.Instant;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.pool.E164;

/**
 * A number that others can see when a user calls.
 *
 * @param heldSince since when the user has it; together with the number it names this very holding,
 *     so that a number that comes back later is another
 */
record CallerId(NumberKey numberId, E164 e164, Instant heldSince) {}

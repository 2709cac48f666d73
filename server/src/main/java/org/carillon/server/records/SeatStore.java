package org.carillon.server.records;

import static org.carillon.server.platform.db.schema.Tables.ASSIGNMENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.server.numbers.Role;
import org.carillon.server.platform.operations.Call;
import org.jooq.Condition;

/** Reads in the ledger which lines a user is assigned to now. */
final class SeatStore {

  /** The most lines of one user that lists take into account. */
  static final int LINES = 1_000;

  /** A user's place in a line, and since when. */
  record Seat(String lineId, Instant heldSince) {}

  /** The lines that the user is assigned to now. */
  List<Seat> seats(Call call, String userId) {
    return seats(call, userId, noCondition());
  }

  /** The user's place in that line, if there is one now. */
  Optional<Seat> seat(Call call, String userId, String lineId) {
    return seats(call, userId, ASSIGNMENT.as("line").HOLDER_ID.eq(lineId)).stream().findFirst();
  }

  private static List<Seat> seats(Call call, String userId, Condition which) {
    var seat = ASSIGNMENT.as("seat");
    var line = ASSIGNMENT.as("line");
    return call.transaction()
        .sql()
        .select(line.HOLDER_ID, seat.HELD_SINCE)
        .from(seat)
        .join(line)
        .on(line.ORGANIZATION_ID.eq(seat.ORGANIZATION_ID))
        .and(line.NUMBER_ID.eq(seat.NUMBER_ID))
        .and(line.TO_AT.isNull())
        .and(LedgerStore.isNoSeat(line.ROLE))
        .and(line.ROLE.eq(Role.LINE.name()))
        .where(seat.ORGANIZATION_ID.eq(call.organizationId()))
        .and(seat.HOLDER_ID.eq(userId))
        .and(seat.TO_AT.isNull())
        .and(seat.ROLE.eq(Role.ASSIGNEE.name()))
        .and(which)
        .orderBy(seat.NUMBER_ID)
        .limit(LINES)
        .fetch(mapping(Seat::new));
  }
}

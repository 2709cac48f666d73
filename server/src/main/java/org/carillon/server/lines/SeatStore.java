package org.carillon.server.lines;

import static java.util.stream.Collectors.groupingBy;
import static org.carillon.server.platform.db.schema.Tables.ASSIGNMENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.server.numbers.Role;
import org.carillon.server.platform.operations.Call;
import org.jooq.Condition;

/** Reads in the ledger who has which place in which line now. */
final class SeatStore {

  private static final List<String> ROLES = List.of(Role.ASSIGNEE.name(), Role.OUTBOUND.name());

  /** How many users have that role in the line of that number. */
  record Tally(long numberId, Role role, int users) {}

  /** The places in the line of that number, in the order in which they were given. */
  List<Seat> of(Call call, long numberId) {
    return ofAll(call, List.of(numberId)).getOrDefault(numberId, List.of());
  }

  /**
   * The places in the lines of those numbers, in the order in which they were given.
   *
   * @param numberIds at most 1,000
   */
  Map<Long, List<Seat>> ofAll(Call call, Collection<Long> numberIds) {
    if (numberIds.isEmpty()) {
      return Map.of();
    }
    return call
        .transaction()
        .sql()
        .select(
            ASSIGNMENT.NUMBER_ID,
            ASSIGNMENT.HOLDER_ID,
            ASSIGNMENT.ACCOUNT_ID,
            ASSIGNMENT.ROLE.convertFrom(Role::valueOf),
            ASSIGNMENT.FROM_AT)
        .from(ASSIGNMENT)
        .where(open(call))
        .and(ASSIGNMENT.NUMBER_ID.in(numberIds))
        // Keys grow with time. Were it the bare key, SQLite would rather read more than it sorts.
        .orderBy(ASSIGNMENT.ASSIGNMENT_ID.plus(inline(0L)))
        .fetch(mapping(Seat::new))
        .stream()
        .collect(groupingBy(Seat::numberId));
  }

  /**
   * How many users the lines of those numbers have, role by role.
   *
   * @param numberIds at most 1,000
   */
  List<Tally> tallies(Call call, Collection<Long> numberIds) {
    return numberIds.isEmpty()
        ? List.of()
        : call.transaction()
            .sql()
            .select(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE.convertFrom(Role::valueOf), count())
            .from(ASSIGNMENT)
            .where(open(call))
            .and(ASSIGNMENT.NUMBER_ID.in(numberIds))
            .groupBy(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE)
            .fetch(mapping(Tally::new));
  }

  /** In how many lines those users have a place now; who has none is left out. */
  Map<String, Integer> lines(Call call, Collection<String> userIds) {
    return userIds.isEmpty()
        ? Map.of()
        : call.transaction()
            .sql()
            .select(ASSIGNMENT.HOLDER_ID, count())
            .from(ASSIGNMENT)
            .where(open(call))
            .and(ASSIGNMENT.HOLDER_ID.in(userIds))
            .groupBy(ASSIGNMENT.HOLDER_ID)
            .fetchMap(ASSIGNMENT.HOLDER_ID, count());
  }

  private static Condition open(Call call) {
    return ASSIGNMENT
        .ORGANIZATION_ID
        .eq(call.organizationId())
        .and(ASSIGNMENT.ROLE.in(ROLES))
        .and(ASSIGNMENT.TO_AT.isNull());
  }
}

package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.platform.db.Sql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;

/** Reads the members of lines from the ledger. */
final class LineMemberStore {

  private static final org.carillon.platform.db.schema.tables.Assignment WHOLE =
      ASSIGNMENT.as("whole");

  /** The count of users with a role in the line of a number. */
  record Tally(NumberKey numberId, Role role, int users) {}

  /** The columns that make a {@link LineMember}. */
  static final List<Field<?>> COLUMNS =
      List.of(
          ASSIGNMENT.NUMBER_ID,
          ASSIGNMENT.HOLDER_ID,
          ASSIGNMENT.ACCOUNT_ID,
          ASSIGNMENT.ROLE,
          ASSIGNMENT.FROM_AT);

  static LineMember read(Record row) {
    return new LineMember(
        new NumberKey(row.get(ASSIGNMENT.NUMBER_ID)),
        row.get(ASSIGNMENT.HOLDER_ID),
        requireNonNull(row.get(ASSIGNMENT.ACCOUNT_ID)),
        Role.valueOf(row.get(ASSIGNMENT.ROLE)),
        row.get(ASSIGNMENT.FROM_AT));
  }

  /** Returns the members of the line of that number, in the order in which they were added. */
  List<LineMember> of(OperationContext context, NumberKey numberId) {
    return ofAll(context, List.of(numberId)).getOrDefault(numberId, List.of());
  }

  /**
   * Returns the members of the lines of those numbers, in the order in which they were added.
   *
   * @param numberIds at most 1,000
   */
  Map<NumberKey, List<LineMember>> ofAll(
      OperationContext context, Collection<NumberKey> numberIds) {
    return context
        .transaction()
        .sql()
        .select(COLUMNS)
        .from(ASSIGNMENT)
        .where(open(context))
        .and(Sql.in(ASSIGNMENT.NUMBER_ID, NumberKey.values(numberIds)))
        // Keys grow with time. Were it the bare key, SQLite would rather read more than it sorts.
        .orderBy(ASSIGNMENT.ASSIGNMENT_ID.plus(inline(0L)))
        .fetch(LineMemberStore::read)
        .stream()
        .collect(groupingBy(LineMember::numberId));
  }

  /**
   * Returns how many users the lines of those numbers have, role by role.
   *
   * @param numberIds at most 1,000
   */
  List<Tally> tallies(OperationContext context, Collection<NumberKey> numberIds) {
    return context
        .transaction()
        .sql()
        .select(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE.convertFrom(Role::valueOf), count())
        .from(ASSIGNMENT)
        .where(open(context))
        .and(Sql.in(ASSIGNMENT.NUMBER_ID, NumberKey.values(numberIds)))
        .groupBy(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE)
        .fetch(row -> new Tally(new NumberKey(row.value1()), row.value2(), row.value3()));
  }

  /** Returns the role of a user in each of the user's lines, by the line's number. */
  Map<NumberKey, Role> roles(OperationContext context, String userId) {
    return context
        .transaction()
        .sql()
        .select(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE.convertFrom(Role::valueOf))
        .from(ASSIGNMENT)
        .where(open(context))
        .and(ASSIGNMENT.HOLDER_ID.eq(userId))
        .limit(LineMemberships.OF_A_USER.value())
        .fetch()
        .intoMap(row -> new NumberKey(row.value1()), Record2::value2);
  }

  /** Returns the ids of the lines that have a user as a member. */
  List<String> linesOf(OperationContext context, String userId) {
    return context
        .transaction()
        .sql()
        .select(WHOLE.HOLDER_ID)
        .from(ASSIGNMENT)
        .join(WHOLE)
        .on(LedgerSql.sameNumber(WHOLE, ASSIGNMENT))
        .and(LedgerSql.owner(WHOLE))
        .and(LedgerSql.open(WHOLE))
        .where(open(context))
        .and(ASSIGNMENT.HOLDER_ID.eq(userId))
        .limit(LineMemberships.OF_A_USER.value())
        .fetch(WHOLE.HOLDER_ID);
  }

  /** Returns the count of lines of each of those users; a user without lines is left out. */
  Map<String, Integer> lines(OperationContext context, Collection<String> userIds) {
    return context
        .transaction()
        .sql()
        .select(ASSIGNMENT.HOLDER_ID, count())
        .from(ASSIGNMENT)
        .where(open(context))
        .and(Sql.in(ASSIGNMENT.HOLDER_ID, userIds))
        .groupBy(ASSIGNMENT.HOLDER_ID)
        .fetchMap(ASSIGNMENT.HOLDER_ID, count());
  }

  /** Returns the condition that rows are the members of the line of a number. */
  static Condition open(Field<String> organizationId, Field<Long> numberId) {
    return ASSIGNMENT
        .ORGANIZATION_ID
        .eq(organizationId)
        .and(ASSIGNMENT.NUMBER_ID.eq(numberId))
        .and(LedgerSql.lineMember(ASSIGNMENT))
        .and(LedgerSql.open(ASSIGNMENT));
  }

  private static Condition open(OperationContext context) {
    return LedgerSql.ofOrganization(ASSIGNMENT, context)
        .and(LedgerSql.lineMember(ASSIGNMENT))
        .and(LedgerSql.open(ASSIGNMENT));
  }
}

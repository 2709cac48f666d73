package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.jooq.Condition;
import org.jooq.Field;

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

  private static final Condition OPEN =
      LedgerSql.ofOrganization(ASSIGNMENT)
          .and(LedgerSql.lineMember(ASSIGNMENT))
          .and(LedgerSql.open(ASSIGNMENT));

  private static final Query<LineMember> OF_LINES =
      Query.of(
          sql ->
              sql.select(COLUMNS)
                  .from(ASSIGNMENT)
                  .where(OPEN)
                  .and(among(ASSIGNMENT.NUMBER_ID))
                  // Keys grow with time. Were it the bare key, SQLite would rather read more than
                  // it sorts.
                  .orderBy(ASSIGNMENT.ASSIGNMENT_ID.plus(inline(0L))),
          LineMemberStore::read);

  private static final Field<Integer> COUNT = count();

  private static final Query<Tally> TALLIES =
      Query.of(
          sql ->
              sql.select(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE, COUNT)
                  .from(ASSIGNMENT)
                  .where(OPEN)
                  .and(among(ASSIGNMENT.NUMBER_ID))
                  .groupBy(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE),
          row -> new Tally(number(row), role(row), row.get(COUNT)));

  private static final Query<Map.Entry<NumberKey, Role>> ROLES =
      Query.of(
          sql ->
              sql.select(ASSIGNMENT.NUMBER_ID, ASSIGNMENT.ROLE)
                  .from(ASSIGNMENT)
                  .where(OPEN)
                  .and(given(ASSIGNMENT.HOLDER_ID))
                  .limit(inline(LineMemberships.OF_A_USER.value())),
          row -> Map.entry(number(row), role(row)));

  private static final Query<String> LINES_OF =
      Query.of(
          sql ->
              sql.select(WHOLE.HOLDER_ID)
                  .from(ASSIGNMENT)
                  .join(WHOLE)
                  .on(LedgerSql.sameNumber(WHOLE, ASSIGNMENT))
                  .and(LedgerSql.owner(WHOLE))
                  .and(LedgerSql.open(WHOLE))
                  .where(OPEN)
                  .and(given(ASSIGNMENT.HOLDER_ID))
                  .limit(inline(LineMemberships.OF_A_USER.value())),
          row -> row.get(WHOLE.HOLDER_ID));

  private static final Query<Map.Entry<String, Integer>> LINES =
      Query.of(
          sql ->
              sql.select(ASSIGNMENT.HOLDER_ID, COUNT)
                  .from(ASSIGNMENT)
                  .where(OPEN)
                  .and(among(ASSIGNMENT.HOLDER_ID))
                  .groupBy(ASSIGNMENT.HOLDER_ID),
          row -> Map.entry(row.get(ASSIGNMENT.HOLDER_ID), row.get(COUNT)));

  static LineMember read(Row row) {
    return new LineMember(
        number(row),
        row.get(ASSIGNMENT.HOLDER_ID),
        requireNonNull(row.get(ASSIGNMENT.ACCOUNT_ID)),
        role(row),
        row.get(ASSIGNMENT.FROM_AT));
  }

  private static NumberKey number(Row row) {
    return new NumberKey(row.get(ASSIGNMENT.NUMBER_ID));
  }

  private static Role role(Row row) {
    return Role.valueOf(row.get(ASSIGNMENT.ROLE));
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
    return OF_LINES
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(ASSIGNMENT.NUMBER_ID, NumberKey.values(numberIds)))
        .stream()
        .collect(groupingBy(LineMember::numberId));
  }

  /**
   * Returns how many users the lines of those numbers have, role by role.
   *
   * @param numberIds at most 1,000
   */
  List<Tally> tallies(OperationContext context, Collection<NumberKey> numberIds) {
    return TALLIES.list(
        context.transaction(),
        context.organization(),
        Argument.among(ASSIGNMENT.NUMBER_ID, NumberKey.values(numberIds)));
  }

  /** Returns the role of a user in each of the user's lines, by the line's number. */
  Map<NumberKey, Role> roles(OperationContext context, String userId) {
    return ROLES.list(context.transaction(), context.organization(), holder(userId)).stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns the ids of the lines that have a user as a member. */
  List<String> linesOf(OperationContext context, String userId) {
    return LINES_OF.list(context.transaction(), context.organization(), holder(userId));
  }

  /** Returns the count of lines of each of those users; a user without lines is left out. */
  Map<String, Integer> lines(OperationContext context, Collection<String> userIds) {
    return LINES
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(ASSIGNMENT.HOLDER_ID, userIds))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
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

  private static Argument holder(String userId) {
    return Argument.of(ASSIGNMENT.HOLDER_ID, userId);
  }
}

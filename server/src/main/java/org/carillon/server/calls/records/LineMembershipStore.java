package org.carillon.server.calls.records;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;

/** Reads in the ledger which lines a user is assigned to now. */
final class LineMembershipStore {

  /** The most lines of one user that lists take into account. */
  static final int LINES = 1_000;

  private static final Assignment LINE = ASSIGNMENT.as("line");
  private static final Assignment MEMBERSHIP = ASSIGNMENT.as("membership");
  private static final Assignment HAD = ASSIGNMENT.as("had");

  private static final Query<Membership> ALL = memberships(noCondition());
  private static final Query<Membership> OF_LINE = memberships(given(LINE.HOLDER_ID));
  private static final Query<Membership> OF_NUMBER =
      memberships(
          exists(
              selectOne()
                  .from(HAD)
                  .join(PHONE_NUMBER)
                  .on(LedgerSql.number(HAD, PHONE_NUMBER))
                  .where(LedgerSql.ofOrganization(HAD))
                  .and(HAD.HOLDER_ID.eq(LINE.HOLDER_ID))
                  .and(given(PHONE_NUMBER.E164))));

  /** A user's membership of a line, and its begin. */
  record Membership(String lineId, Instant heldSince) {}

  /** The lines that the user is assigned to now. */
  List<Membership> memberships(OperationContext context, String userId) {
    return ALL.list(context.transaction(), context.organization(), user(userId));
  }

  /** Those that ever had that number. */
  List<Membership> memberships(OperationContext context, String userId, E164 e164) {
    return OF_NUMBER.list(
        context.transaction(),
        context.organization(),
        user(userId),
        Argument.of(PHONE_NUMBER.E164, e164.text()));
  }

  /** Returns the user's membership of that line, if there is one now. */
  Optional<Membership> membership(OperationContext context, String userId, String lineId) {
    return OF_LINE.find(
        context.transaction(),
        context.organization(),
        user(userId),
        Argument.of(LINE.HOLDER_ID, lineId));
  }

  private static Argument user(String userId) {
    return Argument.of(MEMBERSHIP.HOLDER_ID, userId);
  }

  private static Query<Membership> memberships(Condition which) {
    return Query.of(
        sql ->
            sql.select(LINE.HOLDER_ID, MEMBERSHIP.HELD_SINCE)
                .from(MEMBERSHIP)
                .join(LINE)
                .on(LedgerSql.sameNumber(LINE, MEMBERSHIP))
                .and(LedgerSql.open(LINE))
                .and(LedgerSql.owner(LINE))
                .and(LedgerSql.inRole(LINE, Role.LINE))
                .where(LedgerSql.ofOrganization(MEMBERSHIP))
                .and(given(MEMBERSHIP.HOLDER_ID))
                .and(LedgerSql.open(MEMBERSHIP))
                .and(LedgerSql.inRole(MEMBERSHIP, Role.ASSIGNEE))
                .and(which)
                .orderBy(MEMBERSHIP.NUMBER_ID)
                .limit(inline(LINES)),
        row -> new Membership(row.get(LINE.HOLDER_ID), row.get(MEMBERSHIP.HELD_SINCE)));
  }
}

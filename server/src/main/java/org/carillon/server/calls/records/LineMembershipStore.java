package org.carillon.server.calls.records;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** A user's membership of a line, and its begin. */
  record Membership(String lineId, Instant heldSince) {}

  /** The lines that the user is assigned to now. */
  List<Membership> memberships(OperationContext context, String userId) {
    return memberships(context, userId, noCondition());
  }

  /** Those that ever had that number. */
  List<Membership> memberships(OperationContext context, String userId, E164 e164) {
    var had = ASSIGNMENT.as("had");
    return memberships(
        context,
        userId,
        exists(
            selectOne()
                .from(had)
                .join(PHONE_NUMBER)
                .on(LedgerSql.number(had, PHONE_NUMBER))
                .where(LedgerSql.ofOrganization(had, context))
                .and(had.HOLDER_ID.eq(LINE.HOLDER_ID))
                .and(PHONE_NUMBER.E164.eq(e164.text()))));
  }

  /** Returns the user's membership of that line, if there is one now. */
  Optional<Membership> membership(OperationContext context, String userId, String lineId) {
    return memberships(context, userId, LINE.HOLDER_ID.eq(lineId)).stream().findFirst();
  }

  private static List<Membership> memberships(
      OperationContext context, String userId, Condition which) {
    var membership = ASSIGNMENT.as("membership");
    return context
        .transaction()
        .sql()
        .select(LINE.HOLDER_ID, membership.HELD_SINCE)
        .from(membership)
        .join(LINE)
        .on(LedgerSql.sameNumber(LINE, membership))
        .and(LedgerSql.open(LINE))
        .and(LedgerSql.owner(LINE))
        .and(LedgerSql.inRole(LINE, Role.LINE))
        .where(LedgerSql.ofOrganization(membership, context))
        .and(membership.HOLDER_ID.eq(userId))
        .and(LedgerSql.open(membership))
        .and(LedgerSql.inRole(membership, Role.ASSIGNEE))
        .and(which)
        .orderBy(membership.NUMBER_ID)
        .limit(LINES)
        .fetch(mapping(Membership::new));
  }
}

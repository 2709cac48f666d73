package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.db.schema.tables.PhoneNumber;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Conditions on rows of the ledger. Roles are written into the text of the statement, as the
 * partial indexes have them: of a parameter no engine knows that it fits an index.
 */
public final class LedgerSql {

  private LedgerSql() {}

  /** Returns the condition that rows belong to the organization of a run. */
  public static Condition ofOrganization(Assignment rows) {
    return ContextSql.ofOrganization(rows.ORGANIZATION_ID);
  }

  /** Returns the condition that rows belong to the organization of the context. */
  public static Condition ofOrganization(Assignment rows, OperationContext context) {
    return rows.ORGANIZATION_ID.eq(context.organizationId());
  }

  /** Returns the condition that rows have not ended. */
  public static Condition open(Assignment rows) {
    return rows.TO_AT.isNull();
  }

  /** Returns the condition that rows which began by an instant had not ended at it. */
  public static Condition lastsAt(Assignment rows, Field<Instant> at) {
    return rows.TO_AT.isNull().or(rows.TO_AT.gt(at));
  }

  /** Returns the condition that rows are those of the holder, which a number has one of. */
  public static Condition owner(Assignment rows) {
    return rows.ROLE.notIn(inline(Role.ASSIGNEE.name()), inline(Role.OUTBOUND.name()));
  }

  /** Returns the condition that rows are those of members of a line, beside the line itself. */
  public static Condition lineMember(Assignment rows) {
    return rows.ROLE.in(inline(Role.ASSIGNEE.name()), inline(Role.OUTBOUND.name()));
  }

  /** Returns the condition that rows have that role. */
  public static Condition inRole(Assignment rows, Role role) {
    return rows.ROLE.eq(inline(role.name()));
  }

  /**
   * Returns a condition that is true of every row. Every key is positive; where only a holder and
   * whether rows are open is asked, it makes SQLite read the open rows of the holder. Otherwise
   * SQLite reads all rows that the holder ever had, or all rows of the organization out of an index
   * that covers the query.
   */
  public static Condition byHolder(Assignment rows) {
    return rows.NUMBER_ID.gt(inline(0L));
  }

  /** Returns the condition that rows are the open ones of a run's {@code HOLDER_ID}. */
  public static Condition openOf() {
    return ofOrganization(ASSIGNMENT)
        .and(given(ASSIGNMENT.HOLDER_ID))
        .and(open(ASSIGNMENT))
        .and(byHolder(ASSIGNMENT));
  }

  /** Returns the condition that joins rows with their holders. */
  public static Condition holder(Assignment rows) {
    return HOLDER.ORGANIZATION_ID.eq(rows.ORGANIZATION_ID).and(HOLDER.HOLDER_ID.eq(rows.HOLDER_ID));
  }

  /** Returns the condition that joins rows with their numbers. */
  public static Condition number(Assignment rows, PhoneNumber numbers) {
    return numbers
        .ORGANIZATION_ID
        .eq(rows.ORGANIZATION_ID)
        .and(numbers.NUMBER_ID.eq(rows.NUMBER_ID));
  }

  /** Returns the condition that joins numbers with their rows. */
  public static Condition ofNumber(Assignment rows, PhoneNumber numbers) {
    return rows.ORGANIZATION_ID
        .eq(numbers.ORGANIZATION_ID)
        .and(rows.NUMBER_ID.eq(numbers.NUMBER_ID));
  }

  /** Returns the condition that joins rows with others of the same number. */
  public static Condition sameNumber(Assignment others, Assignment rows) {
    return others.ORGANIZATION_ID.eq(rows.ORGANIZATION_ID).and(others.NUMBER_ID.eq(rows.NUMBER_ID));
  }
}

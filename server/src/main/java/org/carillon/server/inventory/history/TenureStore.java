package org.carillon.server.inventory.history;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.AssignmentRole;
import org.carillon.api.model.PhoneNumberHolder;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Record;

/**
 * Reads the inventory as it was: the tenures that an instant lies in, and who held their numbers.
 */
final class TenureStore {

  /** The most tenures that one page reads. */
  private static final int LIMIT = 1000;

  /** The holder of a number at an instant. */
  record Holding(PhoneNumberHolder holder, AssignmentRole role, Instant heldSince) {}

  /** The tenures of one page that the instant lies in, in order of the numbers. */
  Slice<Tenure, TenureCursor> at(
      OperationContext context, Instant at, TenureCursor after, int size) {
    List<Tenure> found = new ArrayList<>();
    TenureCursor cursor = after;
    int left = LIMIT;
    // Most tenures cover most instants, so a little more than a page is mostly enough.
    int wanted = size + size / 4 + 1;
    while (left > 0) {
      wanted = Math.min(wanted, left);
      List<Tenure> looked = chunk(context, cursor, wanted);
      for (Tenure tenure : looked) {
        if (tenure.covers(at)) {
          if (found.size() == size) {
            return new Slice<>(found, found.getLast().cursor());
          }
          found.add(tenure);
        }
      }
      if (looked.size() < wanted) {
        return Slice.last(found);
      }
      cursor = looked.getLast().cursor();
      left -= wanted;
      wanted *= 2;
    }
    return new Slice<>(found, cursor);
  }

  private static List<Tenure> chunk(OperationContext context, TenureCursor after, int limit) {
    return context
        .transaction()
        .sql()
        .select(
            PHONE_NUMBER.NUMBER_ID,
            PHONE_NUMBER.E164,
            PHONE_NUMBER.CREATED_AT,
            PHONE_NUMBER.ACQUIRED_AT,
            PHONE_NUMBER.LEAVES_AT)
        .from(PHONE_NUMBER)
        .where(NumberSql.ofOrganization(context))
        .and(row(PHONE_NUMBER.E164, PHONE_NUMBER.CREATED_AT).gt(after.e164(), after.createdAt()))
        .orderBy(PHONE_NUMBER.E164, PHONE_NUMBER.CREATED_AT)
        .limit(limit)
        .fetch(row ->
            new Tenure(
                new NumberKey(row.value1()),
                new E164(row.value2()),
                row.value3(),
                row.value4(),
                row.value5()));
  }

  /** Returns the holders of those tenures' numbers at that instant, by the keys of the tenures. */
  Map<NumberKey, Holding> holdings(OperationContext context, List<Tenure> tenures, Instant at) {
    Assignment last = ASSIGNMENT.as("last");
    return context
        .transaction()
        .sql()
        .select(ASSIGNMENT.NUMBER_ID)
        .select(LedgerRows.HOLDING)
        .from(PHONE_NUMBER)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.ORGANIZATION_ID.eq(PHONE_NUMBER.ORGANIZATION_ID))
        .and(
            ASSIGNMENT.ASSIGNMENT_ID.eq(
                select(last.ASSIGNMENT_ID)
                    .from(last)
                    .where(LedgerSql.ofNumber(last, PHONE_NUMBER))
                    .and(LedgerSql.owner(last))
                    .and(last.FROM_AT.le(at))
                    .orderBy(last.FROM_AT.desc())
                    .limit(1)))
        .join(HOLDER)
        .on(LedgerSql.holder(ASSIGNMENT))
        .where(NumberSql.ofOrganization(context))
        .and(
            Sql.in(
                PHONE_NUMBER.NUMBER_ID,
                tenures.stream().map(tenure -> tenure.numberId().value()).toList()))
        .and(LedgerSql.lastsAt(ASSIGNMENT, at))
        .fetchMap(row -> new NumberKey(row.get(ASSIGNMENT.NUMBER_ID)), TenureStore::holding);
  }

  private static Holding holding(Record row) {
    return new Holding(
        LedgerRows.holder(row), LedgerRows.role(row), row.get(ASSIGNMENT.HELD_SINCE));
  }
}

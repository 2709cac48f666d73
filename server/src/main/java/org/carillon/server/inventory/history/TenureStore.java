package org.carillon.server.inventory.history;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.api.model.AssignmentRole;
import org.carillon.api.model.PhoneNumberHolder;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.pool.E164;

/**
 * Reads the inventory as it was: the tenures that an instant lies in, and who held their numbers.
 */
final class TenureStore {

  /** The most tenures that one page reads. */
  private static final int LIMIT = 1000;

  private static final Query<Tenure> PAGE =
      Query.of(
          sql ->
              sql.select(
                      PHONE_NUMBER.NUMBER_ID,
                      PHONE_NUMBER.E164,
                      PHONE_NUMBER.CREATED_AT,
                      PHONE_NUMBER.ACQUIRED_AT,
                      PHONE_NUMBER.LEAVES_AT)
                  .from(PHONE_NUMBER)
                  .where(NumberSql.ofOrganization())
                  .and(
                      row(PHONE_NUMBER.E164, PHONE_NUMBER.CREATED_AT)
                          .gt(slot(PHONE_NUMBER.E164), slot(PHONE_NUMBER.CREATED_AT)))
                  .orderBy(PHONE_NUMBER.E164, PHONE_NUMBER.CREATED_AT)
                  .limit(limit()),
          row ->
              new Tenure(
                  new NumberKey(row.get(PHONE_NUMBER.NUMBER_ID)),
                  new E164(row.get(PHONE_NUMBER.E164)),
                  row.get(PHONE_NUMBER.CREATED_AT),
                  row.get(PHONE_NUMBER.ACQUIRED_AT),
                  row.get(PHONE_NUMBER.LEAVES_AT)));

  private static final Assignment LAST = ASSIGNMENT.as("last");
  private static final Parameter<Instant> AT = Parameter.of(ASSIGNMENT.FROM_AT);

  private static final Query<Map.Entry<NumberKey, Holding>> HOLDINGS =
      Query.of(
          sql ->
              sql.select(ASSIGNMENT.NUMBER_ID)
                  .select(LedgerRows.HOLDING)
                  .from(PHONE_NUMBER)
                  .join(ASSIGNMENT)
                  .on(ASSIGNMENT.ORGANIZATION_ID.eq(PHONE_NUMBER.ORGANIZATION_ID))
                  .and(
                      ASSIGNMENT.ASSIGNMENT_ID.eq(
                          select(LAST.ASSIGNMENT_ID)
                              .from(LAST)
                              .where(LedgerSql.ofNumber(LAST, PHONE_NUMBER))
                              .and(LedgerSql.owner(LAST))
                              .and(LAST.FROM_AT.le(AT.slot()))
                              .orderBy(LAST.FROM_AT.desc())
                              .limit(inline(1))))
                  .join(HOLDER)
                  .on(LedgerSql.holder(ASSIGNMENT))
                  .where(NumberSql.ofOrganization())
                  .and(among(PHONE_NUMBER.NUMBER_ID))
                  .and(LedgerSql.lastsAt(ASSIGNMENT, AT.slot())),
          row -> Map.entry(new NumberKey(row.get(ASSIGNMENT.NUMBER_ID)), holding(row)));

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
    return PAGE.list(
        context.transaction(),
        context.organization(),
        Argument.of(PHONE_NUMBER.E164, after.e164()),
        Argument.of(PHONE_NUMBER.CREATED_AT, after.createdAt()),
        Argument.limit(limit));
  }

  /** Returns the holders of those tenures' numbers at that instant, by the keys of the tenures. */
  Map<NumberKey, Holding> holdings(OperationContext context, List<Tenure> tenures, Instant at) {
    List<NumberKey> numberIds = tenures.stream().map(Tenure::numberId).toList();
    return HOLDINGS
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(PHONE_NUMBER.NUMBER_ID, NumberKey.values(numberIds)),
            AT.is(at))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Holding holding(Row row) {
    return new Holding(
        LedgerRows.holder(row), LedgerRows.role(row), row.get(ASSIGNMENT.HELD_SINCE));
  }
}

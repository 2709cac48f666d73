package org.carillon.server.inventory.history;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.carillon.server.inventory.history.LedgerRows.BEGUN;
import static org.carillon.server.inventory.history.LedgerRows.ENDED;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carillon.api.model.AssignmentRole;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;

/**
 * Reads the histories of numbers and holders. It selects the keys of a page by index, in parts no
 * longer than a page, and looks up only the selected rows.
 */
final class HistoryStore {

  /** The most tenures of one number that a page reads. */
  private static final int TENURES = 20;

  /**
   * One page of the history of a number over all its tenures. Who held it at an instant is one
   * query, and another when that is a shared line, which others share.
   */
  Slice<HistoryRow, TimeCursor> ofNumber(
      OperationContext context, E164 e164, Period period, TimeCursor before, int size) {
    List<HistoryRow> all = new ArrayList<>();
    List<Select<Record2<Long, Instant>>> parts = new ArrayList<>();
    Instant since = period.since();
    if (since != null) {
      all.addAll(rows(context, HistorySql.holder(context, e164, since)));
      if (all.stream().anyMatch(each -> each.view().role() == AssignmentRole.LINE)) {
        parts.addAll(HistorySql.lineMembers(context, e164, since, before, size + 1));
      }
      all.removeIf(each -> each.cursor().compareTo(before) >= 0);
    }
    TimeCursor further = null;
    if (!period.instant()) {
      TimeCursor upper = upper(period, before);
      List<Record2<Long, Instant>> tenures = tenures(context, e164, period, upper.at());
      for (Record2<Long, Instant> tenure : tenures.subList(0, Math.min(TENURES, tenures.size()))) {
        parts.add(
            HistorySql.begun(
                context,
                ASSIGNMENT.NUMBER_ID.eq(tenure.value1()),
                period.since(),
                upper,
                size + 1));
      }
      if (tenures.size() > TENURES) {
        // All assignments of an older tenure began before this tenure.
        further = TimeCursor.before(tenures.get(TENURES - 1).value2());
      }
    }
    all.addAll(rows(context, parts, size + 1));
    if (further != null) {
      TimeCursor end = further;
      all.removeIf(each -> each.cursor().compareTo(end) < 0);
    }
    all.sort(Comparator.comparing(HistoryRow::cursor).reversed());
    return Slice.of(
        all.subList(0, Math.min(all.size(), size + 1)), size, HistoryRow::cursor, further);
  }

  private static TimeCursor upper(Period period, TimeCursor before) {
    return period.before() == null ? before : before.orEarlier(TimeCursor.before(period.before()));
  }

  /** One page of the history of a holder. */
  Slice<HistoryRow, TimeCursor> ofHolder(
      OperationContext context, String holderId, Period period, TimeCursor before, int size) {
    List<Select<Record2<Long, Instant>>> parts = new ArrayList<>();
    if (!period.instant()) {
      TimeCursor upper = upper(period, before);
      parts.add(
          HistorySql.begun(
              context, ASSIGNMENT.HOLDER_ID.eq(holderId), period.since(), upper, size + 1));
    }
    if (period.since() != null) {
      parts.addAll(HistorySql.lastingOfHolder(context, holderId, period.since(), before, size + 1));
    }
    return Slice.of(rows(context, parts, size + 1), size, HistoryRow::cursor);
  }

  /** Returns whether the number was ever in the organization's inventory, or on its way there. */
  boolean knowsNumber(OperationContext context, E164 e164) {
    return context
        .transaction()
        .sql()
        .fetchExists(
            PHONE_NUMBER, NumberSql.ofOrganization(context).and(PHONE_NUMBER.E164.eq(e164.text())));
  }

  /** Returns whether the organization ever had that holder. */
  boolean knowsHolder(OperationContext context, String holderId) {
    return context
        .transaction()
        .sql()
        .fetchExists(
            HOLDER,
            HOLDER.ORGANIZATION_ID.eq(context.organizationId()).and(HOLDER.HOLDER_ID.eq(holderId)));
  }

  /** The tenures that were there by then and did not end before the period, the newest first. */
  private static List<Record2<Long, Instant>> tenures(
      OperationContext context, E164 e164, Period period, Instant by) {
    Condition stillThere =
        period.since() == null
            ? noCondition()
            : PHONE_NUMBER.LEAVES_AT.isNull().or(PHONE_NUMBER.LEAVES_AT.gt(period.since()));
    return context
        .transaction()
        .sql()
        .select(PHONE_NUMBER.NUMBER_ID, PHONE_NUMBER.CREATED_AT)
        .from(PHONE_NUMBER)
        .where(NumberSql.ofOrganization(context))
        .and(PHONE_NUMBER.E164.eq(e164.text()))
        .and(PHONE_NUMBER.CREATED_AT.le(by))
        .and(stillThere)
        .orderBy(PHONE_NUMBER.CREATED_AT.desc())
        .limit(TENURES + 1)
        .fetch();
  }

  private static List<HistoryRow> rows(
      OperationContext context, List<Select<Record2<Long, Instant>>> parts, int limit) {
    return parts.isEmpty() ? List.of() : rows(context, HistorySql.newestOf(parts, limit));
  }

  private static List<HistoryRow> rows(OperationContext context, Select<Record1<Long>> picked) {
    return context
        .transaction()
        .sql()
        .select(LedgerRows.HOLDING)
        .select(LedgerRows.HISTORY)
        .from(ASSIGNMENT)
        .join(PHONE_NUMBER)
        .on(LedgerSql.number(ASSIGNMENT, PHONE_NUMBER))
        .join(HOLDER)
        .on(LedgerSql.holder(ASSIGNMENT))
        .leftJoin(BEGUN)
        .on(BEGUN.ORGANIZATION_ID.eq(ASSIGNMENT.ORGANIZATION_ID))
        .and(BEGUN.AUDIT_ID.eq(ASSIGNMENT.OPENED_BY))
        .leftJoin(ENDED)
        .on(ENDED.ORGANIZATION_ID.eq(ASSIGNMENT.ORGANIZATION_ID))
        .and(ENDED.AUDIT_ID.eq(ASSIGNMENT.CLOSED_BY))
        .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
        .and(ASSIGNMENT.ASSIGNMENT_ID.in(picked))
        .orderBy(ASSIGNMENT.FROM_AT.desc(), ASSIGNMENT.ASSIGNMENT_ID.desc())
        .fetch(LedgerRows::history);
  }
}

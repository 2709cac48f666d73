package org.carillon.server.inventory.history;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.carillon.server.inventory.history.LedgerRows.BEGUN;
import static org.carillon.server.inventory.history.LedgerRows.ENDED;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.AssignmentRole;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Shaped;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Record2;
import org.jooq.Select;

/**
 * Reads the histories of numbers and holders. It selects the keys of a page by index, in parts no
 * longer than a page, and looks up only the selected rows.
 */
final class HistoryStore {

  /** The most tenures of one number that a page reads. */
  private static final int TENURES = 20;

  private static final Condition OF_HOLDER = given(ASSIGNMENT.HOLDER_ID);

  private static final Query<HistoryRow> HOLDER_AT = query(HistorySql.holder());
  private static final Query<HistoryRow> OF_HOLDER_EVER =
      newestOf(List.of(HistorySql.begun(OF_HOLDER)));
  private static final Query<HistoryRow> OF_HOLDER_AT = newestOf(HistorySql.lasting(OF_HOLDER));
  private static final Query<HistoryRow> OF_HOLDER_SINCE =
      newestOf(with(HistorySql.begunSince(OF_HOLDER), HistorySql.lasting(OF_HOLDER)));

  /** The keys of the tenures of one page. */
  private static final List<Parameter<Long>> TENURE =
      IntStream.range(0, TENURES).mapToObj(_ -> Parameter.of(ASSIGNMENT.NUMBER_ID)).toList();

  private static final Shaped<Parts, Query<HistoryRow>> OF_NUMBER =
      new Shaped<>(HistoryStore::ofNumber);

  private static final Condition STILL_THERE =
      PHONE_NUMBER.LEAVES_AT.isNull().or(PHONE_NUMBER.LEAVES_AT.gt(slot(PHONE_NUMBER.LEAVES_AT)));

  private static final Query<TenureKey> TENURES_OF =
      Query.filtered(
          (sql, filter) ->
              sql.select(PHONE_NUMBER.NUMBER_ID, PHONE_NUMBER.CREATED_AT)
                  .from(PHONE_NUMBER)
                  .where(NumberSql.ofOrganization())
                  .and(given(PHONE_NUMBER.E164))
                  .and(PHONE_NUMBER.CREATED_AT.le(slot(PHONE_NUMBER.CREATED_AT)))
                  .and(filter)
                  .orderBy(PHONE_NUMBER.CREATED_AT.desc())
                  .limit(inline(TENURES + 1)),
          row -> new TenureKey(row.get(PHONE_NUMBER.NUMBER_ID), row.get(PHONE_NUMBER.CREATED_AT)));

  private static final Query<Long> NUMBER =
      Query.of(
          sql ->
              sql.select(PHONE_NUMBER.NUMBER_ID)
                  .from(PHONE_NUMBER)
                  .where(NumberSql.ofOrganization())
                  .and(given(PHONE_NUMBER.E164))
                  .limit(inline(1)),
          row -> row.get(PHONE_NUMBER.NUMBER_ID));

  private static final Query<String> KNOWN_HOLDER =
      Query.of(
          sql ->
              sql.select(HOLDER.HOLDER_ID)
                  .from(HOLDER)
                  .where(ContextSql.ofOrganization(HOLDER.ORGANIZATION_ID))
                  .and(given(HOLDER.HOLDER_ID)),
          row -> row.get(HOLDER.HOLDER_ID));

  /** A tenure of a number. */
  private record TenureKey(long numberId, Instant createdAt) {}

  /**
   * The parts of the history of a number.
   *
   * @param members whether the members of its line at an instant are a part
   * @param tenures how many tenures are a part each
   * @param since whether of these the assignments are parts that began after that instant, or all
   */
  private record Parts(boolean members, int tenures, boolean since) {}

  private static Query<HistoryRow> ofNumber(Parts shape) {
    List<Select<Record2<Long, Instant>>> parts = new ArrayList<>();
    if (shape.members()) {
      parts.addAll(HistorySql.lineMembers());
    }
    for (Parameter<Long> tenure : TENURE.subList(0, shape.tenures())) {
      Condition which = ASSIGNMENT.NUMBER_ID.eq(tenure.slot());
      parts.add(shape.since() ? HistorySql.begunSince(which) : HistorySql.begun(which));
    }
    return newestOf(parts);
  }

  private static <T> List<T> with(T first, List<T> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private static Query<HistoryRow> newestOf(List<Select<Record2<Long, Instant>>> parts) {
    return query(HistorySql.newestOf(parts));
  }

  private static Query<HistoryRow> query(Condition picked) {
    return Query.of(
        sql ->
            sql.select(LedgerRows.HOLDING)
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
                .where(LedgerSql.ofOrganization(ASSIGNMENT))
                .and(picked)
                .orderBy(ASSIGNMENT.FROM_AT.desc(), ASSIGNMENT.ASSIGNMENT_ID.desc()),
        LedgerRows::history);
  }

  /**
   * One page of the history of a number over all its tenures. Who held it at an instant is one
   * query, and another when that is a shared line, which others share.
   */
  Slice<HistoryRow, TimeCursor> ofNumber(
      OperationContext context, E164 e164, Period period, TimeCursor before, int size) {
    List<HistoryRow> all = new ArrayList<>();
    Argument number = Argument.of(PHONE_NUMBER.E164, e164.text());
    List<Argument> values = new ArrayList<>(List.of(context.organization(), number));
    boolean members = false;
    Instant since = period.since();
    if (since != null) {
      Argument at = HistorySql.lastingAt(since, before);
      all.addAll(HOLDER_AT.list(context.transaction(), context.organization(), number, at));
      members = all.stream().anyMatch(each -> each.view().role() == AssignmentRole.LINE);
      all.removeIf(each -> each.cursor().compareTo(before) >= 0);
      values.add(at);
    }
    TimeCursor upper = upper(period, before);
    List<TenureKey> tenures =
        period.instant() ? List.of() : tenures(context, e164, period, upper.at());
    int read = Math.min(TENURES, tenures.size());
    for (int i = 0; i < read; i++) {
      values.add(TENURE.get(i).is(tenures.get(i).numberId()));
    }
    if (members || read > 0) {
      values.addAll(List.of(upper.argument(), Argument.limit(size + 1)));
      all.addAll(
          OF_NUMBER
              .of(new Parts(members, read, since != null))
              .list(context.transaction(), values.toArray(Argument[]::new)));
    }
    TimeCursor further = null;
    if (tenures.size() > TENURES) {
      // All assignments of an older tenure began before this tenure.
      TimeCursor end = TimeCursor.before(tenures.get(TENURES - 1).createdAt());
      all.removeIf(each -> each.cursor().compareTo(end) < 0);
      further = end;
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
    Instant since = period.since();
    Query<HistoryRow> query =
        period.instant() ? OF_HOLDER_AT : since == null ? OF_HOLDER_EVER : OF_HOLDER_SINCE;
    List<HistoryRow> rows =
        query.list(
            context.transaction(),
            context.organization(),
            Argument.of(ASSIGNMENT.HOLDER_ID, holderId),
            upper(period, before).argument(),
            HistorySql.lastingAt(since == null ? Instant.EPOCH : since, before),
            Argument.limit(size + 1));
    return Slice.of(rows, size, HistoryRow::cursor);
  }

  /** Returns whether the number was ever in the organization's inventory, or on its way there. */
  boolean knowsNumber(OperationContext context, E164 e164) {
    return NUMBER.exists(
        context.transaction(), context.organization(), Argument.of(PHONE_NUMBER.E164, e164.text()));
  }

  /** Returns whether the organization ever had that holder. */
  boolean knowsHolder(OperationContext context, String holderId) {
    return KNOWN_HOLDER.exists(
        context.transaction(), context.organization(), Argument.of(HOLDER.HOLDER_ID, holderId));
  }

  /** The tenures that were there by then and did not end before the period, the newest first. */
  private static List<TenureKey> tenures(
      OperationContext context, E164 e164, Period period, Instant by) {
    Filter filter =
        period.since() == null
            ? Filter.NONE
            : Filter.of(STILL_THERE, Argument.of(PHONE_NUMBER.LEAVES_AT, period.since()));
    return TENURES_OF.list(
        context.transaction(),
        filter,
        context.organization(),
        Argument.of(PHONE_NUMBER.E164, e164.text()),
        Argument.of(PHONE_NUMBER.CREATED_AT, by));
  }
}

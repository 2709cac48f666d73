package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.schema.Tables.COMMUNICATION;
import static org.carillon.platform.db.schema.Tables.COMMUNICATION_PARTY;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.platform.pages.TimeCursorSql;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources in order from their indexes, all in one statement. Where a filter may pass over
 * records, no more than a bounded number of them is looked at for a page.
 */
final class ListStore {

  private static final Field<Instant> HEAD_HAPPENED_AT =
      head(COMMUNICATION.HAPPENED_AT).as("happened_at");
  private static final Field<Long> HEAD_RECORD_ID = head(COMMUNICATION.RECORD_ID).as("record_id");

  private static final Query<Head> LATEST =
      Query.of(
          sql ->
              sql.select(HOLDER.HOLDER_ID, HEAD_HAPPENED_AT, HEAD_RECORD_ID)
                  .from(HOLDER)
                  .where(ContextSql.ofOrganization(HOLDER.ORGANIZATION_ID))
                  .and(among(HOLDER.HOLDER_ID)),
          row -> {
            Instant happenedAt = row.get(HEAD_HAPPENED_AT);
            return new Head(
                row.get(HOLDER.HOLDER_ID),
                happenedAt == null ? null : new TimeCursor(happenedAt, row.get(HEAD_RECORD_ID)));
          });

  /** A line and its latest record, if it has one. */
  private record Head(String lineId, @Nullable TimeCursor latest) {}

  private final RecordScanLimit scanLimit;

  ListStore(RecordScanLimit scanLimit) {
    this.scanLimit = scanLimit;
  }

  /** The columns by which a table's records are listed and narrowed down. */
  record Columns(
      Table<?> table,
      Field<String> organizationId,
      Field<Instant> happenedAt,
      Field<Long> recordId,
      Field<Short> category,
      Field<String> e164) {

    private static final Columns RECORDS =
        new Columns(
            COMMUNICATION,
            COMMUNICATION.ORGANIZATION_ID,
            COMMUNICATION.HAPPENED_AT,
            COMMUNICATION.RECORD_ID,
            COMMUNICATION.CATEGORY,
            COMMUNICATION.E164);

    private static final Columns PARTIES =
        new Columns(
            COMMUNICATION_PARTY,
            COMMUNICATION_PARTY.ORGANIZATION_ID,
            COMMUNICATION_PARTY.HAPPENED_AT,
            COMMUNICATION_PARTY.RECORD_ID,
            COMMUNICATION_PARTY.CATEGORY,
            COMMUNICATION_PARTY.E164);

    private static Columns of(RecordIndex source) {
      return switch (source) {
        case RecordIndex.OfUser _, RecordIndex.OfColleague _ -> PARTIES;
        case RecordIndex.Everything _,
            RecordIndex.OfCategory _,
            RecordIndex.OfNumber _,
            RecordIndex.OfLine _ ->
            RECORDS;
      };
    }
  }

  /**
   * The latest records of each source.
   *
   * @param before the cursor that the page begins behind
   * @param limit the most candidates of one source
   */
  List<List<RecordMerge.Candidate>> candidates(
      OperationContext context,
      List<? extends RecordIndex> sources,
      Filter filter,
      TimeCursor before,
      int limit) {
    int lookedAt = scanLimit.each(sources.size());
    Select<Record5<Integer, Instant, Long, Integer, Integer>> all =
        IntStream.range(0, sources.size())
            .mapToObj(i -> one(context, i, sources.get(i), filter, before, limit, lookedAt))
            .reduce(Select::unionAll)
            .orElseThrow();
    List<List<RecordMerge.Candidate>> candidates =
        Stream.<List<RecordMerge.Candidate>>generate(ArrayList::new).limit(sources.size()).toList();
    context
        .transaction()
        .sql()
        .fetch(all)
        .forEach(row ->
            candidates
                .get(row.value1())
                .add(
                    new RecordMerge.Candidate(
                        new TimeCursor(row.value2(), row.value3()),
                        row.value4().equals(1),
                        row.value5().equals(1))));
    candidates.forEach(each -> each.sort((one, other) -> other.cursor().compareTo(one.cursor())));
    return candidates;
  }

  private static Select<Record5<Integer, Instant, Long, Integer, Integer>> one(
      OperationContext context,
      int index,
      RecordIndex source,
      Filter filter,
      TimeCursor before,
      int limit,
      int lookedAt) {
    Columns columns = Columns.of(source);
    Condition which =
        columns
            .organizationId()
            .eq(context.organizationId())
            .and(of(source))
            .and(filter.from() == null ? noCondition() : columns.happenedAt().ge(filter.from()))
            .and(earlier(columns.happenedAt(), columns.recordId(), before));
    var sql = context.transaction().sql();
    if (!RecordFilterSql.passesOver(source, filter)) {
      return sql.select(
              inline(index), columns.happenedAt(), columns.recordId(), inline(1), inline(0))
          .from(columns.table())
          .where(which)
          .orderBy(columns.happenedAt().desc(), columns.recordId().desc())
          .limit(limit);
    }
    Field<Integer> matches =
        when(RecordFilterSql.matches(context, source, filter, columns), inline(1))
            .otherwise(inline(0))
            .as("matches");
    Table<?> seen =
        sql.select(columns.happenedAt(), columns.recordId(), matches)
            .from(columns.table())
            .where(which)
            .orderBy(columns.happenedAt().desc(), columns.recordId().desc())
            .limit(lookedAt)
            .asTable("seen");
    Field<Instant> happenedAt = in(seen, columns.happenedAt());
    Field<Long> recordId = in(seen, columns.recordId());
    Field<Integer> position =
        rowNumber().over().orderBy(happenedAt.desc(), recordId.desc()).as("position");
    Table<?> judged =
        sql.select(happenedAt, recordId, in(seen, matches), position).from(seen).asTable("judged");
    // The last that was looked at tells how far that was, whether it matches or not.
    Condition isLast = in(judged, position).eq(lookedAt);
    return sql.select(
            inline(index),
            in(judged, happenedAt),
            in(judged, recordId),
            in(judged, matches),
            when(isLast, inline(1)).otherwise(inline(0)))
        .from(judged)
        .where(in(judged, matches).eq(inline(1)).or(isLast))
        .orderBy(in(judged, happenedAt).desc(), in(judged, recordId).desc())
        .limit(limit);
  }

  private static <T> Field<T> in(Table<?> derived, Field<T> column) {
    return requireNonNull(derived.field(column));
  }

  private static Condition of(RecordIndex source) {
    return switch (source) {
      case RecordIndex.Everything() -> noCondition();
      case RecordIndex.OfCategory(Category category) -> COMMUNICATION.CATEGORY.eq(category.code());
      case RecordIndex.OfNumber(E164 e164) -> COMMUNICATION.E164.eq(e164.text());
      case RecordIndex.OfUser(String userId) -> COMMUNICATION_PARTY.USER_ID.eq(userId);
      case RecordIndex.OfColleague colleague -> COMMUNICATION_PARTY.USER_ID.eq(colleague.userId());
      case RecordIndex.OfLine line ->
          seenOfLine(COMMUNICATION.LINE_ID.eq(line.lineId()))
              .and(
                  line.since() == null
                      ? noCondition()
                      : COMMUNICATION.HAPPENED_AT.ge(line.since()));
    };
  }

  /** In the words of the partial index. */
  private static Condition seenOfLine(Condition line) {
    return line.and(COMMUNICATION.IS_SHARED.eq(inline(true)));
  }

  private static Condition earlier(
      Field<Instant> happenedAt, Field<Long> recordId, TimeCursor before) {
    return row(happenedAt, recordId).lt(before.at(), before.key());
  }

  /**
   * Returns the latest record before a cursor in each of the lines that have one.
   *
   * @param lineIds at most 1,000
   */
  Map<String, TimeCursor> latest(
      OperationContext context, List<String> lineIds, TimeCursor before) {
    Map<String, TimeCursor> latest = new TreeMap<>();
    LATEST
        .list(
            context.transaction(),
            context.organization(),
            before.argument(),
            Argument.among(HOLDER.HOLDER_ID, lineIds))
        .forEach(head -> {
          if (head.latest() != null) {
            latest.put(head.lineId(), head.latest());
          }
        });
    return latest;
  }

  private static <T> Field<T> head(Field<T> column) {
    return field(
        select(column)
            .from(COMMUNICATION)
            .where(ContextSql.ofOrganization(COMMUNICATION.ORGANIZATION_ID))
            .and(seenOfLine(COMMUNICATION.LINE_ID.eq(HOLDER.HOLDER_ID)))
            .and(TimeCursorSql.isBefore(COMMUNICATION.HAPPENED_AT, COMMUNICATION.RECORD_ID))
            .orderBy(COMMUNICATION.HAPPENED_AT.desc(), COMMUNICATION.RECORD_ID.desc())
            .limit(inline(1)));
  }
}

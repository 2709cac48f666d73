package org.carillon.server.inventory.history;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Selects the newest rows of each part of a history, each part in the order of an index, so that
 * few rows beyond the page are read.
 */
final class HistorySql {

  /** Bits of the lengths, in microseconds, by which the indexes tell entries apart. */
  private static final int FIRST_BITS = 20;

  private static final int STEP_BITS = 4;

  /** The entries that are no shorter than the last of these lengths: 2^48 µs, nine years. */
  private static final int LONGEST = 8;

  private static final int OPEN = 9;

  /** In the words of the indexes, which serve no other. */
  private static final Field<Integer> LENGTH = field(lengthText(), Integer.class);

  private HistorySql() {}

  private static String lengthText() {
    StringBuilder text = new StringBuilder("case when to_at is null then " + OPEN);
    for (int i = 0; i < LONGEST; i++) {
      text.append(" when to_at - from_at < ").append(micros(i)).append(" then ").append(i);
    }
    return "(" + text.append(" else ").append(LONGEST).append(" end)");
  }

  private static long micros(int length) {
    return 1L << (FIRST_BITS + STEP_BITS * length);
  }

  /** The newest of all parts, by their keys. */
  static Select<Record1<Long>> newestOf(List<Select<Record2<Long, Instant>>> parts, int limit) {
    Select<Record2<Long, Instant>> all = wrapped(parts.getFirst());
    for (Select<Record2<Long, Instant>> part : parts.subList(1, parts.size())) {
      all = all.unionAll(wrapped(part));
    }
    Table<Record2<Long, Instant>> picked = all.asTable("picked");
    return select(in(picked, ASSIGNMENT.ASSIGNMENT_ID))
        .from(picked)
        .orderBy(in(picked, ASSIGNMENT.FROM_AT).desc(), in(picked, ASSIGNMENT.ASSIGNMENT_ID).desc())
        .limit(limit);
  }

  /** SQLite takes no order and no limit in a part of a union. */
  private static Select<Record2<Long, Instant>> wrapped(Select<Record2<Long, Instant>> part) {
    Table<Record2<Long, Instant>> picked = part.asTable("picked");
    return select(in(picked, ASSIGNMENT.ASSIGNMENT_ID), in(picked, ASSIGNMENT.FROM_AT))
        .from(picked);
  }

  private static <T> Field<T> in(Table<?> table, Field<T> field) {
    return requireNonNull(table.field(field));
  }

  /** Selects the assignments that began after that instant, before that cursor. */
  static Select<Record2<Long, Instant>> begun(
      OperationContext context,
      Condition which,
      @Nullable Instant since,
      TimeCursor before,
      int limit) {
    return newest(
        context,
        which.and(since == null ? noCondition() : ASSIGNMENT.FROM_AT.gt(since)),
        before,
        limit);
  }

  /** Selects a holder's assignments at that instant: one part for each class of length. */
  static List<Select<Record2<Long, Instant>>> lastingOfHolder(
      OperationContext context, String holderId, Instant at, TimeCursor before, int limit) {
    return byLength(context, ASSIGNMENT.HOLDER_ID.eq(holderId), at, before, limit);
  }

  /** The one entry, if any, of the number's holder at that instant. */
  static Select<Record1<Long>> holder(OperationContext context, E164 e164, Instant at) {
    return select(ASSIGNMENT.ASSIGNMENT_ID)
        .from(ASSIGNMENT)
        .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
        .and(
            ASSIGNMENT.ASSIGNMENT_ID.eq(
                select(ASSIGNMENT.ASSIGNMENT_ID)
                    .from(ASSIGNMENT)
                    .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
                    .and(ofTenure(context, e164, at))
                    .and(LedgerSql.owner(ASSIGNMENT))
                    .and(ASSIGNMENT.FROM_AT.le(at))
                    .orderBy(ASSIGNMENT.FROM_AT.desc())
                    .limit(1)))
        .and(LedgerSql.lastsAt(ASSIGNMENT, at));
  }

  /** Selects the members of a line at that instant: one part for each class of length. */
  static List<Select<Record2<Long, Instant>>> lineMembers(
      OperationContext context, E164 e164, Instant at, TimeCursor before, int limit) {
    return byLength(
        context,
        ofTenure(context, e164, at).and(LedgerSql.lineMember(ASSIGNMENT)),
        at,
        before,
        limit);
  }

  /** Of the last tenure that was there by then, since none begins before the one before is over. */
  private static Condition ofTenure(OperationContext context, E164 e164, Instant at) {
    return ASSIGNMENT.NUMBER_ID.eq(
        select(PHONE_NUMBER.NUMBER_ID)
            .from(PHONE_NUMBER)
            .where(NumberSql.ofOrganization(context))
            .and(PHONE_NUMBER.E164.eq(e164.text()))
            .and(PHONE_NUMBER.CREATED_AT.le(at))
            .orderBy(PHONE_NUMBER.CREATED_AT.desc())
            .limit(1));
  }

  private static List<Select<Record2<Long, Instant>>> byLength(
      OperationContext context, Condition which, Instant at, TimeCursor before, int limit) {
    TimeCursor upper = before.orEarlier(new TimeCursor(at, Long.MAX_VALUE));
    List<Select<Record2<Long, Instant>>> parts = new ArrayList<>();
    for (int length = 0; length < LONGEST; length++) {
      Instant earliest = at.minus(micros(length), ChronoUnit.MICROS);
      parts.add(
          newest(
              context,
              LENGTH
                  .eq(inline(length))
                  .and(which)
                  .and(ASSIGNMENT.FROM_AT.gt(earliest))
                  .and(ASSIGNMENT.TO_AT.gt(at)),
              upper,
              limit));
    }
    parts.add(
        newest(
            context,
            LENGTH.eq(inline(LONGEST)).and(which).and(ASSIGNMENT.TO_AT.gt(at)),
            upper,
            limit));
    parts.add(newest(context, LENGTH.eq(inline(OPEN)).and(which), upper, limit));
    return parts;
  }

  private static Select<Record2<Long, Instant>> newest(
      OperationContext context, Condition which, TimeCursor before, int limit) {
    return select(ASSIGNMENT.ASSIGNMENT_ID, ASSIGNMENT.FROM_AT)
        .from(ASSIGNMENT)
        .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
        .and(which)
        .and(behind(before))
        .orderBy(ASSIGNMENT.FROM_AT.desc(), ASSIGNMENT.ASSIGNMENT_ID.desc())
        .limit(limit);
  }

  private static Condition behind(TimeCursor cursor) {
    return row(ASSIGNMENT.FROM_AT, ASSIGNMENT.ASSIGNMENT_ID).lt(cursor.at(), cursor.key());
  }
}

package org.carillon.server.inventory.history;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.platform.pages.TimeCursorSql;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;

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

  /** The instant at which, or after which, rows are looked for. */
  static final Parameter<Instant> SINCE = Parameter.of(ASSIGNMENT.FROM_AT);

  private static final Parameter<Instant> LASTING_AT = Parameter.of(ASSIGNMENT.FROM_AT);
  private static final Parameter<Long> LASTING_KEY = Parameter.of(ASSIGNMENT.ASSIGNMENT_ID);

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

  /** Returns the condition that rows are the newest of all parts. */
  static Condition newestOf(List<Select<Record2<Long, Instant>>> parts) {
    Select<Record2<Long, Instant>> all = wrapped(parts.getFirst());
    for (Select<Record2<Long, Instant>> part : parts.subList(1, parts.size())) {
      all = all.unionAll(wrapped(part));
    }
    Table<Record2<Long, Instant>> picked = all.asTable("picked");
    return ASSIGNMENT.ASSIGNMENT_ID.in(
        select(in(picked, ASSIGNMENT.ASSIGNMENT_ID))
            .from(picked)
            .orderBy(
                in(picked, ASSIGNMENT.FROM_AT).desc(), in(picked, ASSIGNMENT.ASSIGNMENT_ID).desc())
            .limit(limit()));
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

  /** Selects the assignments that began before a run's cursor. */
  static Select<Record2<Long, Instant>> begun(Condition which) {
    return newest(which, TimeCursorSql.isBefore(ASSIGNMENT.FROM_AT, ASSIGNMENT.ASSIGNMENT_ID));
  }

  /** Selects the assignments that began after {@link #SINCE}, before a run's cursor. */
  static Select<Record2<Long, Instant>> begunSince(Condition which) {
    return begun(which.and(ASSIGNMENT.FROM_AT.gt(SINCE.slot())));
  }

  /** Returns the condition that a row is the one, if any, of a number's holder at the instant. */
  static Condition holder() {
    return ASSIGNMENT
        .ASSIGNMENT_ID
        .eq(
            select(ASSIGNMENT.ASSIGNMENT_ID)
                .from(ASSIGNMENT)
                .where(LedgerSql.ofOrganization(ASSIGNMENT))
                .and(ofTenure())
                .and(LedgerSql.owner(ASSIGNMENT))
                .and(ASSIGNMENT.FROM_AT.le(SINCE.slot()))
                .orderBy(ASSIGNMENT.FROM_AT.desc())
                .limit(inline(1)))
        .and(LedgerSql.lastsAt(ASSIGNMENT, SINCE.slot()));
  }

  /** Selects the members of a line at the instant: one part for each class of length. */
  static List<Select<Record2<Long, Instant>>> lineMembers() {
    return lasting(ofTenure().and(LedgerSql.lineMember(ASSIGNMENT)));
  }

  /** Of the last tenure that was there by then, since none begins before the one before is over. */
  private static Condition ofTenure() {
    return ASSIGNMENT.NUMBER_ID.eq(
        select(PHONE_NUMBER.NUMBER_ID)
            .from(PHONE_NUMBER)
            .where(NumberSql.ofOrganization())
            .and(given(PHONE_NUMBER.E164))
            .and(PHONE_NUMBER.CREATED_AT.le(SINCE.slot()))
            .orderBy(PHONE_NUMBER.CREATED_AT.desc())
            .limit(inline(1)));
  }

  /** Selects the assignments at the instant: one part for each class of length. */
  static List<Select<Record2<Long, Instant>>> lasting(Condition which) {
    Condition before =
        row(ASSIGNMENT.FROM_AT, ASSIGNMENT.ASSIGNMENT_ID).lt(LASTING_AT.slot(), LASTING_KEY.slot());
    Condition ended = which.and(ASSIGNMENT.TO_AT.gt(SINCE.slot()));
    List<Select<Record2<Long, Instant>>> parts = new ArrayList<>();
    for (int length = 0; length < LONGEST; length++) {
      Condition late = ASSIGNMENT.FROM_AT.gt(beforeSince(micros(length)));
      parts.add(newest(ofLength(length).and(ended).and(late), before));
    }
    parts.add(newest(ofLength(LONGEST).and(ended), before));
    parts.add(newest(ofLength(OPEN).and(which), before));
    return parts;
  }

  private static Condition ofLength(int length) {
    return LENGTH.eq(inline(length));
  }

  private static Field<Instant> beforeSince(long micros) {
    return field("{0} - {1}", ASSIGNMENT.FROM_AT.getDataType(), SINCE.slot(), inline(micros));
  }

  private static Select<Record2<Long, Instant>> newest(Condition which, Condition before) {
    return select(ASSIGNMENT.ASSIGNMENT_ID, ASSIGNMENT.FROM_AT)
        .from(ASSIGNMENT)
        .where(LedgerSql.ofOrganization(ASSIGNMENT))
        .and(which)
        .and(before)
        .orderBy(ASSIGNMENT.FROM_AT.desc(), ASSIGNMENT.ASSIGNMENT_ID.desc())
        .limit(limit());
  }

  /** Returns the values for {@link #lasting}: the instant, and the cursor of a page. */
  static Argument lastingAt(Instant at, TimeCursor before) {
    TimeCursor upper = before.orEarlier(new TimeCursor(at, Long.MAX_VALUE));
    return Argument.all(SINCE.is(at), LASTING_AT.is(upper.at()), LASTING_KEY.is(upper.key()));
  }
}

package org.carillon.server.calls.records;

import static org.carillon.platform.db.schema.Tables.COMMUNICATION_PARTY;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Field;

/** The filters of a list of records that the order of a source does not answer, as conditions. */
final class RecordFilterSql {

  private RecordFilterSql() {}

  /** Returns whether records of the source may be passed over, so that reading it needs a bound. */
  static boolean passesOver(RecordIndex source, Filter filter) {
    return narrowsCategories(source, filter)
        || narrowsNumber(source, filter)
        || source instanceof RecordIndex.OfColleague;
  }

  private static boolean narrowsCategories(RecordIndex source, Filter filter) {
    return !filter.isOfAllCategories() && !(source instanceof RecordIndex.OfCategory);
  }

  private static boolean narrowsNumber(RecordIndex source, Filter filter) {
    return filter.e164() != null && !source.equals(new RecordIndex.OfNumber(filter.e164()));
  }

  /** The condition on a record of the source that the filter asks for. */
  static Condition matches(
      OperationContext context, RecordIndex source, Filter filter, ListStore.Columns columns) {
    Condition matches = noCondition();
    if (narrowsCategories(source, filter)) {
      matches =
          matches.and(
              columns.category().in(filter.categories().stream().map(Category::code).toList()));
    }
    E164 number = filter.e164();
    if (number != null && narrowsNumber(source, filter)) {
      matches = matches.and(columns.e164().eq(number.text()));
    }
    if (source instanceof RecordIndex.OfColleague colleague) {
      Condition isOwn = isOwn(context, colleague.viewerId());
      matches =
          matches.and(colleague.lines().isEmpty() ? isOwn : isShown(colleague.lines()).or(isOwn));
    }
    return matches;
  }

  /**
   * Returns whether the record is that user's own, too. The query uses the index of the user's
   * records in the same order, where the entries of a page are together; by key they would be
   * scattered. It is a scalar subquery, since for EXISTS PostgreSQL would read the user's whole
   * list at once, rather than the entries of one page.
   */
  private static Condition isOwn(OperationContext context, String userId) {
    var own = COMMUNICATION_PARTY.as("own");
    return field(
            selectOne()
                .from(own)
                .where(own.ORGANIZATION_ID.eq(context.organizationId()))
                .and(own.USER_ID.eq(userId))
                .and(own.HAPPENED_AT.eq(COMMUNICATION_PARTY.HAPPENED_AT))
                .and(own.RECORD_ID.add(inline(0L)).eq(COMMUNICATION_PARTY.RECORD_ID))
                .limit(1))
        .isNotNull();
  }

  /** Returns whether one of the lines shows the record. */
  private static Condition isShown(List<RecordIndex.OfLine> lines) {
    return COMMUNICATION_PARTY
        .SHOWN_LINE_ID
        .in(lines.stream().map(RecordIndex.OfLine::lineId).toList())
        .and(isSince(lines));
  }

  /** One expression for all lines: a thousand alternatives are more than SQLite takes. */
  private static Condition isSince(List<RecordIndex.OfLine> lines) {
    Map<Field<String>, Field<Instant>> since = new LinkedHashMap<>();
    for (RecordIndex.OfLine line : lines) {
      if (line.since() != null) {
        since.put(val(line.lineId()), val(line.since(), COMMUNICATION_PARTY.HAPPENED_AT));
      }
    }
    return since.isEmpty()
        ? noCondition()
        : COMMUNICATION_PARTY.HAPPENED_AT.ge(
            case_(COMMUNICATION_PARTY.SHOWN_LINE_ID)
                .mapFields(since)
                .otherwise(COMMUNICATION_PARTY.HAPPENED_AT));
  }
}

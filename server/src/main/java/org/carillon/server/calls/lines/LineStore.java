package org.carillon.server.calls.lines;

import static java.util.stream.Collectors.toMap;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.carillon.platform.db.schema.Tables.SHARED_LINE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.LineRecordVisibility;
import org.carillon.api.model.LineSummary;
import org.carillon.platform.db.Sql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The lines that are not dissolved: found, locked and saved by id, with their users. */
final class LineStore {

  private final LineMemberStore members;

  LineStore(LineMemberStore members) {
    this.members = members;
  }

  /** A line and its members, in the order in which they were added. */
  record LineRow(Line line, List<LineMember> members) {

    org.carillon.api.model.Line view() {
      return line.view(members);
    }
  }

  /**
   * The line with its users, both as of one moment.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  LineRow get(OperationContext context, String lineId) {
    List<? extends Record> rows =
        context
            .transaction()
            .sql()
            .select(SHARED_LINE.fields())
            .select(PHONE_NUMBER.E164)
            .select(LineMemberStore.COLUMNS)
            .from(SHARED_LINE)
            .join(PHONE_NUMBER)
            .on(itsNumber())
            .leftJoin(ASSIGNMENT)
            .on(LineMemberStore.open(SHARED_LINE.ORGANIZATION_ID, SHARED_LINE.NUMBER_ID))
            .where(live(context))
            .and(SHARED_LINE.LINE_ID.eq(lineId))
            .orderBy(ASSIGNMENT.ASSIGNMENT_ID)
            .fetch();
    if (rows.isEmpty()) {
      throw notFound(lineId);
    }
    List<LineMember> present =
        rows.stream()
            .filter(each -> each.get(ASSIGNMENT.HOLDER_ID) != null)
            .map(LineMemberStore::read)
            .toList();
    return new LineRow(LineRows.read(rows.getFirst(), present), present);
  }

  /**
   * Locks the line until the transaction ends. Callers hold the organization's lock for call flows,
   * so that the members stay as they are too.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  LineRow lock(OperationContext context, String lineId) {
    Record found =
        context
            .transaction()
            .lock(
                ResourceLock.LINE, lines(context).and(SHARED_LINE.LINE_ID.eq(lineId)), SHARED_LINE)
            .fetchOne();
    if (found == null) {
      throw notFound(lineId);
    }
    List<LineMember> present = members.of(context, new NumberKey(found.get(SHARED_LINE.NUMBER_ID)));
    Line line = LineRows.read(found, present);
    context.transaction().nowAfter(line.changedAt());
    return new LineRow(line, present);
  }

  private static RuntimeException notFound(String lineId) {
    return Refusal.notFound("there is no line " + lineId + " in this organization");
  }

  /**
   * Those of the ids that are lines, with their users, by id.
   *
   * @param lineIds at most 1,000
   */
  Map<String, LineRow> findAll(OperationContext context, Collection<String> lineIds) {
    List<? extends Record> found = lines(context).and(Sql.in(SHARED_LINE.LINE_ID, lineIds)).fetch();
    Map<NumberKey, List<LineMember>> present =
        members.ofAll(
            context,
            found.stream().map(each -> new NumberKey(each.get(SHARED_LINE.NUMBER_ID))).toList());
    return found.stream()
        .map(each -> {
          List<LineMember> here =
              present.getOrDefault(new NumberKey(each.get(SHARED_LINE.NUMBER_ID)), List.of());
          return new LineRow(LineRows.read(each, here), here);
        })
        .collect(toMap(each -> each.line().lineId(), each -> each));
  }

  /**
   * A line without its users.
   *
   * @param assigned how many users it is assigned to
   */
  record CountedLine(Line line, int assigned) {}

  /**
   * Those of the ids that are lines, by id, in two queries however many users they have.
   *
   * @param lineIds at most 1,000
   */
  Map<String, CountedLine> countedLines(OperationContext context, Collection<String> lineIds) {
    List<? extends Record> found = lines(context).and(Sql.in(SHARED_LINE.LINE_ID, lineIds)).fetch();
    List<LineMemberStore.Tally> tallies = tallies(context, found);
    return found.stream()
        .map(each ->
            new CountedLine(
                LineRows.read(each, List.of()),
                users(tallies, new NumberKey(each.get(SHARED_LINE.NUMBER_ID)), Role.ASSIGNEE)))
        .collect(toMap(each -> each.line().lineId(), each -> each));
  }

  /**
   * One page in order of creation.
   *
   * @param among the ids of the lines to keep, at most 1,000; null keeps all
   */
  List<LineSummary> page(
      OperationContext context,
      @Nullable Collection<String> among,
      CreationCursor after,
      int limit) {
    // Were it the bare column, SQLite would rather read all lines than some by their keys.
    Field<Instant> createdAt =
        among == null
            ? SHARED_LINE.CREATED_AT
            : field("{0} + 0", SHARED_LINE.CREATED_AT.getDataType(), SHARED_LINE.CREATED_AT);
    List<? extends Record> page =
        lines(context)
            .and(among == null ? noCondition() : Sql.in(SHARED_LINE.LINE_ID, among))
            .and(row(createdAt, SHARED_LINE.LINE_ID).gt(after.createdAt(), after.id()))
            .orderBy(createdAt, SHARED_LINE.LINE_ID)
            .limit(limit)
            .fetch();
    List<LineMemberStore.Tally> tallies = tallies(context, page);
    return page.stream()
        .map(each -> {
          NumberKey number = new NumberKey(each.get(SHARED_LINE.NUMBER_ID));
          return LineRows.summary(
              each, users(tallies, number, Role.ASSIGNEE), users(tallies, number, Role.OUTBOUND));
        })
        .toList();
  }

  private List<LineMemberStore.Tally> tallies(
      OperationContext context, List<? extends Record> found) {
    return members.tallies(
        context,
        found.stream().map(each -> new NumberKey(each.get(SHARED_LINE.NUMBER_ID))).toList());
  }

  private static int users(List<LineMemberStore.Tally> tallies, NumberKey number, Role role) {
    return tallies.stream()
        .filter(each -> each.numberId().equals(number) && each.role() == role)
        .mapToInt(LineMemberStore.Tally::users)
        .sum();
  }

  /**
   * Those of the lines that show a newly assigned user no earlier records.
   *
   * @param lineIds at most 1,000
   */
  Set<String> fromAssignmentOn(OperationContext context, Collection<String> lineIds) {
    return context
        .transaction()
        .sql()
        .select(SHARED_LINE.LINE_ID)
        .from(SHARED_LINE)
        .where(live(context))
        .and(Sql.in(SHARED_LINE.LINE_ID, lineIds))
        .and(SHARED_LINE.RECORD_VISIBILITY.eq(LineRecordVisibility.FROM_ASSIGNMENT_ON.name()))
        .fetchSet(SHARED_LINE.LINE_ID);
  }

  /** The user whose inbox takes the voicemails of the line. */
  Optional<String> inboxUser(OperationContext context, String lineId) {
    return context
        .transaction()
        .sql()
        .select(SHARED_LINE.INBOX_USER_ID)
        .from(SHARED_LINE)
        .where(live(context))
        .and(SHARED_LINE.LINE_ID.eq(lineId))
        .and(SHARED_LINE.INBOX_USER_ID.isNotNull())
        .fetchOptional(SHARED_LINE.INBOX_USER_ID);
  }

  /** Adds a line whose number it has. */
  void add(OperationContext context, Line line) {
    context
        .transaction()
        .sql()
        .insertInto(SHARED_LINE)
        .set(LineRows.added(context.organizationId(), line))
        .execute();
  }

  /** Saves a locked line. */
  void save(OperationContext context, Line line) {
    context
        .transaction()
        .sql()
        .update(SHARED_LINE)
        .set(LineRows.changeable(line))
        .where(live(context))
        .and(SHARED_LINE.LINE_ID.eq(line.lineId()))
        .execute();
    context.transaction().allowRelock();
  }

  /** Dissolves a locked line; its row stays, so that records of calls can name it. */
  void dissolve(OperationContext context, Line line) {
    context
        .transaction()
        .sql()
        .update(SHARED_LINE)
        .set(SHARED_LINE.DISSOLVED_AT, context.now())
        .set(SHARED_LINE.CHANGED_AT, context.now())
        .where(live(context))
        .and(SHARED_LINE.LINE_ID.eq(line.lineId()))
        .execute();
  }

  private static SelectConditionStep<? extends Record> lines(OperationContext context) {
    return context
        .transaction()
        .sql()
        .select(SHARED_LINE.fields())
        .select(PHONE_NUMBER.E164)
        .from(SHARED_LINE)
        .join(PHONE_NUMBER)
        .on(itsNumber())
        .where(live(context));
  }

  private static Condition itsNumber() {
    return PHONE_NUMBER
        .ORGANIZATION_ID
        .eq(SHARED_LINE.ORGANIZATION_ID)
        .and(PHONE_NUMBER.NUMBER_ID.eq(SHARED_LINE.NUMBER_ID));
  }

  private static Condition live(OperationContext context) {
    return SHARED_LINE
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(SHARED_LINE.DISSOLVED_AT.isNull());
  }
}

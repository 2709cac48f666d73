package org.carillon.server.calls.lines;

import static java.util.stream.Collectors.toMap;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.SHARED_LINE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.LineRecordVisibility;
import org.carillon.api.model.LineSummary;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.schema.tables.records.SharedLineRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The lines that are not dissolved: found, locked and saved by id, with their users. */
final class LineStore {

  private static final Condition LIVE =
      ContextSql.ofOrganization(SHARED_LINE.ORGANIZATION_ID).and(SHARED_LINE.DISSOLVED_AT.isNull());
  private static final Condition ONE = LIVE.and(given(SHARED_LINE.LINE_ID));

  private static final Query<LineAndMember> WITH_USERS =
      Query.of(
          sql ->
              LineRows.select(sql, LineMemberStore.COLUMNS)
                  .leftJoin(ASSIGNMENT)
                  .on(LineMemberStore.open(SHARED_LINE.ORGANIZATION_ID, SHARED_LINE.NUMBER_ID))
                  .where(ONE)
                  .orderBy(ASSIGNMENT.ASSIGNMENT_ID),
          row ->
              new LineAndMember(
                  LineRows.read(row),
                  row.get(ASSIGNMENT.HOLDER_ID) == null ? null : LineMemberStore.read(row)));

  private static final Query<Line> LOCKED =
      Query.locking(
          ResourceLock.LINE,
          SHARED_LINE,
          sql -> LineRows.select(sql, List.of()).where(ONE),
          LineRows::read);

  private static final Query<Line> AMONG =
      Query.of(
          sql -> LineRows.select(sql, List.of()).where(LIVE).and(among(SHARED_LINE.LINE_ID)),
          LineRows::read);

  private static final Query<Line> PAGE =
      Query.of(sql -> page(sql, LIVE, SHARED_LINE.CREATED_AT), LineRows::read);

  private static final Query<Line> PAGE_AMONG =
      Query.of(
          // Were it the bare column, SQLite would rather read all lines than some by their keys.
          sql ->
              page(
                  sql,
                  LIVE.and(among(SHARED_LINE.LINE_ID)),
                  field("{0} + 0", SHARED_LINE.CREATED_AT.getDataType(), SHARED_LINE.CREATED_AT)),
          LineRows::read);

  private static final Query<String> FROM_ASSIGNMENT_ON =
      Query.of(
          sql ->
              sql.select(SHARED_LINE.LINE_ID)
                  .from(SHARED_LINE)
                  .where(LIVE)
                  .and(among(SHARED_LINE.LINE_ID))
                  .and(
                      SHARED_LINE.RECORD_VISIBILITY.eq(
                          inline(LineRecordVisibility.FROM_ASSIGNMENT_ON.name()))),
          row -> row.get(SHARED_LINE.LINE_ID));

  private static final Query<String> INBOX_USER =
      Query.of(
          sql ->
              sql.select(SHARED_LINE.INBOX_USER_ID)
                  .from(SHARED_LINE)
                  .where(ONE)
                  .and(SHARED_LINE.INBOX_USER_ID.isNotNull()),
          row -> row.get(SHARED_LINE.INBOX_USER_ID));

  private static final RecordCommand<SharedLineRecord> ADD = RecordCommand.insert(SHARED_LINE);
  private static final RecordCommand<SharedLineRecord> SAVE =
      RecordCommand.update(SHARED_LINE, ONE);
  private static final Command DISSOLVE =
      Command.of(sql ->
          sql.update(SHARED_LINE)
              .set(SHARED_LINE.DISSOLVED_AT, ContextSql.now())
              .set(SHARED_LINE.CHANGED_AT, ContextSql.now())
              .where(ONE));

  private final LineMemberStore members;

  LineStore(LineMemberStore members) {
    this.members = members;
  }

  /** A line without its users, and one of them. */
  private record LineAndMember(Line line, @Nullable LineMember member) {}

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
    List<LineAndMember> rows = WITH_USERS.list(context.transaction(), one(context, lineId));
    if (rows.isEmpty()) {
      throw notFound(lineId);
    }
    return withUsers(
        rows.getFirst().line(),
        rows.stream().map(LineAndMember::member).filter(Objects::nonNull).toList());
  }

  private static LineRow withUsers(Line line, List<LineMember> members) {
    return new LineRow(LineRows.withUsers(line, members), members);
  }

  /**
   * Locks the line until the transaction ends. Callers hold the organization's lock for call flows,
   * so that the members stay as they are too.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  LineRow lock(OperationContext context, String lineId) {
    Line line =
        LOCKED
            .find(context.transaction(), one(context, lineId))
            .orElseThrow(() -> notFound(lineId));
    context.transaction().nowAfter(line.changedAt());
    return withUsers(line, members.of(context, line.numberId()));
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
    List<Line> found = amongIds(context, lineIds);
    Map<NumberKey, List<LineMember>> present =
        members.ofAll(context, found.stream().map(Line::numberId).toList());
    return found.stream()
        .map(each -> withUsers(each, present.getOrDefault(each.numberId(), List.of())))
        .collect(toMap(each -> each.line().lineId(), each -> each));
  }

  private static List<Line> amongIds(OperationContext context, Collection<String> lineIds) {
    return AMONG.list(
        context.transaction(),
        context.organization(),
        Argument.among(SHARED_LINE.LINE_ID, lineIds));
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
    List<Line> found = amongIds(context, lineIds);
    List<LineMemberStore.Tally> tallies = tallies(context, found);
    return found.stream()
        .map(each -> new CountedLine(each, users(tallies, each, Role.ASSIGNEE)))
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
    Argument rows = Argument.all(context.organization(), after.argument(), Argument.limit(limit));
    List<Line> page =
        among == null
            ? PAGE.list(context.transaction(), rows)
            : PAGE_AMONG.list(
                context.transaction(), rows, Argument.among(SHARED_LINE.LINE_ID, among));
    List<LineMemberStore.Tally> tallies = tallies(context, page);
    return page.stream()
        .map(each ->
            LineRows.summary(
                each, users(tallies, each, Role.ASSIGNEE), users(tallies, each, Role.OUTBOUND)))
        .toList();
  }

  private List<LineMemberStore.Tally> tallies(OperationContext context, List<Line> lines) {
    return members.tallies(context, lines.stream().map(Line::numberId).toList());
  }

  private static int users(List<LineMemberStore.Tally> tallies, Line line, Role role) {
    return tallies.stream()
        .filter(each -> each.numberId().equals(line.numberId()) && each.role() == role)
        .mapToInt(LineMemberStore.Tally::users)
        .sum();
  }

  /**
   * Those of the lines that show a newly assigned user no earlier records.
   *
   * @param lineIds at most 1,000
   */
  Set<String> fromAssignmentOn(OperationContext context, Collection<String> lineIds) {
    return Set.copyOf(
        FROM_ASSIGNMENT_ON.list(
            context.transaction(),
            context.organization(),
            Argument.among(SHARED_LINE.LINE_ID, lineIds)));
  }

  /** The user whose inbox takes the voicemails of the line. */
  Optional<String> inboxUser(OperationContext context, String lineId) {
    return INBOX_USER.find(context.transaction(), one(context, lineId));
  }

  /** Adds a line whose number it has. */
  void add(OperationContext context, Line line) {
    ADD.run(context.transaction(), LineRows.added(context.organizationId(), line));
  }

  /** Saves a locked line. */
  void save(OperationContext context, Line line) {
    SAVE.run(context.transaction(), LineRows.changeable(line), one(context, line.lineId()));
    context.transaction().allowRelock();
  }

  /** Dissolves a locked line; its row stays, so that records of calls can name it. */
  void dissolve(OperationContext context, Line line) {
    DISSOLVE.run(context.transaction(), one(context, line.lineId()), context.instant());
  }

  private static Argument one(OperationContext context, String lineId) {
    return Argument.all(context.organization(), Argument.of(SHARED_LINE.LINE_ID, lineId));
  }

  private static Select<?> page(DSLContext sql, Condition rows, Field<Instant> createdAt) {
    return LineRows.select(sql, List.of())
        .where(rows)
        .and(CreationCursorSql.isBehind(createdAt, SHARED_LINE.LINE_ID))
        .orderBy(createdAt, SHARED_LINE.LINE_ID)
        .limit(limit());
  }
}

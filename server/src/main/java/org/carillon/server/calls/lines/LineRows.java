package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.carillon.platform.db.schema.Tables.SHARED_LINE;

import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.LineConfiguration;
import org.carillon.api.model.LineRecordVisibility;
import org.carillon.api.model.LineSummary;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.SharedLineRecord;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;

/** Turns a row of a line into the line and back. */
final class LineRows {

  private LineRows() {}

  /** Selects lines with their numbers, and further columns of a table that is joined next. */
  static SelectOnConditionStep<?> select(DSLContext sql, List<Field<?>> further) {
    return sql.select(SHARED_LINE.fields())
        .select(PHONE_NUMBER.E164)
        .select(further)
        .from(SHARED_LINE)
        .join(PHONE_NUMBER)
        .on(PHONE_NUMBER.ORGANIZATION_ID.eq(SHARED_LINE.ORGANIZATION_ID))
        .and(PHONE_NUMBER.NUMBER_ID.eq(SHARED_LINE.NUMBER_ID));
  }

  /** Returns the line without its users. */
  static Line read(Row row) {
    return new Line(
        row.get(SHARED_LINE.LINE_ID),
        new NumberKey(row.get(SHARED_LINE.NUMBER_ID)),
        new E164(row.get(PHONE_NUMBER.E164)),
        new LineConfiguration(
            row.get(SHARED_LINE.NAME),
            List.of(),
            List.of(),
            row.get(SHARED_LINE.INBOX_USER_ID),
            flow(row),
            row.get(SHARED_LINE.RING_SECONDS),
            LineRecordVisibility.valueOf(row.get(SHARED_LINE.RECORD_VISIBILITY))),
        row.get(SHARED_LINE.VERSION),
        row.get(SHARED_LINE.CREATED_AT),
        row.get(SHARED_LINE.CHANGED_AT));
  }

  /** Returns a line with its users. */
  static Line withUsers(Line line, List<LineMember> members) {
    LineConfiguration configuration = line.configuration();
    return new Line(
        line.lineId(),
        line.numberId(),
        line.e164(),
        new LineConfiguration(
            configuration.name(),
            users(members, Role.ASSIGNEE),
            users(members, Role.OUTBOUND),
            configuration.defaultInboxUserId(),
            configuration.callFlow(),
            configuration.ringSeconds(),
            configuration.recordVisibility()),
        line.revision(),
        line.createdAt(),
        line.changedAt());
  }

  private static List<String> users(List<LineMember> members, Role role) {
    return members.stream()
        .filter(member -> member.role() == role)
        .map(LineMember::userId)
        .toList();
  }

  private static @Nullable CallTarget flow(Row row) {
    String kind = row.get(SHARED_LINE.FLOW_KIND);
    return kind == null
        ? null
        : new CallTarget(CallTargetType.valueOf(kind), row.get(SHARED_LINE.FLOW_ID));
  }

  /** A line as a list shows it. */
  static LineSummary summary(Line line, int assigned, int outbound) {
    return LineSummary.builder()
        .lineId(line.lineId())
        .e164PhoneNumber(line.e164().text())
        .name(line.configuration().name())
        .assignedUserCount(assigned)
        .outboundOnlyUserCount(outbound)
        .recordVisibility(line.configuration().recordVisibility())
        .revision(line.revision())
        .createdTimestamp(line.createdAt())
        .updatedTimestamp(line.changedAt())
        .build();
  }

  /** The whole row of a new line. */
  static SharedLineRecord added(String organizationId, Line line) {
    SharedLineRecord row = changeable(line);
    row.setOrganizationId(organizationId);
    row.setLineId(line.lineId());
    row.setNumberId(line.numberId().value());
    row.setCreatedAt(line.createdAt());
    return row;
  }

  /** The columns that the transitions of a line change. */
  static SharedLineRecord changeable(Line line) {
    LineConfiguration configuration = line.configuration();
    CallTarget flow = configuration.callFlow();
    SharedLineRecord row = new SharedLineRecord();
    row.setName(configuration.name());
    row.setFlowKind(flow == null ? null : flow.type().name());
    row.setFlowId(flow == null ? null : flow.value());
    row.setRingSeconds(configuration.ringSeconds());
    row.setInboxUserId(configuration.defaultInboxUserId());
    row.setRecordVisibility(requireNonNull(configuration.recordVisibility()).name());
    row.setVersion(line.revision());
    row.setChangedAt(line.changedAt());
    return row;
  }
}

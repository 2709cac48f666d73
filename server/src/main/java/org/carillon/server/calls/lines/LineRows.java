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
import org.carillon.platform.db.schema.tables.records.SharedLineRecord;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Turns a row of a line into the line and back. */
final class LineRows {

  private LineRows() {}

  static Line read(Record row, List<LineMember> members) {
    return new Line(
        row.get(SHARED_LINE.LINE_ID),
        new NumberKey(row.get(SHARED_LINE.NUMBER_ID)),
        new E164(row.get(PHONE_NUMBER.E164)),
        new LineConfiguration(
            row.get(SHARED_LINE.NAME),
            users(members, Role.ASSIGNEE),
            users(members, Role.OUTBOUND),
            row.get(SHARED_LINE.INBOX_USER_ID),
            flow(row),
            row.get(SHARED_LINE.RING_SECONDS),
            LineRecordVisibility.valueOf(row.get(SHARED_LINE.RECORD_VISIBILITY))),
        row.get(SHARED_LINE.VERSION),
        row.get(SHARED_LINE.CREATED_AT),
        row.get(SHARED_LINE.CHANGED_AT));
  }

  private static List<String> users(List<LineMember> members, Role role) {
    return members.stream()
        .filter(member -> member.role() == role)
        .map(LineMember::userId)
        .toList();
  }

  private static @Nullable CallTarget flow(Record row) {
    String kind = row.get(SHARED_LINE.FLOW_KIND);
    return kind == null
        ? null
        : new CallTarget(CallTargetType.valueOf(kind), row.get(SHARED_LINE.FLOW_ID));
  }

  /** A line as a list shows it. */
  static LineSummary summary(Record row, int assigned, int outbound) {
    return LineSummary.builder()
        .lineId(row.get(SHARED_LINE.LINE_ID))
        .e164PhoneNumber(row.get(PHONE_NUMBER.E164))
        .name(row.get(SHARED_LINE.NAME))
        .assignedUserCount(assigned)
        .outboundOnlyUserCount(outbound)
        .recordVisibility(LineRecordVisibility.valueOf(row.get(SHARED_LINE.RECORD_VISIBILITY)))
        .revision(row.get(SHARED_LINE.VERSION))
        .createdTimestamp(row.get(SHARED_LINE.CREATED_AT))
        .updatedTimestamp(row.get(SHARED_LINE.CHANGED_AT))
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

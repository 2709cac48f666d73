package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.AUTO_ATTENDANT_HOLIDAY;
import static org.carillon.platform.db.schema.Tables.AUTO_ATTENDANT_HOURS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.FlowHoliday;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.OpenHours;
import org.carillon.api.model.Weekday;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.schema.tables.records.AutoAttendantHolidayRecord;
import org.carillon.platform.db.schema.tables.records.AutoAttendantHoursRecord;
import org.carillon.platform.db.schema.tables.records.AutoAttendantRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;

/** The open hours and holidays of auto attendants. */
final class ScheduleStore {

  private static final Query<Map.Entry<String, OpenHours>> HOURS =
      Query.of(
          sql ->
              sql.selectFrom(AUTO_ATTENDANT_HOURS)
                  .where(ContextSql.ofOrganization(AUTO_ATTENDANT_HOURS.ORGANIZATION_ID))
                  .and(among(AUTO_ATTENDANT_HOURS.FLOW_ID))
                  .orderBy(AUTO_ATTENDANT_HOURS.FLOW_ID, AUTO_ATTENDANT_HOURS.POSITION),
          row ->
              Map.entry(
                  row.get(AUTO_ATTENDANT_HOURS.FLOW_ID),
                  new OpenHours(
                      requireNonNull(Weekday.fromValue(row.get(AUTO_ATTENDANT_HOURS.WEEKDAY))),
                      row.get(AUTO_ATTENDANT_HOURS.OPENS),
                      row.get(AUTO_ATTENDANT_HOURS.CLOSES))));

  private static final Query<Map.Entry<String, FlowHoliday>> HOLIDAYS =
      Query.of(
          sql ->
              sql.selectFrom(AUTO_ATTENDANT_HOLIDAY)
                  .where(ContextSql.ofOrganization(AUTO_ATTENDANT_HOLIDAY.ORGANIZATION_ID))
                  .and(among(AUTO_ATTENDANT_HOLIDAY.FLOW_ID))
                  .orderBy(AUTO_ATTENDANT_HOLIDAY.FLOW_ID, AUTO_ATTENDANT_HOLIDAY.POSITION),
          row ->
              Map.entry(
                  row.get(AUTO_ATTENDANT_HOLIDAY.FLOW_ID),
                  new FlowHoliday(
                      row.get(AUTO_ATTENDANT_HOLIDAY.CALENDAR_DAY),
                      row.get(AUTO_ATTENDANT_HOLIDAY.NAME))));

  private static final RecordCommand<AutoAttendantHoursRecord> ADD_HOURS =
      RecordCommand.insert(AUTO_ATTENDANT_HOURS);
  private static final RecordCommand<AutoAttendantHolidayRecord> ADD_HOLIDAYS =
      RecordCommand.insert(AUTO_ATTENDANT_HOLIDAY);

  private static final Command REMOVE_HOURS =
      Command.of(sql ->
          sql.deleteFrom(AUTO_ATTENDANT_HOURS)
              .where(ContextSql.ofOrganization(AUTO_ATTENDANT_HOURS.ORGANIZATION_ID))
              .and(given(AUTO_ATTENDANT_HOURS.FLOW_ID)));
  private static final Command REMOVE_HOLIDAYS =
      Command.of(sql ->
          sql.deleteFrom(AUTO_ATTENDANT_HOLIDAY)
              .where(ContextSql.ofOrganization(AUTO_ATTENDANT_HOLIDAY.ORGANIZATION_ID))
              .and(given(AUTO_ATTENDANT_HOLIDAY.FLOW_ID)));

  /** The schedules of those that have one, by the id of the auto attendant. */
  Map<String, FlowSchedule> of(
      OperationContext context, Map<String, AutoAttendantRecord> attendants) {
    List<String> ids =
        attendants.values().stream()
            .filter(row -> row.getTimeZone() != null)
            .map(AutoAttendantRecord::getFlowId)
            .toList();
    Map<String, FlowSchedule> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    Map<String, List<OpenHours>> open =
        byFlow(
            HOURS.list(
                context.transaction(),
                context.organization(),
                Argument.among(AUTO_ATTENDANT_HOURS.FLOW_ID, ids)));
    Map<String, List<FlowHoliday>> free =
        byFlow(
            HOLIDAYS.list(
                context.transaction(),
                context.organization(),
                Argument.among(AUTO_ATTENDANT_HOLIDAY.FLOW_ID, ids)));
    for (String id : ids) {
      found.put(
          id,
          new FlowSchedule(
              requireNonNull(attendants.get(id)).getTimeZone(),
              open.getOrDefault(id, List.of()),
              free.get(id)));
    }
    return found;
  }

  private static <T> Map<String, List<T>> byFlow(List<Map.Entry<String, T>> rows) {
    return rows.stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** Adds the schedule of an auto attendant, if it has one. */
  void add(OperationContext context, AutoAttendant attendant) {
    FlowSchedule schedule = attendant.settings().schedule();
    if (schedule == null) {
      return;
    }
    String id = attendant.flow().id();
    List<AutoAttendantHoursRecord> open = new ArrayList<>();
    for (OpenHours each : schedule.openHours()) {
      open.add(
          new AutoAttendantHoursRecord(
              context.organizationId(),
              id,
              open.size(),
              each.day().value(),
              each.from(),
              each.to()));
    }
    List<AutoAttendantHolidayRecord> free = new ArrayList<>();
    for (FlowHoliday each : requireNonNullElse(schedule.holidays(), List.<FlowHoliday>of())) {
      free.add(
          new AutoAttendantHolidayRecord(
              context.organizationId(), id, free.size(), each.date(), each.name()));
    }
    open.forEach(row -> row.touched(true));
    free.forEach(row -> row.touched(true));
    ADD_HOURS.runAll(context.transaction(), open);
    ADD_HOLIDAYS.runAll(context.transaction(), free);
  }

  /** Removes a schedule. */
  void remove(OperationContext context, String flowId) {
    REMOVE_HOURS.run(
        context.transaction(),
        context.organization(),
        Argument.of(AUTO_ATTENDANT_HOURS.FLOW_ID, flowId));
    REMOVE_HOLIDAYS.run(
        context.transaction(),
        context.organization(),
        Argument.of(AUTO_ATTENDANT_HOLIDAY.FLOW_ID, flowId));
  }
}

package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
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
import org.carillon.platform.db.schema.tables.records.AutoAttendantHolidayRecord;
import org.carillon.platform.db.schema.tables.records.AutoAttendantHoursRecord;
import org.carillon.platform.db.schema.tables.records.AutoAttendantRecord;
import org.carillon.platform.operations.OperationContext;

/** The open hours and holidays of auto attendants. */
final class ScheduleStore {

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
    var hours = AUTO_ATTENDANT_HOURS;
    Map<String, List<OpenHours>> open =
        context
            .transaction()
            .sql()
            .selectFrom(hours)
            .where(hours.ORGANIZATION_ID.eq(context.organizationId()))
            .and(hours.FLOW_ID.in(ids))
            .orderBy(hours.FLOW_ID, hours.POSITION)
            .fetchGroups(
                hours.FLOW_ID,
                row ->
                    new OpenHours(
                        requireNonNull(Weekday.fromValue(row.get(hours.WEEKDAY))),
                        row.get(hours.OPENS),
                        row.get(hours.CLOSES)));
    var holidays = AUTO_ATTENDANT_HOLIDAY;
    Map<String, List<FlowHoliday>> free =
        context
            .transaction()
            .sql()
            .selectFrom(holidays)
            .where(holidays.ORGANIZATION_ID.eq(context.organizationId()))
            .and(holidays.FLOW_ID.in(ids))
            .orderBy(holidays.FLOW_ID, holidays.POSITION)
            .fetchGroups(
                holidays.FLOW_ID,
                row -> new FlowHoliday(row.get(holidays.CALENDAR_DAY), row.get(holidays.NAME)));
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
    context.transaction().sql().batchInsert(open).execute();
    context.transaction().sql().batchInsert(free).execute();
  }

  /** Removes a schedule. */
  void remove(OperationContext context, String flowId) {
    context
        .transaction()
        .sql()
        .deleteFrom(AUTO_ATTENDANT_HOURS)
        .where(AUTO_ATTENDANT_HOURS.ORGANIZATION_ID.eq(context.organizationId()))
        .and(AUTO_ATTENDANT_HOURS.FLOW_ID.eq(flowId))
        .execute();
    context
        .transaction()
        .sql()
        .deleteFrom(AUTO_ATTENDANT_HOLIDAY)
        .where(AUTO_ATTENDANT_HOLIDAY.ORGANIZATION_ID.eq(context.organizationId()))
        .and(AUTO_ATTENDANT_HOLIDAY.FLOW_ID.eq(flowId))
        .execute();
  }
}

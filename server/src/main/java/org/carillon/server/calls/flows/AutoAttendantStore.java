package org.carillon.server.calls.flows;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.AUTO_ATTENDANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.FlowSchedule;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.schema.tables.records.AutoAttendantRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowEntryStore;

/** The auto attendants: the row of all flows, their own row, schedule and menu. */
final class AutoAttendantStore {

  private static final Query<AutoAttendantRecord> AMONG =
      Query.of(
          sql ->
              sql.selectFrom(AUTO_ATTENDANT)
                  .where(ContextSql.ofOrganization(AUTO_ATTENDANT.ORGANIZATION_ID))
                  .and(among(AUTO_ATTENDANT.FLOW_ID)),
          row -> row.into(AUTO_ATTENDANT));

  private static final RecordCommand<AutoAttendantRecord> ADD =
      RecordCommand.insert(AUTO_ATTENDANT);
  private static final RecordCommand<AutoAttendantRecord> SAVE =
      RecordCommand.update(
          AUTO_ATTENDANT,
          ContextSql.ofOrganization(AUTO_ATTENDANT.ORGANIZATION_ID)
              .and(given(AUTO_ATTENDANT.FLOW_ID)));

  private final FlowStore flows;
  private final FlowEntryStore entries;
  private final ScheduleStore schedules = new ScheduleStore();

  AutoAttendantStore(FlowStore flows, FlowEntryStore entries) {
    this.flows = flows;
    this.entries = entries;
  }

  /**
   * The auto attendant.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  AutoAttendant get(OperationContext context, String id) {
    return complete(context, List.of(flows.get(context, AutoAttendant.flowId(id)))).getFirst();
  }

  /**
   * The auto attendant, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  AutoAttendant lock(OperationContext context, String id) {
    return complete(context, List.of(flows.lock(context, AutoAttendant.flowId(id)))).getFirst();
  }

  /** Those flows, all auto attendants, with everything they are, in four queries. */
  List<AutoAttendant> complete(OperationContext context, List<Flow> attendants) {
    if (attendants.isEmpty()) {
      return List.of();
    }
    List<String> ids = attendants.stream().map(Flow::id).toList();
    Map<String, AutoAttendantRecord> rows =
        AMONG
            .list(
                context.transaction(),
                context.organization(),
                Argument.among(AUTO_ATTENDANT.FLOW_ID, ids))
            .stream()
            .collect(toMap(AutoAttendantRecord::getFlowId, identity()));
    Map<String, FlowSchedule> found = schedules.of(context, rows);
    Map<String, List<FlowEntry>> leading =
        entries.leadingOn(context, ids).stream().collect(groupingBy(each -> each.from().id()));
    List<AutoAttendant> complete = new ArrayList<>();
    for (Flow flow : attendants) {
      AutoAttendantRecord row = rows.get(flow.id());
      if (row == null) {
        throw new IllegalStateException(flow.describe() + " has no row of its own");
      }
      complete.add(
          AutoAttendantRows.read(
              flow, row, found.get(flow.id()), leading.getOrDefault(flow.id(), List.of())));
    }
    return complete;
  }

  /** Adds an auto attendant; its references are added apart. */
  void add(OperationContext context, AutoAttendant attendant) {
    flows.add(context, attendant.flow());
    AutoAttendantRecord row = AutoAttendantRows.changeable(attendant);
    row.setOrganizationId(context.organizationId());
    row.setFlowId(attendant.flow().id());
    ADD.run(context.transaction(), row);
    schedules.add(context, attendant);
  }

  /** Saves a locked auto attendant; its references are saved apart. */
  void save(OperationContext context, AutoAttendant attendant, String differences) {
    flows.save(context, attendant.flow(), differences);
    SAVE.run(
        context.transaction(),
        AutoAttendantRows.changeable(attendant),
        context.organization(),
        Argument.of(AUTO_ATTENDANT.FLOW_ID, attendant.flow().id()));
    schedules.remove(context, attendant.flow().id());
    schedules.add(context, attendant);
  }
}

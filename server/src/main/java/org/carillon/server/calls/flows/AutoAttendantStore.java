package org.carillon.server.calls.flows;

import static java.util.stream.Collectors.groupingBy;
import static org.carillon.platform.db.schema.Tables.AUTO_ATTENDANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.FlowSchedule;
import org.carillon.platform.db.schema.tables.records.AutoAttendantRecord;
import org.carillon.platform.operations.Call;

/** The auto attendants: what is common to all flows, their own row, schedule and menu. */
final class AutoAttendantStore {

  private final FlowStore flows;
  private final ReferenceStore references;
  private final ScheduleStore schedules = new ScheduleStore();

  AutoAttendantStore(FlowStore flows, ReferenceStore references) {
    this.flows = flows;
    this.references = references;
  }

  /**
   * The auto attendant.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  AutoAttendant get(Call call, String id) {
    return complete(call, List.of(flows.get(call, AutoAttendant.origin(id)))).getFirst();
  }

  /**
   * The auto attendant, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  AutoAttendant lock(Call call, String id) {
    return complete(call, List.of(flows.lock(call, AutoAttendant.origin(id)))).getFirst();
  }

  /** Those flows, all auto attendants, with everything they are, in four queries. */
  List<AutoAttendant> complete(Call call, List<Flow> attendants) {
    if (attendants.isEmpty()) {
      return List.of();
    }
    List<String> ids = attendants.stream().map(Flow::id).toList();
    Map<String, AutoAttendantRecord> rows =
        call.transaction()
            .sql()
            .selectFrom(AUTO_ATTENDANT)
            .where(AUTO_ATTENDANT.ORGANIZATION_ID.eq(call.organizationId()))
            .and(AUTO_ATTENDANT.FLOW_ID.in(ids))
            .fetchMap(AUTO_ATTENDANT.FLOW_ID);
    Map<String, FlowSchedule> found = schedules.of(call, rows);
    Map<String, List<Reference>> leading =
        references.leadingOn(call, ids).stream().collect(groupingBy(each -> each.from().id()));
    List<AutoAttendant> complete = new ArrayList<>();
    for (Flow flow : attendants) {
      AutoAttendantRecord row = rows.get(flow.id());
      if (row == null) {
        throw new IllegalStateException(flow.words() + " has no row of its own");
      }
      complete.add(
          AutoAttendantRows.read(
              flow, row, found.get(flow.id()), leading.getOrDefault(flow.id(), List.of())));
    }
    return complete;
  }

  /** Adds an auto attendant; its references are added apart. */
  void add(Call call, AutoAttendant attendant) {
    flows.add(call, attendant.flow());
    AutoAttendantRecord row = AutoAttendantRows.changeable(attendant);
    row.setOrganizationId(call.organizationId());
    row.setFlowId(attendant.flow().id());
    call.transaction().sql().insertInto(AUTO_ATTENDANT).set(row).execute();
    schedules.add(call, attendant);
  }

  /** Saves a locked auto attendant; its references are saved apart. */
  void save(Call call, AutoAttendant attendant, String differences) {
    flows.save(call, attendant.flow(), differences);
    call.transaction()
        .sql()
        .update(AUTO_ATTENDANT)
        .set(AutoAttendantRows.changeable(attendant))
        .where(AUTO_ATTENDANT.ORGANIZATION_ID.eq(call.organizationId()))
        .and(AUTO_ATTENDANT.FLOW_ID.eq(attendant.flow().id()))
        .execute();
    schedules.remove(call, attendant.flow().id());
    schedules.add(call, attendant);
  }
}

package org.carillon.server.calls.flows;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.HuntGroupSettings;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.platform.db.schema.tables.records.HuntGroupRecord;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.CreationCursor;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The hunt groups: what is common to all flows, their own row, and their members. */
final class HuntGroupStore {

  private final FlowStore flows;
  private final ReferenceStore references;

  HuntGroupStore(FlowStore flows, ReferenceStore references) {
    this.flows = flows;
    this.references = references;
  }

  /**
   * The hunt group with its members.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  HuntGroup get(Call call, String id) {
    return complete(call, flows.get(call, HuntGroup.origin(id)));
  }

  /**
   * The hunt group with its members, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  HuntGroup lock(Call call, String id) {
    return complete(call, flows.lock(call, HuntGroup.origin(id)));
  }

  private HuntGroup complete(Call call, Flow flow) {
    HuntGroupRecord row = rows(call, HUNT_GROUP.FLOW_ID.eq(flow.id())).getFirst();
    List<Reference> all = references.of(call, flow.id());
    @Nullable CallTarget noAnswer =
        all.stream()
            .filter(each -> each.what() == What.NO_ANSWER)
            .map(Reference::to)
            .findFirst()
            .orElse(null);
    return new HuntGroup(
        flow,
        new HuntGroupSettings(
            flow.name(),
            HuntGroupStrategy.valueOf(row.getStrategy()),
            all.stream()
                .filter(each -> each.what() == What.MEMBER)
                .map(each -> each.to().value())
                .toList(),
            row.getRingSeconds(),
            noAnswer));
  }

  /** One page in order of creation. */
  List<HuntGroup.Summary> page(Call call, CreationCursor after, int limit) {
    List<Flow> page = flows.page(call, Origin.Kind.HUNT_GROUP, after, limit);
    if (page.isEmpty()) {
      return List.of();
    }
    Map<String, HuntGroupRecord> rows =
        rows(call, HUNT_GROUP.FLOW_ID.in(page.stream().map(Flow::id).toList())).stream()
            .collect(toMap(HuntGroupRecord::getFlowId, identity()));
    return page.stream().map(flow -> summary(flow, rows)).toList();
  }

  private static HuntGroup.Summary summary(Flow flow, Map<String, HuntGroupRecord> rows) {
    HuntGroupRecord row = rows.get(flow.id());
    if (row == null) {
      throw new IllegalStateException(flow.words() + " has no row of its own");
    }
    return new HuntGroup.Summary(
        flow, HuntGroupStrategy.valueOf(row.getStrategy()), row.getMembers());
  }

  private static List<HuntGroupRecord> rows(Call call, Condition which) {
    return call.transaction()
        .sql()
        .selectFrom(HUNT_GROUP)
        .where(HUNT_GROUP.ORGANIZATION_ID.eq(call.organizationId()))
        .and(which)
        .fetch();
  }

  /** Adds a hunt group; its references are added apart. */
  void add(Call call, HuntGroup group) {
    flows.add(call, group.flow());
    HuntGroupRecord row = changeable(group);
    row.setOrganizationId(call.organizationId());
    row.setFlowId(group.flow().id());
    call.transaction().sql().insertInto(HUNT_GROUP).set(row).execute();
  }

  /** Saves a locked hunt group; its references are saved apart. */
  void save(Call call, HuntGroup group, String differences) {
    flows.save(call, group.flow(), differences);
    call.transaction()
        .sql()
        .update(HUNT_GROUP)
        .set(changeable(group))
        .where(HUNT_GROUP.ORGANIZATION_ID.eq(call.organizationId()))
        .and(HUNT_GROUP.FLOW_ID.eq(group.flow().id()))
        .execute();
  }

  /** How many members those of the flows have that are hunt groups, by id. */
  Map<String, Integer> memberCounts(Call call, Collection<Origin> flows) {
    List<String> ids =
        flows.stream()
            .filter(each -> each.kind() == Origin.Kind.HUNT_GROUP)
            .map(Origin::id)
            .toList();
    return ids.isEmpty()
        ? Map.of()
        : rows(call, HUNT_GROUP.FLOW_ID.in(ids)).stream()
            .collect(toMap(HuntGroupRecord::getFlowId, HuntGroupRecord::getMembers));
  }

  /** Counts the members anew after some were removed; does nothing to what is no hunt group. */
  void recount(Call call, String id) {
    call.transaction()
        .sql()
        .update(HUNT_GROUP)
        .set(HUNT_GROUP.MEMBERS, references.members(call, id))
        .where(HUNT_GROUP.ORGANIZATION_ID.eq(call.organizationId()))
        .and(HUNT_GROUP.FLOW_ID.eq(id))
        .execute();
  }

  private static HuntGroupRecord changeable(HuntGroup group) {
    HuntGroupRecord row = new HuntGroupRecord();
    row.setStrategy(group.settings().strategy().name());
    row.setRingSeconds(group.settings().ringSeconds());
    row.setMembers(group.settings().memberUserIds().size());
    return row;
  }
}

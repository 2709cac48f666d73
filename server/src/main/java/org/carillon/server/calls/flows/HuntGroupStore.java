package org.carillon.server.calls.flows;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.HuntGroupSettings;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.schema.tables.records.HuntGroupRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.FlowId;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The hunt groups: the row of all flows, their own row, and their members. */
final class HuntGroupStore {

  private static final Condition OF_ORGANIZATION =
      ContextSql.ofOrganization(HUNT_GROUP.ORGANIZATION_ID);
  private static final Condition ONE = OF_ORGANIZATION.and(given(HUNT_GROUP.FLOW_ID));

  private static final Query<HuntGroupRecord> AMONG =
      Query.of(
          sql -> sql.selectFrom(HUNT_GROUP).where(OF_ORGANIZATION).and(among(HUNT_GROUP.FLOW_ID)),
          row -> row.into(HUNT_GROUP));

  private static final RecordCommand<HuntGroupRecord> ADD = RecordCommand.insert(HUNT_GROUP);
  private static final RecordCommand<HuntGroupRecord> SAVE = RecordCommand.update(HUNT_GROUP, ONE);

  private static final Command RECOUNT =
      Command.of(sql ->
          sql.update(HUNT_GROUP).set(HUNT_GROUP.MEMBERS, slot(HUNT_GROUP.MEMBERS)).where(ONE));

  private final FlowStore flows;
  private final FlowEntryStore entries;

  HuntGroupStore(FlowStore flows, FlowEntryStore entries) {
    this.flows = flows;
    this.entries = entries;
  }

  /**
   * The hunt group with its members.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  HuntGroup get(OperationContext context, String id) {
    return complete(context, flows.get(context, HuntGroup.flowId(id)));
  }

  /**
   * The hunt group with its members, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  HuntGroup lock(OperationContext context, String id) {
    return complete(context, flows.lock(context, HuntGroup.flowId(id)));
  }

  private HuntGroup complete(OperationContext context, Flow flow) {
    HuntGroupRecord row = rows(context, List.of(flow.id())).getFirst();
    List<FlowEntry> all = entries.of(context, flow.id());
    @Nullable CallTarget noAnswer =
        all.stream()
            .filter(each -> each.slot() == EntrySlot.NO_ANSWER)
            .map(FlowEntry::to)
            .findFirst()
            .orElse(null);
    return new HuntGroup(
        flow,
        new HuntGroupSettings(
            flow.name(),
            HuntGroupStrategy.valueOf(row.getStrategy()),
            all.stream()
                .filter(each -> each.slot() == EntrySlot.MEMBER)
                .map(each -> each.to().value())
                .toList(),
            row.getRingSeconds(),
            noAnswer));
  }

  /** One page in order of creation. */
  List<HuntGroup.Summary> page(OperationContext context, CreationCursor after, int limit) {
    List<Flow> page = flows.page(context, FlowId.Kind.HUNT_GROUP, after, limit);
    if (page.isEmpty()) {
      return List.of();
    }
    Map<String, HuntGroupRecord> rows =
        rows(context, page.stream().map(Flow::id).toList()).stream()
            .collect(toMap(HuntGroupRecord::getFlowId, identity()));
    return page.stream().map(flow -> summary(flow, rows)).toList();
  }

  private static HuntGroup.Summary summary(Flow flow, Map<String, HuntGroupRecord> rows) {
    HuntGroupRecord row = rows.get(flow.id());
    if (row == null) {
      throw new IllegalStateException(flow.describe() + " has no row of its own");
    }
    return new HuntGroup.Summary(
        flow, HuntGroupStrategy.valueOf(row.getStrategy()), row.getMembers());
  }

  private static List<HuntGroupRecord> rows(OperationContext context, List<String> ids) {
    return AMONG.list(
        context.transaction(), context.organization(), Argument.among(HUNT_GROUP.FLOW_ID, ids));
  }

  /** Adds a hunt group; its references are added apart. */
  void add(OperationContext context, HuntGroup group) {
    flows.add(context, group.flow());
    HuntGroupRecord row = changeable(group);
    row.setOrganizationId(context.organizationId());
    row.setFlowId(group.flow().id());
    ADD.run(context.transaction(), row);
  }

  /** Saves a locked hunt group; its references are saved apart. */
  void save(OperationContext context, HuntGroup group, String differences) {
    flows.save(context, group.flow(), differences);
    SAVE.run(context.transaction(), changeable(group), one(context, group.flow().id()));
  }

  /** Returns the count of members of each hunt group among the flows, by id. */
  Map<String, Integer> memberCounts(OperationContext context, Collection<FlowId> flows) {
    List<String> ids =
        flows.stream()
            .filter(each -> each.kind() == FlowId.Kind.HUNT_GROUP)
            .map(FlowId::id)
            .toList();
    return ids.isEmpty()
        ? Map.of()
        : rows(context, ids).stream()
            .collect(toMap(HuntGroupRecord::getFlowId, HuntGroupRecord::getMembers));
  }

  /** Updates the count of members after a removal; ignores flows that are not hunt groups. */
  void recount(OperationContext context, String id) {
    RECOUNT.run(
        context.transaction(),
        one(context, id),
        Argument.of(HUNT_GROUP.MEMBERS, entries.members(context, id)));
  }

  private static Argument one(OperationContext context, String id) {
    return Argument.all(context.organization(), Argument.of(HUNT_GROUP.FLOW_ID, id));
  }

  private static HuntGroupRecord changeable(HuntGroup group) {
    HuntGroupRecord row = new HuntGroupRecord();
    row.setStrategy(group.settings().strategy().name());
    row.setRingSeconds(group.settings().ringSeconds());
    row.setMembers(group.settings().memberUserIds().size());
    return row;
  }
}

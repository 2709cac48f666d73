package org.carillon.server.trunks.connectors;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_GROUP;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_ITEM;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorGroupRecord;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorItemRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.Table;

/** The groups of Voice Connectors of an organization, with their items. */
final class GroupStore {

  private static final Condition LIVE =
      ContextSql.ofOrganization(VOICE_CONNECTOR_GROUP.ORGANIZATION_ID)
          .and(VOICE_CONNECTOR_GROUP.DELETED_AT.isNull());
  private static final Condition ONE =
      LIVE.and(given(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID));
  private static final Condition OF_ORGANIZATION =
      ContextSql.ofOrganization(VOICE_CONNECTOR_ITEM.ORGANIZATION_ID);
  private static final Condition ITEMS_OF =
      OF_ORGANIZATION.and(given(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID));

  private static final Query<GroupRows.GroupItem> BY_ID =
      withItems(sql -> sql.selectFrom(VOICE_CONNECTOR_GROUP).where(ONE));

  private static final Query<Instant> LOCKED =
      Query.locking(
          ResourceLock.VOICE_CONNECTOR_GROUP,
          VOICE_CONNECTOR_GROUP,
          sql -> sql.selectFrom(VOICE_CONNECTOR_GROUP).where(ONE),
          row -> row.get(VOICE_CONNECTOR_GROUP.CHANGED_AT));

  private static final Query<Integer> COUNT = Query.count(VOICE_CONNECTOR_GROUP, LIVE);

  private static final Query<GroupRows.GroupItem> PAGE =
      withItems(sql ->
          sql.selectFrom(VOICE_CONNECTOR_GROUP)
              .where(LIVE)
              .and(
                  CreationCursorSql.isBehind(
                      VOICE_CONNECTOR_GROUP.CREATED_AT,
                      VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID))
              .orderBy(
                  VOICE_CONNECTOR_GROUP.CREATED_AT, VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)
              .limit(limit()));

  private static final Query<Integer> COUNT_WITH = Query.count(VOICE_CONNECTOR_ITEM, ITEMS_OF);

  private static final Query<String> NAMES_WITH =
      Query.of(
          sql ->
              sql.select(VOICE_CONNECTOR_GROUP.NAME, VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)
                  .from(VOICE_CONNECTOR_ITEM)
                  .join(VOICE_CONNECTOR_GROUP)
                  .on(
                      VOICE_CONNECTOR_GROUP.ORGANIZATION_ID.eq(
                          VOICE_CONNECTOR_ITEM.ORGANIZATION_ID))
                  .and(
                      VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID.eq(
                          VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID))
                  .where(ITEMS_OF)
                  .orderBy(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID)
                  .limit(limit()),
          row ->
              row.get(VOICE_CONNECTOR_GROUP.NAME)
                  + " ("
                  + row.get(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)
                  + ")");

  private static final Query<VoiceConnectorItemRecord> CONNECTORS_OF =
      Query.of(
          sql ->
              sql.selectFrom(VOICE_CONNECTOR_ITEM)
                  .where(OF_ORGANIZATION)
                  .and(among(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID))
                  .orderBy(
                      VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, VOICE_CONNECTOR_ITEM.PRIORITY),
          row -> row.into(VOICE_CONNECTOR_ITEM));

  private static final RecordCommand<VoiceConnectorGroupRecord> ADD =
      RecordCommand.insert(VOICE_CONNECTOR_GROUP);
  private static final RecordCommand<VoiceConnectorGroupRecord> CHANGE =
      RecordCommand.update(VOICE_CONNECTOR_GROUP, ONE);
  private static final RecordCommand<VoiceConnectorItemRecord> ADD_ITEMS =
      RecordCommand.insert(VOICE_CONNECTOR_ITEM);
  private static final Command REMOVE_ITEMS =
      Command.of(sql ->
          sql.deleteFrom(VOICE_CONNECTOR_ITEM)
              .where(OF_ORGANIZATION)
              .and(given(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID)));

  /** In one statement, so that a group is never shown with items that it had at another time. */
  private static Query<GroupRows.GroupItem> withItems(
      Function<DSLContext, Select<VoiceConnectorGroupRecord>> groups) {
    return Query.of(
        sql -> {
          Table<VoiceConnectorGroupRecord> wanted = groups.apply(sql).asTable("wanted");
          return sql.select(wanted.fields())
              .select(VOICE_CONNECTOR_ITEM.PRIORITY, VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID)
              .from(wanted)
              .leftJoin(VOICE_CONNECTOR_ITEM)
              .on(OF_ORGANIZATION)
              .and(
                  VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID.eq(
                      wanted.field(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)))
              .orderBy(
                  wanted.field(VOICE_CONNECTOR_GROUP.CREATED_AT),
                  wanted.field(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID));
        },
        GroupRows.GroupItem::read);
  }

  /**
   * The group, in one round trip.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  VoiceConnectorGroup get(OperationContext context, String groupId) {
    return GroupRows.groups(BY_ID.list(context.transaction(), one(context, groupId))).stream()
        .findFirst()
        .orElseThrow(() -> notFound(groupId));
  }

  /**
   * Locks the group until the transaction ends. While it is locked, it is not deleted, gets no
   * number, and keeps its items.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  VoiceConnectorGroup lock(OperationContext context, String groupId) {
    Instant changedAt =
        LOCKED
            .find(context.transaction(), one(context, groupId))
            .orElseThrow(() -> notFound(groupId));
    context.transaction().nowAfter(changedAt);
    // Read after the lock: the locking statement may see an older row.
    return get(context, groupId);
  }

  /** Returns how many the organization has, counted up to that many. */
  int count(OperationContext context, int most) {
    return COUNT.get(context.transaction(), context.organization(), Argument.limit(most));
  }

  /** One page in order of creation. */
  List<VoiceConnectorGroup> page(OperationContext context, CreationCursor after, int limit) {
    return GroupRows.groups(
        PAGE.list(
            context.transaction(),
            context.organization(),
            after.argument(),
            Argument.limit(limit)));
  }

  /** Returns the count of groups with a Voice Connector as an item, up to a limit. */
  int countWith(OperationContext context, String voiceConnectorId, int most) {
    return COUNT_WITH.get(
        context.transaction(),
        context.organization(),
        Argument.of(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID, voiceConnectorId),
        Argument.limit(most));
  }

  /** Some groups in which a Voice Connector is an item, as a message names them. */
  List<String> namesWith(OperationContext context, String voiceConnectorId, int limit) {
    return NAMES_WITH.list(
        context.transaction(),
        context.organization(),
        Argument.of(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID, voiceConnectorId),
        Argument.limit(limit));
  }

  /** The Voice Connectors of those groups that there are, by priority. */
  Map<String, List<String>> connectorsOf(OperationContext context, Collection<String> groupIds) {
    return CONNECTORS_OF
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, groupIds))
        .stream()
        .collect(
            groupingBy(
                VoiceConnectorItemRecord::getVoiceConnectorGroupId,
                mapping(VoiceConnectorItemRecord::getVoiceConnectorId, toList())));
  }

  /** Adds a group whose Voice Connectors are locked. */
  void add(OperationContext context, VoiceConnectorGroup group) {
    VoiceConnectorGroupRecord row = GroupRows.changeable(group);
    row.setOrganizationId(context.organizationId());
    row.setVoiceConnectorGroupId(group.voiceConnectorGroupId());
    row.setCreatedAt(group.createdAt());
    ADD.run(context.transaction(), row);
    addItems(context, group);
  }

  /** Saves a locked group whose Voice Connectors are locked, with its items in place of others. */
  void save(OperationContext context, VoiceConnectorGroup group) {
    change(context, group.voiceConnectorGroupId(), GroupRows.changeable(group));
    REMOVE_ITEMS.run(
        context.transaction(),
        context.organization(),
        Argument.of(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, group.voiceConnectorGroupId()));
    addItems(context, group);
  }

  /** Deletes a locked group without items; its row stays. */
  void delete(OperationContext context, VoiceConnectorGroup group, Instant now) {
    VoiceConnectorGroupRecord row = new VoiceConnectorGroupRecord();
    row.setChangedAt(now);
    row.setDeletedAt(now);
    change(context, group.voiceConnectorGroupId(), row);
  }

  private static void addItems(OperationContext context, VoiceConnectorGroup group) {
    List<VoiceConnectorItemRecord> rows =
        group.items().stream()
            .map(item ->
                new VoiceConnectorItemRecord(
                    context.organizationId(),
                    group.voiceConnectorGroupId(),
                    item.priority(),
                    item.voiceConnectorId()))
            .toList();
    rows.forEach(row -> row.touched(true));
    ADD_ITEMS.runAll(context.transaction(), rows);
  }

  private static void change(
      OperationContext context, String groupId, VoiceConnectorGroupRecord row) {
    CHANGE.run(context.transaction(), row, one(context, groupId));
  }

  private static Argument one(OperationContext context, String groupId) {
    return Argument.all(
        context.organization(),
        Argument.of(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID, groupId));
  }

  private static RuntimeException notFound(String groupId) {
    return Refusal.notFound(
        "there is no Voice Connector group with the id " + groupId + " in this organization");
  }
}

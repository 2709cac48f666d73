package org.carillon.server.trunks.connectors;

import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_GROUP;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_ITEM;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorGroupRecord;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorItemRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;

/** The groups of Voice Connectors of an organization, with their items. */
final class GroupStore {

  /**
   * The group, in one round trip.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  VoiceConnectorGroup get(OperationContext context, String groupId) {
    return read(context, one(context, groupId)).stream()
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
    VoiceConnectorGroupRecord locked =
        context
            .transaction()
            .lock(ResourceLock.VOICE_CONNECTOR_GROUP, one(context, groupId), VOICE_CONNECTOR_GROUP)
            .fetchOptional()
            .orElseThrow(() -> notFound(groupId));
    context.transaction().nowAfter(locked.getChangedAt());
    // Read after the lock: the locking statement may see an older row.
    return get(context, groupId);
  }

  /** Returns how many the organization has, counted up to that many. */
  int count(OperationContext context, int most) {
    return Sql.count(context.transaction(), VOICE_CONNECTOR_GROUP, live(context), most);
  }

  /** One page in order of creation. */
  List<VoiceConnectorGroup> page(OperationContext context, CreationCursor after, int limit) {
    return read(
        context,
        context
            .transaction()
            .sql()
            .selectFrom(VOICE_CONNECTOR_GROUP)
            .where(live(context))
            .and(
                row(
                        VOICE_CONNECTOR_GROUP.CREATED_AT,
                        VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)
                    .gt(after.createdAt(), after.id()))
            .orderBy(
                VOICE_CONNECTOR_GROUP.CREATED_AT, VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)
            .limit(limit));
  }

  /** Returns the count of groups with a Voice Connector as an item, up to a limit. */
  int countWith(OperationContext context, String voiceConnectorId, int most) {
    return Sql.count(
        context.transaction(), VOICE_CONNECTOR_ITEM, itemsOf(context, voiceConnectorId), most);
  }

  /** Some groups in which a Voice Connector is an item, as a message names them. */
  List<String> namesWith(OperationContext context, String voiceConnectorId, int limit) {
    return context
        .transaction()
        .sql()
        .select(VOICE_CONNECTOR_GROUP.NAME, VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)
        .from(VOICE_CONNECTOR_ITEM)
        .join(VOICE_CONNECTOR_GROUP)
        .on(VOICE_CONNECTOR_GROUP.ORGANIZATION_ID.eq(VOICE_CONNECTOR_ITEM.ORGANIZATION_ID))
        .and(
            VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID.eq(
                VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID))
        .where(itemsOf(context, voiceConnectorId))
        .orderBy(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID)
        .limit(limit)
        .fetch(group -> group.value1() + " (" + group.value2() + ")");
  }

  /** The Voice Connectors of those groups that there are, by priority. */
  Map<String, List<String>> connectorsOf(OperationContext context, Collection<String> groupIds) {
    return context
        .transaction()
        .sql()
        .select(
            VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID)
        .from(VOICE_CONNECTOR_ITEM)
        .where(VOICE_CONNECTOR_ITEM.ORGANIZATION_ID.eq(context.organizationId()))
        .and(Sql.in(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, groupIds))
        .orderBy(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, VOICE_CONNECTOR_ITEM.PRIORITY)
        .fetchGroups(
            VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID);
  }

  /** Adds a group whose Voice Connectors are locked. */
  void add(OperationContext context, VoiceConnectorGroup group) {
    VoiceConnectorGroupRecord row = changeable(group);
    row.setOrganizationId(context.organizationId());
    row.setVoiceConnectorGroupId(group.voiceConnectorGroupId());
    row.setCreatedAt(group.createdAt());
    context.transaction().sql().insertInto(VOICE_CONNECTOR_GROUP).set(row).execute();
    addItems(context, group);
  }

  /** Saves a locked group whose Voice Connectors are locked, with its items in place of others. */
  void save(OperationContext context, VoiceConnectorGroup group) {
    change(context, group.voiceConnectorGroupId(), changeable(group));
    context
        .transaction()
        .sql()
        .deleteFrom(VOICE_CONNECTOR_ITEM)
        .where(VOICE_CONNECTOR_ITEM.ORGANIZATION_ID.eq(context.organizationId()))
        .and(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID.eq(group.voiceConnectorGroupId()))
        .execute();
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
    context.transaction().sql().batchInsert(rows).execute();
  }

  private static void change(
      OperationContext context, String groupId, VoiceConnectorGroupRecord row) {
    context
        .transaction()
        .sql()
        .update(VOICE_CONNECTOR_GROUP)
        .set(row)
        .where(live(context))
        .and(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID.eq(groupId))
        .execute();
  }

  private static VoiceConnectorGroupRecord changeable(VoiceConnectorGroup group) {
    VoiceConnectorGroupRecord row = new VoiceConnectorGroupRecord();
    row.setName(group.name());
    row.setChangedAt(group.changedAt());
    return row;
  }

  /** In one statement, so that a group is never shown with items that it had at another time. */
  private static List<VoiceConnectorGroup> read(
      OperationContext context, Select<VoiceConnectorGroupRecord> groups) {
    Table<VoiceConnectorGroupRecord> wanted = groups.asTable("wanted");
    Map<VoiceConnectorGroupRecord, Result<Record>> found =
        context
            .transaction()
            .sql()
            .select(wanted.fields())
            .select(VOICE_CONNECTOR_ITEM.PRIORITY, VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID)
            .from(wanted)
            .leftJoin(VOICE_CONNECTOR_ITEM)
            .on(VOICE_CONNECTOR_ITEM.ORGANIZATION_ID.eq(context.organizationId()))
            .and(
                VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID.eq(
                    wanted.field(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID)))
            .orderBy(
                wanted.field(VOICE_CONNECTOR_GROUP.CREATED_AT),
                wanted.field(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID))
            .fetchGroups(wanted);
    return found.entrySet().stream().map(each -> group(each.getKey(), each.getValue())).toList();
  }

  private static VoiceConnectorGroup group(VoiceConnectorGroupRecord row, Result<Record> itsItems) {
    return new VoiceConnectorGroup(
        row.getVoiceConnectorGroupId(),
        row.getName(),
        itsItems.stream()
            .filter(each -> each.get(VOICE_CONNECTOR_ITEM.PRIORITY) != null)
            .map(each ->
                new VoiceConnectorItem(
                    each.get(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID),
                    each.get(VOICE_CONNECTOR_ITEM.PRIORITY)))
            .toList(),
        row.getCreatedAt(),
        row.getChangedAt());
  }

  private static SelectConditionStep<VoiceConnectorGroupRecord> one(
      OperationContext context, String groupId) {
    return context
        .transaction()
        .sql()
        .selectFrom(VOICE_CONNECTOR_GROUP)
        .where(live(context))
        .and(VOICE_CONNECTOR_GROUP.VOICE_CONNECTOR_GROUP_ID.eq(groupId));
  }

  private static Condition live(OperationContext context) {
    return VOICE_CONNECTOR_GROUP
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(VOICE_CONNECTOR_GROUP.DELETED_AT.isNull());
  }

  private static Condition itemsOf(OperationContext context, String voiceConnectorId) {
    return VOICE_CONNECTOR_ITEM
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID.eq(voiceConnectorId));
  }

  private static RuntimeException notFound(String groupId) {
    return Refusal.notFound(
        "there is no Voice Connector group with the id " + groupId + " in this organization");
  }
}

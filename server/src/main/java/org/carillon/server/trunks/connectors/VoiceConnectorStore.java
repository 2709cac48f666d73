package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_ITEM;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.NetworkType;
import org.carillon.api.model.VoiceConnectorAwsRegion;
import org.carillon.api.model.VoiceConnectorIntegrationType;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.tags.TagStorage;
import org.carillon.server.inventory.tags.Taggable;
import org.jooq.Condition;

/** The Voice Connectors of an organization: found and locked by id, saved as a whole. */
public final class VoiceConnectorStore implements Taggable {

  private static final Condition LIVE =
      ContextSql.ofOrganization(VOICE_CONNECTOR.ORGANIZATION_ID)
          .and(VOICE_CONNECTOR.DELETED_AT.isNull());
  private static final Condition ONE = LIVE.and(given(VOICE_CONNECTOR.VOICE_CONNECTOR_ID));

  private static final Query<VoiceConnector> BY_ID =
      Query.of(sql -> sql.selectFrom(VOICE_CONNECTOR).where(ONE), VoiceConnectorStore::read);

  private static final Query<VoiceConnector> ALL_LOCKED =
      Query.locking(
          ResourceLock.VOICE_CONNECTOR,
          VOICE_CONNECTOR,
          sql ->
              sql.selectFrom(VOICE_CONNECTOR)
                  .where(LIVE)
                  .and(among(VOICE_CONNECTOR.VOICE_CONNECTOR_ID))
                  .orderBy(VOICE_CONNECTOR.VOICE_CONNECTOR_ID),
          VoiceConnectorStore::read);

  private static final Query<String> ITEM =
      Query.of(
          sql ->
              sql.select(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID)
                  .from(VOICE_CONNECTOR_ITEM)
                  .where(ContextSql.ofOrganization(VOICE_CONNECTOR_ITEM.ORGANIZATION_ID))
                  .and(given(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID))
                  .and(given(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID))
                  .limit(inline(1)),
          row -> row.get(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID));

  private static final Query<Integer> COUNT = Query.count(VOICE_CONNECTOR, LIVE);

  private static final Query<VoiceConnector> PAGE =
      Query.of(
          sql ->
              sql.selectFrom(VOICE_CONNECTOR)
                  .where(LIVE)
                  .and(
                      CreationCursorSql.isBehind(
                          VOICE_CONNECTOR.CREATED_AT, VOICE_CONNECTOR.VOICE_CONNECTOR_ID))
                  .orderBy(VOICE_CONNECTOR.CREATED_AT, VOICE_CONNECTOR.VOICE_CONNECTOR_ID)
                  .limit(limit()),
          VoiceConnectorStore::read);

  private static final RecordCommand<VoiceConnectorRecord> ADD =
      RecordCommand.insert(VOICE_CONNECTOR);
  private static final RecordCommand<VoiceConnectorRecord> CHANGE =
      RecordCommand.update(VOICE_CONNECTOR, ONE);

  private final SipDomain domain;

  VoiceConnectorStore(SipDomain domain) {
    this.domain = domain;
  }

  @Override
  public String type() {
    return VoiceConnector.ARN_TYPE;
  }

  @Override
  public Optional<TagStorage> tags(OperationContext context, String id) {
    return find(context, id).map(found -> TagStorage.of(found.arn(context.organizationId())));
  }

  /** The Voice Connector, if the organization has one of that id. */
  public Optional<VoiceConnector> find(OperationContext context, String voiceConnectorId) {
    return BY_ID.find(context.transaction(), one(context, voiceConnectorId));
  }

  /**
   * The Voice Connector.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public VoiceConnector get(OperationContext context, String voiceConnectorId) {
    return find(context, voiceConnectorId).orElseThrow(() -> notFound(voiceConnectorId));
  }

  /**
   * Locks the Voice Connector with that host name, so that what refers to it outlives no deletion.
   *
   * @return whether there is one in the domain and the organization
   */
  public boolean lockByHostName(OperationContext context, String hostName) {
    return domain
        .voiceConnectorId(hostName)
        .filter(id -> !lockAll(context, List.of(id)).isEmpty())
        .isPresent();
  }

  /**
   * Locks the Voice Connector until the transaction ends. While it is locked, it is not deleted,
   * gets no number and becomes no item of a group.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public VoiceConnector lock(OperationContext context, String voiceConnectorId) {
    return Optional.ofNullable(lockAll(context, List.of(voiceConnectorId)).get(voiceConnectorId))
        .orElseThrow(() -> notFound(voiceConnectorId));
  }

  /** Those of them that the organization has, locked in the order of their ids, as any two are. */
  Map<String, VoiceConnector> lockAll(
      OperationContext context, Collection<String> voiceConnectorIds) {
    List<VoiceConnector> connectors =
        ALL_LOCKED.list(
            context.transaction(),
            context.organization(),
            Argument.among(VOICE_CONNECTOR.VOICE_CONNECTOR_ID, voiceConnectorIds));
    return context
        .transaction()
        .lockedByKey(connectors, VoiceConnector::voiceConnectorId, VoiceConnector::changedAt);
  }

  /**
   * Returns whether that holder is the Voice Connector itself, or a group that has it as an item.
   */
  public boolean isOrIsIn(OperationContext context, VoiceConnector connector, Holder holder) {
    return holder.holderId().equals(connector.voiceConnectorId())
        || ITEM.exists(
            context.transaction(),
            context.organization(),
            Argument.of(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID, connector.voiceConnectorId()),
            Argument.of(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID, holder.holderId()));
  }

  /** Returns how many the organization has, counted up to that many. */
  int count(OperationContext context, int most) {
    return COUNT.get(context.transaction(), context.organization(), Argument.limit(most));
  }

  /** One page in order of creation. */
  List<VoiceConnector> page(OperationContext context, CreationCursor after, int limit) {
    return PAGE.list(
        context.transaction(), context.organization(), after.argument(), Argument.limit(limit));
  }

  void add(OperationContext context, VoiceConnector connector) {
    VoiceConnectorIntegrationType integration = connector.integration();
    VoiceConnectorRecord row = changeable(connector);
    row.setOrganizationId(context.organizationId());
    row.setVoiceConnectorId(connector.voiceConnectorId());
    row.setAwsRegion(connector.region().value());
    row.setIntegrationType(integration == null ? null : integration.value());
    row.setNetworkType(connector.network().value());
    row.setCreatedAt(connector.createdAt());
    ADD.run(context.transaction(), row);
  }

  /** Saves a locked one. */
  void save(OperationContext context, VoiceConnector connector) {
    change(context, connector.voiceConnectorId(), changeable(connector));
  }

  /** Deletes a locked one; its row stays. */
  void delete(OperationContext context, VoiceConnector connector, Instant now) {
    VoiceConnectorRecord row = new VoiceConnectorRecord();
    row.setChangedAt(now);
    row.setDeletedAt(now);
    change(context, connector.voiceConnectorId(), row);
  }

  private static void change(
      OperationContext context, String voiceConnectorId, VoiceConnectorRecord row) {
    CHANGE.run(context.transaction(), row, one(context, voiceConnectorId));
  }

  private static VoiceConnectorRecord changeable(VoiceConnector connector) {
    VoiceConnectorRecord row = new VoiceConnectorRecord();
    row.setName(connector.name());
    row.setIsEncryptionRequired(connector.encryptionRequired());
    row.setChangedAt(connector.changedAt());
    return row;
  }

  private static Argument one(OperationContext context, String voiceConnectorId) {
    return Argument.all(
        context.organization(), Argument.of(VOICE_CONNECTOR.VOICE_CONNECTOR_ID, voiceConnectorId));
  }

  private static VoiceConnector read(Row row) {
    String integration = row.get(VOICE_CONNECTOR.INTEGRATION_TYPE);
    return new VoiceConnector(
        row.get(VOICE_CONNECTOR.VOICE_CONNECTOR_ID),
        row.get(VOICE_CONNECTOR.NAME),
        requireNonNull(VoiceConnectorAwsRegion.fromValue(row.get(VOICE_CONNECTOR.AWS_REGION))),
        row.get(VOICE_CONNECTOR.IS_ENCRYPTION_REQUIRED),
        integration == null ? null : VoiceConnectorIntegrationType.fromValue(integration),
        requireNonNull(NetworkType.fromValue(row.get(VOICE_CONNECTOR.NETWORK_TYPE))),
        row.get(VOICE_CONNECTOR.CREATED_AT),
        row.get(VOICE_CONNECTOR.CHANGED_AT));
  }

  private static RuntimeException notFound(String voiceConnectorId) {
    return Refusal.notFound(absence(voiceConnectorId));
  }

  /** That there is none of that id, as a message says it. */
  static String absence(String voiceConnectorId) {
    return "there is no Voice Connector with the id " + voiceConnectorId + " in this organization";
  }
}

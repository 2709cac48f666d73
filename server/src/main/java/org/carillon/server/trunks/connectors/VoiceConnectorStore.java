package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_ITEM;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carillon.api.model.NetworkType;
import org.carillon.api.model.VoiceConnectorAwsRegion;
import org.carillon.api.model.VoiceConnectorIntegrationType;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorRecord;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.tags.TagRows;
import org.carillon.server.inventory.tags.Taggable;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The Voice Connectors of an organization: found and locked by id, saved as a whole. */
public final class VoiceConnectorStore implements Taggable {

  private final SipDomain domain;

  VoiceConnectorStore(SipDomain domain) {
    this.domain = domain;
  }

  @Override
  public String type() {
    return VoiceConnector.ARN_TYPE;
  }

  @Override
  public Optional<TagRows> tags(Call call, String id) {
    return find(call, id).map(found -> TagRows.of(found.arn(call.organizationId())));
  }

  /** The Voice Connector, if the organization has one of that id. */
  public Optional<VoiceConnector> find(Call call, String voiceConnectorId) {
    return one(call, voiceConnectorId).fetchOptional(VoiceConnectorStore::read);
  }

  /**
   * The Voice Connector.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public VoiceConnector get(Call call, String voiceConnectorId) {
    return find(call, voiceConnectorId).orElseThrow(() -> absent(voiceConnectorId));
  }

  /**
   * Locks the Voice Connector with that host name, so that what refers to it outlives no deletion.
   *
   * @return whether there is one in the domain and the organization
   */
  public boolean lockByHostName(Call call, String hostName) {
    return domain
        .voiceConnectorId(hostName)
        .filter(id -> !lock(call, List.of(id)).isEmpty())
        .isPresent();
  }

  /**
   * The Voice Connector, locked until the transaction ends. While it is, it is not deleted, gets no
   * number and becomes no item of a group. Order of locks: a group, then Voice Connectors by id,
   * then numbers.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public VoiceConnector lock(Call call, String voiceConnectorId) {
    return lock(call, List.of(voiceConnectorId)).stream()
        .findFirst()
        .orElseThrow(() -> absent(voiceConnectorId));
  }

  /** Those of them that the organization has, locked in the order of their ids, as any two are. */
  List<VoiceConnector> lock(Call call, Collection<String> voiceConnectorIds) {
    if (voiceConnectorIds.isEmpty()) {
      // jOOQ pads lists for the sake of statement caches, and fails to pad an empty one on SQLite.
      return List.of();
    }
    List<VoiceConnector> connectors =
        call.transaction()
            .lock(
                call.transaction()
                    .sql()
                    .selectFrom(VOICE_CONNECTOR)
                    .where(live(call))
                    .and(VOICE_CONNECTOR.VOICE_CONNECTOR_ID.in(voiceConnectorIds))
                    .orderBy(VOICE_CONNECTOR.VOICE_CONNECTOR_ID),
                VOICE_CONNECTOR)
            .fetch(VoiceConnectorStore::read);
    connectors.forEach(connector -> call.transaction().locked(connector.changedAt()));
    return connectors;
  }

  /** Whether that holder is the Voice Connector itself, or a group of which it is an item. */
  public boolean isOrIsIn(Call call, VoiceConnector connector, Holder holder) {
    return holder.holderId().equals(connector.voiceConnectorId())
        || call.transaction()
            .sql()
            .fetchExists(
                VOICE_CONNECTOR_ITEM,
                VOICE_CONNECTOR_ITEM
                    .ORGANIZATION_ID
                    .eq(call.organizationId())
                    .and(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID.eq(connector.voiceConnectorId()))
                    .and(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_GROUP_ID.eq(holder.holderId())));
  }

  /** How many the organization has. */
  int count(Call call) {
    return call.transaction().sql().fetchCount(VOICE_CONNECTOR, live(call));
  }

  /** One page in order of creation. */
  List<VoiceConnector> page(Call call, CreationCursor after, int limit) {
    return call.transaction()
        .sql()
        .selectFrom(VOICE_CONNECTOR)
        .where(live(call))
        .and(
            row(VOICE_CONNECTOR.CREATED_AT, VOICE_CONNECTOR.VOICE_CONNECTOR_ID)
                .gt(after.createdAt(), after.id()))
        .orderBy(VOICE_CONNECTOR.CREATED_AT, VOICE_CONNECTOR.VOICE_CONNECTOR_ID)
        .limit(limit)
        .fetch(VoiceConnectorStore::read);
  }

  void add(Call call, VoiceConnector connector) {
    VoiceConnectorIntegrationType integration = connector.integration();
    VoiceConnectorRecord row = changeable(connector);
    row.setOrganizationId(call.organizationId());
    row.setVoiceConnectorId(connector.voiceConnectorId());
    row.setAwsRegion(connector.region().value());
    row.setIntegrationType(integration == null ? null : integration.value());
    row.setNetworkType(connector.network().value());
    row.setCreatedAt(connector.createdAt());
    call.transaction().sql().insertInto(VOICE_CONNECTOR).set(row).execute();
  }

  /** Saves a locked one. */
  void save(Call call, VoiceConnector connector) {
    change(call, connector.voiceConnectorId(), changeable(connector));
  }

  /** Deletes a locked one; its row stays. */
  void delete(Call call, VoiceConnector connector, Instant now) {
    VoiceConnectorRecord row = new VoiceConnectorRecord();
    row.setChangedAt(now);
    row.setDeletedAt(now);
    change(call, connector.voiceConnectorId(), row);
  }

  private static void change(Call call, String voiceConnectorId, VoiceConnectorRecord row) {
    call.transaction()
        .sql()
        .update(VOICE_CONNECTOR)
        .set(row)
        .where(live(call))
        .and(VOICE_CONNECTOR.VOICE_CONNECTOR_ID.eq(voiceConnectorId))
        .execute();
  }

  private static VoiceConnectorRecord changeable(VoiceConnector connector) {
    VoiceConnectorRecord row = new VoiceConnectorRecord();
    row.setName(connector.name());
    row.setIsEncryptionRequired(connector.encryptionRequired());
    row.setChangedAt(connector.changedAt());
    return row;
  }

  private static SelectConditionStep<VoiceConnectorRecord> one(Call call, String id) {
    return call.transaction()
        .sql()
        .selectFrom(VOICE_CONNECTOR)
        .where(live(call))
        .and(VOICE_CONNECTOR.VOICE_CONNECTOR_ID.eq(id));
  }

  private static Condition live(Call call) {
    return VOICE_CONNECTOR
        .ORGANIZATION_ID
        .eq(call.organizationId())
        .and(VOICE_CONNECTOR.DELETED_AT.isNull());
  }

  private static VoiceConnector read(Record row) {
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

  private static RuntimeException absent(String voiceConnectorId) {
    return Refusal.notFound(absence(voiceConnectorId));
  }

  /** That there is none of that id, as a message says it. */
  static String absence(String voiceConnectorId) {
    return "there is no Voice Connector with the id " + voiceConnectorId + " in this organization";
  }
}

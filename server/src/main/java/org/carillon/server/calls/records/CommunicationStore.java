package org.carillon.server.calls.records;

import static org.carillon.platform.db.schema.Tables.COMMUNICATION;
import static org.carillon.platform.db.schema.Tables.COMMUNICATION_PARTY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The records: locked by the engines' identifiers, written as a whole, read with their parties. */
final class CommunicationStore {

  /** The stored report, which a new report must follow. */
  record LatestReport(
      long recordId,
      String engineId,
      long sequence,
      Instant happenedAt,
      Instant attributedAt,
      Instant recordedAt,
      @Nullable String lineId,
      @Nullable String inboxUserId,
      boolean isDefaultInbox) {

    /** Returns whether it is a voicemail to that user's inbox on that line. */
    boolean isInboxOf(String userId, @Nullable String line) {
      return userId.equals(inboxUserId) && Objects.equals(lineId, line);
    }
  }

  /** Those of the engine's identifiers that are recorded, locked until the transaction ends. */
  Map<String, LatestReport> lockAll(OperationContext context, Collection<String> engineIds) {
    List<LatestReport> found =
        context
            .transaction()
            .lock(
                ResourceLock.RECORD,
                context
                    .transaction()
                    .sql()
                    .select(
                        COMMUNICATION.RECORD_ID,
                        COMMUNICATION.ENGINE_ID,
                        COMMUNICATION.ENGINE_SEQUENCE,
                        COMMUNICATION.HAPPENED_AT,
                        COMMUNICATION.ATTRIBUTED_AT,
                        COMMUNICATION.RECORDED_AT,
                        COMMUNICATION.LINE_ID,
                        COMMUNICATION.INBOX_USER_ID,
                        COMMUNICATION.IS_DEFAULT_INBOX)
                    .from(COMMUNICATION)
                    .where(COMMUNICATION.ORGANIZATION_ID.eq(context.organizationId()))
                    .and(COMMUNICATION.ENGINE_ID.in(engineIds))
                    .orderBy(COMMUNICATION.ENGINE_ID),
                COMMUNICATION)
            .fetch(CommunicationStore::standing);
    return context
        .transaction()
        .lockedByKey(found, LatestReport::engineId, LatestReport::recordedAt);
  }

  private static LatestReport standing(Record row) {
    return new LatestReport(
        row.get(COMMUNICATION.RECORD_ID),
        row.get(COMMUNICATION.ENGINE_ID),
        row.get(COMMUNICATION.ENGINE_SEQUENCE),
        row.get(COMMUNICATION.HAPPENED_AT),
        CommunicationRows.attributedAt(row),
        row.get(COMMUNICATION.RECORDED_AT),
        row.get(COMMUNICATION.LINE_ID),
        row.get(COMMUNICATION.INBOX_USER_ID),
        row.get(COMMUNICATION.IS_DEFAULT_INBOX));
  }

  /** Writes records that were not there. */
  void add(OperationContext context, List<Communication> records) {
    var sql = context.transaction().sql();
    if (!records.isEmpty()) {
      sql.batchInsert(
              records.stream()
                  .map(each -> CommunicationRows.write(context.organizationId(), each))
                  .toList())
          .execute();
    }
    addParties(context, records);
  }

  /** Replaces locked records. */
  void replace(OperationContext context, List<Communication> records) {
    if (records.isEmpty()) {
      return;
    }
    var sql = context.transaction().sql();
    sql.deleteFrom(COMMUNICATION_PARTY)
        .where(COMMUNICATION_PARTY.ORGANIZATION_ID.eq(context.organizationId()))
        .and(
            COMMUNICATION_PARTY.RECORD_ID.in(
                records.stream().map(Communication::recordId).toList()))
        .execute();
    for (Communication each : records) {
      sql.update(COMMUNICATION)
          .set(CommunicationRows.write(context.organizationId(), each))
          .where(COMMUNICATION.ORGANIZATION_ID.eq(context.organizationId()))
          .and(COMMUNICATION.RECORD_ID.eq(each.recordId()))
          .execute();
    }
    addParties(context, records);
  }

  private static void addParties(OperationContext context, List<Communication> records) {
    var rows =
        records.stream()
            .flatMap(record ->
                record.parties().stream()
                    .map(party ->
                        CommunicationRows.writeParty(context.organizationId(), record, party)))
            .toList();
    if (!rows.isEmpty()) {
      context.transaction().sql().batchInsert(rows).execute();
    }
    context.transaction().allowRelock();
  }

  /**
   * The record.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that
   *     identifier
   */
  Communication get(OperationContext context, String engineId) {
    return read(context, COMMUNICATION.ENGINE_ID.eq(engineId)).stream()
        .findFirst()
        .orElseThrow(
            () -> Refusal.notFound("there is no record " + engineId + " in this organization"));
  }

  /** The records of those keys, in that order. */
  List<Communication> findAll(OperationContext context, List<Long> recordIds) {
    if (recordIds.isEmpty()) {
      return List.of();
    }
    Map<Long, Communication> found =
        read(context, COMMUNICATION.RECORD_ID.in(recordIds)).stream()
            .collect(Collectors.toMap(Communication::recordId, Function.identity()));
    return recordIds.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** In one statement: in two, the parties may be those of a later report than the rest is. */
  private static List<Communication> read(OperationContext context, Condition which) {
    return context
        .transaction()
        .sql()
        .select(COMMUNICATION.fields())
        .select(COMMUNICATION_PARTY.fields())
        .from(COMMUNICATION)
        .leftJoin(COMMUNICATION_PARTY)
        .on(COMMUNICATION_PARTY.ORGANIZATION_ID.eq(COMMUNICATION.ORGANIZATION_ID))
        .and(COMMUNICATION_PARTY.RECORD_ID.eq(COMMUNICATION.RECORD_ID))
        .where(COMMUNICATION.ORGANIZATION_ID.eq(context.organizationId()))
        .and(which)
        .orderBy(COMMUNICATION.RECORD_ID, COMMUNICATION_PARTY.USER_ID)
        .fetchGroups(COMMUNICATION.RECORD_ID)
        .values()
        .stream()
        .map(rows ->
            CommunicationRows.read(
                rows.getFirst(),
                rows.stream()
                    .filter(row -> row.get(COMMUNICATION_PARTY.USER_ID) != null)
                    .map(CommunicationRows::readParty)
                    .toList()))
        .toList();
  }
}

package org.carillon.server.calls.records;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.COMMUNICATION;
import static org.carillon.platform.db.schema.Tables.COMMUNICATION_PARTY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.CommunicationPartyRecord;
import org.carillon.platform.db.schema.tables.records.CommunicationRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The records: locked by the engines' identifiers, written as a whole, read with their parties. */
final class CommunicationStore {

  private static final Condition OF_ORGANIZATION =
      ContextSql.ofOrganization(COMMUNICATION.ORGANIZATION_ID);

  private static final Query<LatestReport> LOCKED =
      Query.locking(
          ResourceLock.RECORD,
          COMMUNICATION,
          sql ->
              sql.select(
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
                  .where(OF_ORGANIZATION)
                  .and(among(COMMUNICATION.ENGINE_ID))
                  .orderBy(COMMUNICATION.ENGINE_ID),
          CommunicationStore::standing);

  private static final Query<RecordAndParty> BY_ENGINE_ID =
      withParties(given(COMMUNICATION.ENGINE_ID));
  private static final Query<RecordAndParty> BY_KEYS = withParties(among(COMMUNICATION.RECORD_ID));

  private static final RecordCommand<CommunicationRecord> ADD = RecordCommand.insert(COMMUNICATION);
  private static final RecordCommand<CommunicationRecord> REPLACE =
      RecordCommand.update(
          COMMUNICATION, given(COMMUNICATION.ORGANIZATION_ID).and(given(COMMUNICATION.RECORD_ID)));
  private static final RecordCommand<CommunicationPartyRecord> ADD_PARTIES =
      RecordCommand.insert(COMMUNICATION_PARTY);
  private static final Command REMOVE_PARTIES =
      Command.of(sql ->
          sql.deleteFrom(COMMUNICATION_PARTY)
              .where(ContextSql.ofOrganization(COMMUNICATION_PARTY.ORGANIZATION_ID))
              .and(among(COMMUNICATION_PARTY.RECORD_ID)));

  /** A record and one of its parties, or none. */
  private record RecordAndParty(CommunicationRecord row, @Nullable Party party) {}

  /** In one statement: in two, the parties may be those of a later report than the rest is. */
  private static Query<RecordAndParty> withParties(Condition which) {
    return Query.of(
        sql ->
            sql.select(COMMUNICATION.fields())
                .select(COMMUNICATION_PARTY.fields())
                .from(COMMUNICATION)
                .leftJoin(COMMUNICATION_PARTY)
                .on(COMMUNICATION_PARTY.ORGANIZATION_ID.eq(COMMUNICATION.ORGANIZATION_ID))
                .and(COMMUNICATION_PARTY.RECORD_ID.eq(COMMUNICATION.RECORD_ID))
                .where(OF_ORGANIZATION)
                .and(which)
                .orderBy(COMMUNICATION.RECORD_ID, COMMUNICATION_PARTY.USER_ID),
        row ->
            new RecordAndParty(
                row.into(COMMUNICATION),
                row.get(COMMUNICATION_PARTY.USER_ID) == null
                    ? null
                    : CommunicationRows.readParty(row)));
  }

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
        LOCKED.list(
            context.transaction(),
            context.organization(),
            Argument.among(COMMUNICATION.ENGINE_ID, engineIds));
    return context
        .transaction()
        .lockedByKey(found, LatestReport::engineId, LatestReport::recordedAt);
  }

  private static LatestReport standing(Row row) {
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
    ADD.runAll(context.transaction(), rows(context, records));
    addParties(context, records);
  }

  /** Replaces locked records. */
  void replace(OperationContext context, List<Communication> records) {
    if (records.isEmpty()) {
      return;
    }
    REMOVE_PARTIES.run(
        context.transaction(),
        context.organization(),
        Argument.among(
            COMMUNICATION_PARTY.RECORD_ID, records.stream().map(Communication::recordId).toList()));
    REPLACE.runAll(context.transaction(), rows(context, records));
    addParties(context, records);
  }

  private static List<CommunicationRecord> rows(
      OperationContext context, List<Communication> records) {
    return records.stream()
        .map(each -> CommunicationRows.write(context.organizationId(), each))
        .toList();
  }

  private static void addParties(OperationContext context, List<Communication> records) {
    ADD_PARTIES.runAll(
        context.transaction(),
        records.stream()
            .flatMap(record ->
                record.parties().stream()
                    .map(party ->
                        CommunicationRows.writeParty(context.organizationId(), record, party)))
            .toList());
    context.transaction().allowRelock();
  }

  /**
   * The record.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that
   *     identifier
   */
  Communication get(OperationContext context, String engineId) {
    return read(context, BY_ENGINE_ID, Argument.of(COMMUNICATION.ENGINE_ID, engineId)).stream()
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
        read(context, BY_KEYS, Argument.among(COMMUNICATION.RECORD_ID, recordIds)).stream()
            .collect(Collectors.toMap(Communication::recordId, Function.identity()));
    return recordIds.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static List<Communication> read(
      OperationContext context, Query<RecordAndParty> query, Argument which) {
    Map<CommunicationRecord, List<Party>> parties = new LinkedHashMap<>();
    for (RecordAndParty each : query.list(context.transaction(), context.organization(), which)) {
      List<Party> ofRecord = parties.computeIfAbsent(each.row(), _ -> new ArrayList<>());
      if (each.party() != null) {
        ofRecord.add(each.party());
      }
    }
    return parties.entrySet().stream()
        .map(each -> CommunicationRows.read(each.getKey(), each.getValue()))
        .toList();
  }
}

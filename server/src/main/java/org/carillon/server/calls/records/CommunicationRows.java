package org.carillon.server.calls.records;

import static org.carillon.platform.db.schema.Tables.COMMUNICATION;
import static org.carillon.platform.db.schema.Tables.COMMUNICATION_PARTY;

import java.time.Instant;
import java.util.List;
import org.carillon.api.model.RecordInvolvement;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.CommunicationPartyRecord;
import org.carillon.platform.db.schema.tables.records.CommunicationRecord;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.pool.E164;

/** Turns records into rows and back. */
final class CommunicationRows {

  private CommunicationRows() {}

  static Communication read(CommunicationRecord row, List<Party> parties) {
    return new Communication(
        row.get(COMMUNICATION.RECORD_ID),
        row.get(COMMUNICATION.ENGINE_ID),
        row.get(COMMUNICATION.ENGINE_SEQUENCE),
        Category.of(row.get(COMMUNICATION.CATEGORY)),
        new NumberKey(row.get(COMMUNICATION.NUMBER_ID)),
        new E164(row.get(COMMUNICATION.E164)),
        row.get(COMMUNICATION.OTHER_PARTY),
        row.get(COMMUNICATION.LINE_ID),
        new Communication.Inbox(
            row.get(COMMUNICATION.IS_DEFAULT_INBOX), row.get(COMMUNICATION.INBOX_USER_ID)),
        row.get(COMMUNICATION.HAPPENED_AT),
        attributedAt(row::get),
        row.get(COMMUNICATION.ANSWERED_AT),
        row.get(COMMUNICATION.ENDED_AT),
        row.get(COMMUNICATION.RECORDED_AT),
        parties);
  }

  /** By which instant a record was attributed. */
  static Instant attributedAt(Row row) {
    Instant attributedAt = row.get(COMMUNICATION.ATTRIBUTED_AT);
    Instant happenedAt = row.get(COMMUNICATION.HAPPENED_AT);
    Instant recordedAt = row.get(COMMUNICATION.RECORDED_AT);
    if (attributedAt != null) {
      return attributedAt;
    }
    // What began later than it was recorded is from before the column was.
    return happenedAt.isAfter(recordedAt) ? recordedAt : happenedAt;
  }

  static CommunicationRecord write(String organizationId, Communication record) {
    CommunicationRecord row = new CommunicationRecord();
    row.setOrganizationId(organizationId);
    row.setRecordId(record.recordId());
    row.setEngineId(record.engineId());
    row.setEngineSequence(record.sequence());
    row.setCategory(record.category().code());
    row.setNumberId(record.numberId().value());
    row.setE164(record.e164().text());
    row.setOtherParty(record.otherParty());
    row.setLineId(record.lineId());
    row.setIsShared(isShared(record));
    row.setIsDefaultInbox(record.inbox().isDefault());
    row.setInboxUserId(record.inbox().userId());
    row.setHappenedAt(record.happenedAt());
    row.setAttributedAt(
        record.attributedAt().equals(record.happenedAt()) ? null : record.attributedAt());
    row.setAnsweredAt(record.answeredAt());
    row.setEndedAt(record.endedAt());
    row.setRecordedAt(record.recordedAt());
    return row;
  }

  static Party readParty(Row row) {
    return new Party(
        row.get(COMMUNICATION_PARTY.USER_ID),
        RecordInvolvement.valueOf(row.get(COMMUNICATION_PARTY.INVOLVEMENT)),
        row.get(COMMUNICATION_PARTY.IS_HOLDER),
        row.get(COMMUNICATION_PARTY.HUNT_GROUP_ID),
        row.get(COMMUNICATION_PARTY.AUTO_ATTENDANT_ID));
  }

  static CommunicationPartyRecord writeParty(
      String organizationId, Communication record, Party party) {
    CommunicationPartyRecord row = new CommunicationPartyRecord();
    row.setOrganizationId(organizationId);
    row.setRecordId(record.recordId());
    row.setUserId(party.userId());
    row.setInvolvement(party.involvement().name());
    row.setIsHolder(party.isHolder());
    row.setHuntGroupId(party.huntGroupId());
    row.setAutoAttendantId(party.autoAttendantId());
    row.setHappenedAt(record.happenedAt());
    row.setCategory(record.category().code());
    row.setE164(record.e164().text());
    row.setShownLineId(isShared(record) ? record.lineId() : null);
    return row;
  }

  private static boolean isShared(Communication record) {
    return Visibility.isShared(Visibility.rule(record));
  }
}

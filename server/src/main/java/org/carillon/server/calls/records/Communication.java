package org.carillon.server.calls.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.RecordInbox;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * A call, a voicemail or a message, attributed.
 *
 * @param recordId our key, which distinguishes records that began at one instant
 * @param engineId the engine's identifier, which clients see
 * @param sequence of several reports the highest wins
 * @param numberId the tenure of the number at that time
 * @param lineId the line that held the number at that time; null when no line held it
 * @param happenedAt when it began
 * @param attributedAt the instant by which the ledger was asked; it differs where an engine's clock
 *     was ahead
 * @param recordedAt when the report that stands was taken
 * @param parties whose record it is
 */
record Communication(
    long recordId,
    String engineId,
    long sequence,
    Category category,
    NumberKey numberId,
    E164 e164,
    @Nullable String otherParty,
    @Nullable String lineId,
    Inbox inbox,
    Instant happenedAt,
    Instant attributedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    Instant recordedAt,
    List<Party> parties) {

  /**
   * The inbox of a voicemail.
   *
   * @param isDefault whether to the default inbox of the line; never for calls and messages
   * @param userId whose inbox the engine named, which may be the default one at the same time
   */
  record Inbox(boolean isDefault, @Nullable String userId) {

    /** The inbox of calls and messages. */
    static final Inbox NONE = new Inbox(false, null);
  }

  /** The part that a user has in it. */
  Optional<Party> party(String userId) {
    return parties.stream().filter(each -> each.userId().equals(userId)).findFirst();
  }

  /** Returns the view for clients. */
  CommunicationRecord view() {
    return CommunicationRecord.builder()
        .recordId(engineId)
        .sequence(sequence)
        .type(category.kind())
        .direction(category.direction())
        .outcome(category.outcome())
        .e164PhoneNumber(e164.text())
        .lineId(lineId)
        .otherParty(otherParty)
        .startedTimestamp(happenedAt)
        .answeredTimestamp(answeredAt)
        .endedTimestamp(endedAt)
        .inbox(shownInbox())
        .inboxUserId(inbox.userId())
        .users(parties.stream().map(Party::view).toList())
        .recordedTimestamp(recordedAt)
        .build();
  }

  private @Nullable RecordInbox shownInbox() {
    if (category != Category.VOICEMAIL) {
      return null;
    }
    return inbox.isDefault() ? RecordInbox.DEFAULT : RecordInbox.USER;
  }
}

package org.carillon.server.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordUserReport;
import org.carillon.api.shape.ModelledException;
import org.carillon.server.platform.db.Keys;
import org.carillon.server.platform.operations.Call;
import org.jspecify.annotations.Nullable;

/**
 * Takes the reports of engines. Of one thing the report with the highest sequence stands, so that
 * reports may come repeatedly and in any order and always end in the same record.
 */
final class Recorder {

  private final CommunicationStore records;
  private final LedgerStore ledger;
  private final LineSettings lines;
  private final AnsweredCalls answeredCalls;
  private final Keys keys;

  Recorder(
      CommunicationStore records,
      LedgerStore ledger,
      LineSettings lines,
      AnsweredCalls answeredCalls,
      Keys keys) {
    this.records = records;
    this.ledger = ledger;
    this.lines = lines;
    this.answeredCalls = answeredCalls;
    this.keys = keys;
  }

  /**
   * Records what is later than what stands.
   *
   * @param refused told of each report that is refused; the others are recorded unless it throws
   * @return what was written: nothing for a report that is not later than what stands
   */
  List<Communication> record(
      Call call, List<RecordItem> items, BiConsumer<RecordItem, ModelledException> refused) {
    Map<String, Report> latest = new LinkedHashMap<>();
    for (RecordItem item : items) {
      attempt(item, refused, () -> latest.merge(item.recordId(), Report.of(item), Recorder::later));
    }
    if (latest.isEmpty()) {
      return List.of();
    }
    Map<String, CommunicationStore.Standing> standing = records.lock(call, latest.keySet());
    latest.values().removeIf(report -> isNoLater(report, standing.get(report.engineId())));
    if (latest.isEmpty()) {
      return List.of();
    }
    Attribution attribution = Attribution.of(call, ledger, latest.values());
    List<Communication> added = new ArrayList<>();
    List<Communication> replaced = new ArrayList<>();
    for (Report report : latest.values()) {
      CommunicationStore.Standing before = standing.get(report.engineId());
      attempt(
          report.item(),
          refused,
          () ->
              (before == null ? added : replaced)
                  .add(
                      attributed(
                          call,
                          report,
                          attribution,
                          before == null ? keys.next() : before.recordId())));
    }
    records.add(call, added);
    records.replace(call, replaced);
    List<Communication> written = Stream.of(added, replaced).flatMap(List::stream).toList();
    written.forEach(each -> tell(call, each));
    return written;
  }

  private static void attempt(
      RecordItem item, BiConsumer<RecordItem, ModelledException> refused, Runnable step) {
    try {
      step.run();
    } catch (ModelledException refusal) {
      refused.accept(item, refusal);
    }
  }

  private static Report later(Report one, Report other) {
    return other.sequence() > one.sequence() ? other : one;
  }

  private static boolean isNoLater(Report report, CommunicationStore.@Nullable Standing standing) {
    return standing != null && report.sequence() <= standing.sequence();
  }

  private Communication attributed(
      Call call, Report report, Attribution attribution, long recordId) {
    Instant at = report.attributedAt(call.now());
    LedgerStore.Tenure tenure = attribution.tenure(report.e164(), at);
    report.userIds().forEach(userId -> attribution.refuseStranger(userId, at));
    LedgerStore.Span holder = attribution.holder(tenure.numberId(), at).orElse(null);
    String lineId = holder != null && Attribution.isLine(holder) ? holder.holderId() : null;
    Map<String, Party> parties = new TreeMap<>();
    for (String userId : report.userIds()) {
      RecordUserReport user = report.users().get(userId);
      parties.put(
          userId,
          new Party(
              userId,
              attribution.involvement(userId, holder, tenure.numberId(), report, at),
              holder != null && holder.holderId().equals(userId),
              user == null ? null : user.huntGroupId(),
              user == null ? null : user.autoAttendantId()));
    }
    if (holder != null && Attribution.isUser(holder)) {
      // Whatever goes to or from a user's own number is the user's, whoever took it.
      parties.putIfAbsent(holder.holderId(), Party.holder(holder.holderId()));
    }
    return new Communication(
        recordId,
        report.engineId(),
        report.sequence(),
        report.category(),
        tenure.numberId(),
        report.e164(),
        report.item().report().otherParty(),
        lineId,
        inbox(call, report, lineId),
        report.startedAt(),
        report.answeredAt(),
        report.endedAt(),
        call.now(),
        List.copyOf(parties.values()));
  }

  /** The default inbox of a line may be that of a user, whom the engine then names. */
  private Communication.Inbox inbox(Call call, Report report, @Nullable String lineId) {
    if (report.category() != Category.VOICEMAIL) {
      return Communication.Inbox.NONE;
    }
    String userId = report.item().report().inboxUserId();
    return new Communication.Inbox(
        userId == null
            || (lineId != null
                && lines.defaultInboxUser(call, lineId).filter(userId::equals).isPresent()),
        userId);
  }

  private void tell(Call call, Communication record) {
    if (record.category() != Category.INBOUND_ANSWERED) {
      return;
    }
    Instant answeredAt = record.answeredAt() == null ? record.happenedAt() : record.answeredAt();
    Instant idleSince = record.endedAt() == null ? answeredAt : record.endedAt();
    for (Party party : record.parties()) {
      if (party.huntGroupId() != null) {
        answeredCalls.answered(call, party.huntGroupId(), party.userId(), answeredAt, idleSince);
      }
    }
  }
}

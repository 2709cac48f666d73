package org.carillon.server.calls.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordUserReport;
import org.carillon.api.shape.ModelledException;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.flows.AnsweredCall;
import org.jspecify.annotations.Nullable;

/**
 * Takes the reports of engines. The report of a record with the highest sequence counts, so that
 * reports may come repeatedly and in any order and always end in the same record.
 */
final class RecordWriter {

  private final CommunicationStore records;
  private final AttributionStore attributions;
  private final LineSettings lines;
  private final AnsweredCalls answeredCalls;
  private final Ids ids;

  RecordWriter(
      CommunicationStore records,
      AttributionStore attributions,
      LineSettings lines,
      AnsweredCalls answeredCalls,
      Ids ids) {
    this.records = records;
    this.attributions = attributions;
    this.lines = lines;
    this.answeredCalls = answeredCalls;
    this.ids = ids;
  }

  /**
   * Records the reports that are later than the stored ones.
   *
   * @param refused told of each report that is refused; the others are recorded unless it throws
   * @return what was written: nothing for a report that is not later than what stands
   */
  List<Communication> record(
      OperationContext context,
      List<RecordItem> items,
      BiConsumer<RecordItem, ModelledException> refused) {
    Map<String, List<Report>> sound = new LinkedHashMap<>();
    for (RecordItem item : items) {
      try {
        Report report = Report.of(item);
        sound.computeIfAbsent(item.recordId(), _ -> new ArrayList<>()).add(report);
      } catch (ModelledException refusal) {
        refused.accept(item, refusal);
      }
    }
    Map<String, CommunicationStore.LatestReport> standing =
        sound.isEmpty() ? Map.of() : records.lockAll(context, sound.keySet());
    sound.values().forEach(each -> latestFirst(each, standing));
    sound.values().removeIf(List::isEmpty);
    if (sound.isEmpty()) {
      return List.of();
    }
    Attribution attribution =
        Attribution.of(
            context,
            attributions,
            sound.values().stream().flatMap(List::stream).toList(),
            report -> report.countsAt(context.now(), standing.get(report.engineId())));
    List<Communication> added = new ArrayList<>();
    List<Communication> replaced = new ArrayList<>();
    sound.forEach((engineId, reports) -> {
      CommunicationStore.LatestReport before = standing.get(engineId);
      latest(context, reports, attribution, before, refused)
          .ifPresent((before == null ? added : replaced)::add);
    });
    records.add(context, added);
    records.replace(context, replaced);
    List<Communication> written = Stream.of(added, replaced).flatMap(List::stream).toList();
    List<AnsweredCall> answered = written.stream().flatMap(RecordWriter::answered).toList();
    if (!answered.isEmpty()) {
      answeredCalls.answered(context, answered);
    }
    return written;
  }

  /** Returns the reports of a record that are later than the stored one. */
  private static void latestFirst(
      List<Report> reports, Map<String, CommunicationStore.LatestReport> standing) {
    reports.removeIf(report -> {
      CommunicationStore.LatestReport before = standing.get(report.engineId());
      return before != null && report.sequence() <= before.sequence();
    });
    reports.sort(Comparator.comparingLong(Report::sequence).reversed());
  }

  /** The latest that can be attributed: one that is refused hides no earlier one that is sound. */
  private Optional<Communication> latest(
      OperationContext context,
      List<Report> reports,
      Attribution attribution,
      CommunicationStore.@Nullable LatestReport before,
      BiConsumer<RecordItem, ModelledException> refused) {
    for (Report report : reports) {
      try {
        return Optional.of(attributed(context, report, attribution, before));
      } catch (ModelledException refusal) {
        refused.accept(report.item(), refusal);
      }
    }
    return Optional.empty();
  }

  private Communication attributed(
      OperationContext context,
      Report report,
      Attribution attribution,
      CommunicationStore.@Nullable LatestReport before) {
    report.refuseAhead(context.now());
    Instant at = report.countsAt(context.now(), before);
    AttributionStore.Tenure tenure = attribution.tenure(report.e164(), at);
    report.userIds().forEach(userId -> attribution.refuseStranger(userId, at));
    AttributionStore.AssignmentInterval holder =
        attribution.holder(tenure.numberId(), at).orElse(null);
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
      // Every record of a user's own number is the user's, even if another user took the call.
      parties.putIfAbsent(holder.holderId(), Party.holder(holder.holderId()));
    }
    return new Communication(
        before == null ? ids.next() : before.recordId(),
        report.engineId(),
        report.sequence(),
        report.category(),
        tenure.numberId(),
        report.e164(),
        report.item().report().otherParty(),
        lineId,
        inbox(context, report, lineId, before),
        report.startedAt(),
        at,
        report.answeredAt(),
        report.endedAt(),
        context.now(),
        List.copyOf(parties.values()));
  }

  /**
   * The default inbox of a line may be that of a user, whom the engine then names. A default inbox
   * at the first recording of the voicemail counts as default for ever, even if the line's inbox
   * changes.
   */
  private Communication.Inbox inbox(
      OperationContext context,
      Report report,
      @Nullable String lineId,
      CommunicationStore.@Nullable LatestReport before) {
    if (report.category() != Category.VOICEMAIL) {
      return Communication.Inbox.NONE;
    }
    String userId = report.item().report().inboxUserId();
    if (before != null && userId != null && before.isInboxOf(userId, lineId)) {
      return new Communication.Inbox(before.isDefaultInbox(), userId);
    }
    return new Communication.Inbox(
        userId == null
            || (lineId != null
                && lines.defaultInboxUser(context, lineId).filter(userId::equals).isPresent()),
        userId);
  }

  private static Stream<AnsweredCall> answered(Communication record) {
    if (record.category() != Category.INBOUND_ANSWERED) {
      return Stream.empty();
    }
    Instant answeredAt = record.answeredAt() == null ? record.happenedAt() : record.answeredAt();
    Instant idleSince = record.endedAt() == null ? answeredAt : record.endedAt();
    return record.parties().stream()
        .mapMulti((party, told) -> {
          if (party.huntGroupId() != null) {
            told.accept(
                new AnsweredCall(party.huntGroupId(), party.userId(), answeredAt, idleSince));
          }
        });
  }
}

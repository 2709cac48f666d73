package org.carillon.server.calls.records;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordUserReport;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * An engine's report of one record, with every check that does not need the ledger.
 *
 * @param users each once, by their ids
 */
record Report(
    String engineId,
    Category category,
    E164 e164,
    Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    Map<String, RecordUserReport> users,
    RecordItem item) {

  /** The largest time by which an engine's clock may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /**
   * The report.
   *
   * @throws org.carillon.api.model.BadRequestException when it contradicts itself
   */
  static Report of(RecordItem item) {
    RecordReport sent = item.report();
    Category category =
        Category.of(sent.type(), sent.direction(), sent.outcome())
            .orElseThrow(() ->
                Refusal.badRequest(
                    "a "
                        + sent.type().value()
                        + " cannot be "
                        + sent.direction().value()
                        + " with the outcome "
                        + sent.outcome().value()
                        + "; a Call is Answered or Missed, a Voicemail is Inbound with the"
                        + " outcome Voicemail, a Message is Inbound and Received or Outbound"
                        + " and Sent"));
    if (sent.inboxUserId() != null && category != Category.VOICEMAIL) {
      throw Refusal.badRequest("InboxUserId is only for a Voicemail; leave it out");
    }
    boolean answered =
        category == Category.INBOUND_ANSWERED || category == Category.OUTBOUND_ANSWERED;
    if (sent.answeredTimestamp() != null && !answered) {
      throw Refusal.badRequest("AnsweredTimestamp is only for an Answered call; leave it out");
    }
    Instant startedAt = sent.startedTimestamp().truncatedTo(ChronoUnit.MICROS);
    Instant answeredAt = after(startedAt, sent.answeredTimestamp(), "AnsweredTimestamp");
    return new Report(
        item.recordId(),
        category,
        E164.of("E164PhoneNumber", sent.e164PhoneNumber()),
        startedAt,
        answeredAt,
        after(answeredAt == null ? startedAt : answeredAt, sent.endedTimestamp(), "EndedTimestamp"),
        users(sent.users()),
        item);
  }

  /** Returns the sequence, which orders the reports of one record. */
  long sequence() {
    return item.report().sequence();
  }

  private static @Nullable Instant after(Instant before, @Nullable Instant instant, String member) {
    if (instant == null) {
      return null;
    }
    Instant cut = instant.truncatedTo(ChronoUnit.MICROS);
    if (cut.isBefore(before)) {
      throw Refusal.badRequest(
          member + " " + instant + " is before " + before + ", the time of the step before it");
    }
    return cut;
  }

  private static Map<String, RecordUserReport> users(@Nullable List<RecordUserReport> sent) {
    Map<String, RecordUserReport> users = new LinkedHashMap<>();
    if (sent != null) {
      // One whom two hunt groups rang is reported twice, and took part once.
      sent.forEach(each -> users.putIfAbsent(each.userId(), each));
    }
    return users;
  }

  /**
   * The instant by which it is attributed. An engine whose clock is a little ahead tells of what
   * has not happened yet; the ledger knows nothing of it, so that it counts as happening now. What
   * was recorded as begun at the same instant stays where it was, although its time has come since.
   */
  Instant countsAt(Instant now, CommunicationStore.@Nullable LatestReport before) {
    if (before != null && before.happenedAt().equals(startedAt)) {
      return before.attributedAt();
    }
    return startedAt.isAfter(now) ? now : startedAt;
  }

  /**
   * Refuses what an engine reports whose clock is too far ahead.
   *
   * @throws org.carillon.api.model.BadRequestException when any of the three instants is
   */
  void refuseAhead(Instant now) {
    refuseAhead("StartedTimestamp", startedAt, now);
    refuseAhead("AnsweredTimestamp", answeredAt, now);
    refuseAhead("EndedTimestamp", endedAt, now);
  }

  private static void refuseAhead(String member, @Nullable Instant instant, Instant now) {
    if (instant != null && instant.isAfter(now.plus(AHEAD))) {
      throw Refusal.badRequest(
          member
              + " "
              + instant
              + " is more than five minutes ahead of the server's time "
              + now
              + "; correct the engine's clock");
    }
  }

  /** Returns the ids of all its users. */
  Set<String> userIds() {
    Set<String> ids = new TreeSet<>(users.keySet());
    String inboxUserId = item.report().inboxUserId();
    if (inboxUserId != null) {
      ids.add(inboxUserId);
    }
    return ids;
  }
}

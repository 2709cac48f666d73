package org.carillon.server.calls.records;

import java.time.Instant;
import java.util.Arrays;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordType;
import org.carillon.api.model.RecordUserReport;

/** Makes what engines report. */
final class Reports {

  private Reports() {}

  /** A first report of something of that category. */
  static RecordReport.Builder of(Category category, String e164, Instant at, String... users) {
    return RecordReport.builder()
        .sequence(1L)
        .type(category.kind())
        .direction(category.direction())
        .outcome(category.outcome())
        .e164PhoneNumber(e164)
        .otherParty("+14155550199")
        .startedTimestamp(at)
        .users(Arrays.stream(users).map(each -> new RecordUserReport(each, null, null)).toList());
  }

  /** A report with any of the three, valid or not. */
  static RecordReport.Builder of(
      RecordType kind, RecordDirection direction, RecordOutcome outcome, String e164, Instant at) {
    return of(Category.MESSAGE_SENT, e164, at).type(kind).direction(direction).outcome(outcome);
  }
}

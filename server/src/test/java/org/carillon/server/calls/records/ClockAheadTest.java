package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.RecordReport;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports of an engine whose clock is ahead, about a number that changes hands meanwhile. */
@ParameterizedClass
@EnumSource(Engine.class)
final class ClockAheadTest {

  private static final String SALES = "+12065550100";

  private final Exchange exchange;
  private final String ann;
  private final String ben;

  ClockAheadTest(Engine engine, @TempDir Path folder) {
    exchange = new Exchange(engine, folder);
    exchange.number(SALES);
    ann = exchange.user("ann");
    ben = exchange.user("ben");
    exchange.give(ann, SALES);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private Instant now() {
    return exchange.server.now();
  }

  private void handOver() {
    exchange.server.pass(Duration.ofMinutes(1));
    exchange.take(ann);
    exchange.give(ben, SALES);
  }

  /** Whose record it is once that is reported. */
  private List<String> put(RecordReport.Builder report, int sequence) {
    return requireNonNull(exchange.put("1", report.sequence(sequence).build()).users()).stream()
        .map(each -> requireNonNull(each.userId()))
        .toList();
  }

  @Test
  void callStaysWithWhomItsFirstReportFound() {
    Instant ahead = now().plus(Duration.ofMinutes(3));
    RecordReport.Builder call = Reports.of(Category.INBOUND_ANSWERED, SALES, ahead);
    assertEquals(List.of(ann), put(call, 1));
    handOver();
    exchange.server.pass(Duration.ofMinutes(4));
    call.endedTimestamp(now());
    assertEquals(List.of(ann), put(call, 2));
    assertEquals(List.of(ann), put(call, 3));
    // Said to have begun at another instant, it is looked up anew.
    assertEquals(List.of(ben), put(call.startedTimestamp(ahead.plusMillis(1)), 4));
  }

  @Test
  void callThatWasRecordedBeforeItsAttributionWasKeptStaysToo() {
    RecordReport.Builder call =
        Reports.of(Category.INBOUND_ANSWERED, SALES, now().plus(Duration.ofMinutes(3)));
    assertEquals(List.of(ann), put(call, 1));
    exchange.server.sql("update communication set attributed_at = null");
    handOver();
    exchange.server.pass(Duration.ofMinutes(4));
    assertEquals(List.of(ann), put(call, 2));
  }
}

package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.GetRecordInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordUser;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that is read while a new report replaces it: the answer is of one moment. */
final class ReadWhileReportedTest {

  private static final String SALES = "+12065550100";
  private static final int REPORTS = 400;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyAnswerIsOneOfTheReports(Engine engine, @TempDir Path folder) throws Exception {
    try (Exchange exchange = new Exchange(engine, folder);
        ExecutorService engineOfCalls = Executors.newSingleThreadExecutor()) {
      exchange.number(SALES);
      List<String> users = List.of(exchange.user("even"), exchange.user("odd"));
      Instant at = exchange.server.now();
      put(exchange, at, users, 1);
      Future<?> reports =
          engineOfCalls.submit(() -> {
            for (int sequence = 2; sequence <= REPORTS; sequence++) {
              put(exchange, at, users, sequence);
            }
          });
      while (!reports.isDone()) {
        CommunicationRecord read =
            requireNonNull(
                exchange
                    .organization
                    .call(Operations.GET_RECORD, new GetRecordInput("1"))
                    .record());
        int sequence = (int) (long) requireNonNull(read.sequence());
        assertEquals(
            List.of(users.get(sequence % 2)),
            requireNonNull(read.users()).stream().map(RecordUser::userId).toList(),
            "report " + sequence);
      }
      reports.get();
    }
  }

  private static void put(Exchange exchange, Instant at, List<String> users, int sequence) {
    exchange.put(
        "1",
        Reports.of(Category.INBOUND_ANSWERED, SALES, at, users.get(sequence % 2))
            .sequence(sequence)
            .build());
  }
}

package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists between instants that are finer than those of records. */
final class FilterTest {

  private static final String SALES = "+12065550100";

  @ParameterizedTest
  @EnumSource(Engine.class)
  void nanosecondsCount(Engine engine, @TempDir Path folder) {
    try (Exchange exchange = new Exchange(engine, folder)) {
      exchange.number(SALES);
      Instant at = exchange.server.now();
      exchange.put("1", Reports.of(Category.INBOUND_MISSED, SALES, at).build());
      assertEquals(1, count(exchange, null, at.plusNanos(500)));
      assertEquals(0, count(exchange, null, at));
      assertEquals(0, count(exchange, at.plusNanos(500), null));
      assertEquals(1, count(exchange, at, null));
    }
  }

  private static int count(Exchange exchange, @Nullable Instant from, @Nullable Instant before) {
    return requireNonNull(
            exchange
                .organization
                .call(
                    Operations.LIST_RECORDS,
                    ListRecordsInput.builder().startedFrom(from).startedBefore(before).build())
                .records())
        .size();
  }
}

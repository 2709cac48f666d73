package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.carillon.api.model.BatchPutRecordInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordError;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordReport;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches as large as the model allows, about numbers and users with very many rows. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LargeBatchTest {

  private static final int ITEMS = 100;
  private static final int USERS = 100;

  private final Exchange exchange;

  LargeBatchTest(Engine engine, @TempDir Path folder) {
    exchange = new Exchange(engine, folder);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private static String number(int i) {
    return "+1206556%04d".formatted(i);
  }

  private List<RecordError> put(IntFunction<RecordReport> report) {
    List<RecordItem> items =
        IntStream.range(0, ITEMS)
            .mapToObj(i -> new RecordItem("call-" + i, report.apply(i)))
            .toList();
    return requireNonNull(
        exchange
            .organization
            .call(Operations.BATCH_PUT_RECORD, new BatchPutRecordInput(items))
            .recordErrors());
  }

  private RecordReport answered(int item, String user) {
    return Reports.of(
            Category.INBOUND_ANSWERED,
            number(0),
            exchange.server.now(),
            IntStream.range(0, USERS)
                .mapToObj(i -> user.formatted(item * USERS + i))
                .toArray(String[]::new))
        .build();
  }

  @Test
  void eachStrangerIsNamedHoweverManyAndHoweverLongTheirIds() {
    exchange.number(number(0));
    List<RecordError> errors = put(i -> answered(i, "%060d"));
    assertEquals(ITEMS, errors.size());
    errors.forEach(each -> assertEquals(ErrorCode.NOT_FOUND, each.errorCode()));
  }

  @Test
  void tenThousandUsersMayHaveTakenPart() {
    exchange.number(number(0));
    exchange.server.sql(
        """
        insert into holder (organization_id, holder_id, kind, account_id, name, created_at)
        with recursive n(i) as (select 0 union all select i + 1 from n where i < 9999)
        select '%s', '%s' || (10000 + i), 'USER', '%s', 'user', 1 from n
        """
            .formatted(exchange.organization.id(), "u".repeat(31), exchange.account));
    assertEquals(List.of(), put(i -> answered(100 + i, "u".repeat(31) + "%d")));
    assertEquals(ITEMS * USERS, exchange.server.count("select count(*) from communication_party"));
  }

  @Test
  void numbersMayHaveComeAndGoneOften() {
    IntStream.range(0, ITEMS).forEach(i -> exchange.number(number(i)));
    exchange.server.sql(
        """
        insert into phone_number (organization_id, number_id, e164, product_type,
          calling_name_status, phase, created_at, acquired_at, deleted_at, leaves_at, released_at,
          changed_at)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 11)
        select organization_id, row_number() over (), e164, product_type, calling_name_status,
          'RELEASED', i, i, i, i + 1, i + 1, i + 1 from phone_number cross join n
        """);
    assertEquals(
        List.of(),
        put(i -> Reports.of(Category.INBOUND_MISSED, number(i), exchange.server.now()).build()));
  }
}

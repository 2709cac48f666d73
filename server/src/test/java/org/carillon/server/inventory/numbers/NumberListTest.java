package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.ListPhoneNumbersOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that pass over thousands of numbers to find a few. */
@ParameterizedClass
@EnumSource(Engine.class)
final class NumberListTest {

  private static final String WANTED = "+12065550100";

  private final TestServer server;
  private final Tenant bells;

  NumberListTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    server.sql(
        """
        insert into phone_number (organization_id, number_id, e164, product_type,
          calling_name_status, phase, assigned, created_at, acquired_at, changed_at)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 5001)
        select cast(? as varchar(12)), i, '+1206' || (5560000 + i), 'VoiceConnector', 'UNASSIGNED',
          'HELD', 0, 1, 1, 1
        from n\
        """,
        bells.id());
    bells.stock(WANTED, PhoneNumberProductType.BUSINESS_CALLING);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private ListPhoneNumbersOutput page(ListPhoneNumbersInput.Builder input) {
    return bells.call(Operations.LIST_PHONE_NUMBERS, input.build());
  }

  private static List<String> numbers(ListPhoneNumbersOutput page) {
    return requireNonNull(page.phoneNumbers()).stream()
        .map(PhoneNumber::e164PhoneNumber)
        .map(each -> requireNonNull(each))
        .toList();
  }

  @Test
  void pageLooksAtSoManyAndTheNextGoesOnFromThere() {
    ListPhoneNumbersInput.Builder wanted =
        ListPhoneNumbersInput.builder()
            .status(PhoneNumberStatus.UNASSIGNED)
            .productType(PhoneNumberProductType.BUSINESS_CALLING);
    ListPhoneNumbersOutput first = page(wanted);
    assertEquals(List.of(), numbers(first));
    assertNotNull(first.nextToken());
    ListPhoneNumbersOutput second = page(wanted.nextToken(first.nextToken()));
    assertEquals(List.of(WANTED), numbers(second));
    assertNull(second.nextToken());
  }

  @Test
  void everyNumberIsListedOnceHoweverManyArePassedOver() {
    server.sql("update phone_number set product_type = 'BusinessCalling' where number_id % 50 = 0");
    ListPhoneNumbersInput.Builder wanted =
        ListPhoneNumbersInput.builder()
            .status(PhoneNumberStatus.UNASSIGNED)
            .productType(PhoneNumberProductType.BUSINESS_CALLING)
            .maxResults(30);
    List<String> found = new ArrayList<>();
    String token = null;
    do {
      ListPhoneNumbersOutput page = page(wanted.nextToken(token));
      found.addAll(numbers(page));
      token = page.nextToken();
    } while (token != null);
    List<String> expected = new ArrayList<>();
    for (int i = 50; i <= 5000; i += 50) {
      expected.add("+1206" + (5560000 + i));
    }
    expected.add(WANTED);
    assertEquals(expected, found);
  }
}

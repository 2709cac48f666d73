package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.ListRecordsOutput;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.ListVisibleRecordsOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordType;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How lists of records go on from page to page, where a page looks at five records. */
@ParameterizedClass
@EnumSource(Engine.class)
final class RecordPagesTest {

  private static final String SALES = "+12065550100";

  private final Exchange exchange;

  RecordPagesTest(Engine engine, @TempDir Path folder) {
    exchange = new Exchange(engine, folder, new RecordScanLimit(5, 1));
    exchange.number(SALES);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void listGoesOnWhereTheLastRecordThatWasLookedAtIsOneThatMatches() {
    Set<Integer> voicemails = Set.of(5, 13, 20);
    exchange.server.pass(Duration.ofMinutes(1));
    for (int i = 1; i <= 20; i++) {
      Category category = voicemails.contains(i) ? Category.VOICEMAIL : Category.INBOUND_MISSED;
      Instant at = exchange.server.now().minusSeconds(i);
      exchange.put(String.valueOf(i), Reports.of(category, SALES, at).build());
    }
    List<String> found = new ArrayList<>();
    String token = null;
    do {
      ListRecordsOutput page =
          exchange.organization.call(
              Operations.LIST_RECORDS,
              ListRecordsInput.builder()
                  .e164PhoneNumber(SALES)
                  .type(RecordType.VOICEMAIL)
                  .maxResults(2)
                  .nextToken(token)
                  .build());
      requireNonNull(page.records()).forEach(each -> found.add(String.valueOf(each.recordId())));
      token = page.nextToken();
    } while (token != null);
    assertEquals(List.of("5", "13", "20"), found);
  }

  @Test
  void colleaguesRecordsAreFoundWithoutLookingAtEverybodyElses() {
    String ann = exchange.user("ann");
    String ben = exchange.user("ben");
    exchange.line("Sales", SALES);
    exchange.join(ann, SALES, LineUserRole.ASSIGNED);
    exchange.join(ben, SALES, LineUserRole.ASSIGNED);
    exchange.server.pass(Duration.ofMinutes(1));
    Instant now = exchange.server.now();
    exchange.put("bens", Reports.of(Category.MESSAGE_SENT, SALES, now, ben).build());
    for (int i = 1; i <= 20; i++) {
      exchange.put(
          "other " + i, Reports.of(Category.INBOUND_MISSED, SALES, now.plusMillis(i)).build());
    }
    assertEquals(List.of("bens"), onePage(visible(ann).involvedUserId(ben).maxResults(5).build()));
  }

  @Test
  void whoIsOnNoLineFindsWhatBothTookPartInWithoutLookingAtAllOfTheColleagues() {
    String ann = exchange.user("ann");
    String rita = exchange.user("rita");
    Instant now = exchange.server.now();
    exchange.put("both", Reports.of(Category.INBOUND_ANSWERED, SALES, now, ann, rita).build());
    for (int i = 1; i <= 20; i++) {
      exchange.put(
          "ritas " + i,
          Reports.of(Category.INBOUND_ANSWERED, SALES, now.plusMillis(i), rita).build());
    }
    assertEquals(List.of("both"), onePage(visible(ann).involvedUserId(rita).maxResults(5).build()));
  }

  @Test
  void numbersRecordsAreFoundWithoutLookingAtOtherLines() {
    String ann = exchange.user("ann");
    exchange.line("Sales", SALES);
    exchange.join(ann, SALES, LineUserRole.ASSIGNED);
    exchange.put(
        "sales", Reports.of(Category.INBOUND_MISSED, SALES, exchange.server.now()).build());
    for (int i = 1; i <= 5; i++) {
      String other = "+1206555020" + i;
      exchange.number(other);
      exchange.line("line" + i, other);
      exchange.join(ann, other, LineUserRole.ASSIGNED);
      for (int j = 0; j < 3; j++) {
        exchange.put(
            "other " + i + j,
            Reports.of(Category.INBOUND_MISSED, other, exchange.server.now()).build());
      }
    }
    assertEquals(
        List.of("sales"), onePage(visible(ann).e164PhoneNumber(SALES).maxResults(5).build()));
  }

  private ListVisibleRecordsInput.Builder visible(String userId) {
    return ListVisibleRecordsInput.builder().accountId(exchange.account).userId(userId);
  }

  /** The records of a page that is the only one. */
  private List<String> onePage(ListVisibleRecordsInput input) {
    ListVisibleRecordsOutput page =
        exchange.organization.call(Operations.LIST_VISIBLE_RECORDS, input);
    assertNull(page.nextToken());
    return requireNonNull(page.records()).stream()
        .map(each -> String.valueOf(each.recordId()))
        .toList();
  }

  @Test
  void linesThatHaveNothingSinceTheFiltersBeginningAreNotReadOnePageAfterTheOther() {
    String ann = exchange.user("ann");
    for (int i = 0; i < 34; i++) {
      String number = "+120655501%02d".formatted(i);
      if (i > 0) {
        exchange.number(number);
      }
      exchange.line("line" + i, number);
      exchange.join(ann, number, LineUserRole.ASSIGNED);
      exchange.put(
          "old " + i, Reports.of(Category.INBOUND_MISSED, number, exchange.server.now()).build());
    }
    exchange.server.pass(Duration.ofDays(1));
    Instant from = exchange.server.now();
    exchange.put("new", Reports.of(Category.INBOUND_MISSED, SALES, from).build());
    assertEquals(List.of("new"), onePage(visible(ann).startedFrom(from).build()));
  }
}

package org.carillon.server.inventory.search;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.InventoryCount;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SearchInventoryOutput;
import org.carillon.api.model.SortOrder;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Searches of random inventories against a reference that looks at every number, with the usual
 * limits, under which so few numbers are fetched and sorted, and with limits so low that every list
 * is walked.
 */
@ParameterizedClass
@MethodSource("ways")
final class RandomSearchTest {

  private static final ScanLimit LITTLE =
      new ScanLimit(2, List.of(2, 3, 9), List.of(2, 5), 3, 7, 4);
  private static final int NUMBERS = 90;
  private static final int SEARCHES = 120;

  private final TestServer server;
  private final Tenant bells;
  private final RandomInventory inventory;
  private final List<Stocked> stock;

  record Way(Engine engine, ScanLimit scanLimit, long seed) {}

  static Stream<Way> ways() {
    return Stream.of(Engine.values())
        .flatMap(
            engine -> Stream.of(new Way(engine, ScanLimit.USUAL, 1), new Way(engine, LITTLE, 2)));
  }

  RandomSearchTest(Way way, @TempDir Path folder) {
    server =
        new TestServer(way.engine(), folder, TestServer.Settings.INITIAL.with(way.scanLimit()));
    bells = server.organization();
    inventory = new RandomInventory(server, bells, way.seed());
    stock = inventory.fill(NUMBERS);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyFilterAloneFindsWhatTheReferenceFinds() {
    for (InventoryColumn column : InventoryColumn.values()) {
      for (SortOrder order : SortOrder.values()) {
        SearchInventoryInput plain =
            SearchInventoryInput.builder().sortBy(column).sortOrder(order).build();
        check(plain);
        for (PhoneNumberStatus status : PhoneNumberStatus.values()) {
          check(plain.toBuilder().status(status).build());
        }
        check(plain.toBuilder().type(PhoneNumberType.TOLL_FREE).build());
        check(plain.toBuilder().country("DE").build());
        check(plain.toBuilder().productType(PhoneNumberProductType.VOICE_CONNECTOR).build());
        check(plain.toBuilder().holderId("jane").build());
        check(plain.toBuilder().holderType(HolderType.LINE).build());
        check(plain.toBuilder().label("Vip").build());
        check(plain.toBuilder().tagKey("site").build());
        check(plain.toBuilder().tagKey("site").tagValue("Berlin").build());
        check(plain.toBuilder().lineName("S").build());
        check(plain.toBuilder().digits("(20) 6").build());
        check(plain.toBuilder().digits("5-5").build());
      }
    }
  }

  @Test
  void combinedFiltersFindWhatTheReferenceFinds() {
    for (int i = 0; i < SEARCHES; i++) {
      check(search());
    }
  }

  private SearchInventoryInput search() {
    Instant between = requireNonNull(inventory.one(stock.toArray(Stocked[]::new))).changedAt();
    String tag = inventory.seldom(8, "site", "Site");
    return SearchInventoryInput.builder()
        .digits(inventory.upTo(2) == 0 ? inventory.someDigits() : null)
        .status(inventory.seldom(4, PhoneNumberStatus.values()))
        .productType(inventory.seldom(5, PhoneNumberProductType.values()))
        .type(inventory.seldom(5, PhoneNumberType.values()))
        .country(inventory.seldom(5, "US", "DE", "FR"))
        .holderId(
            inventory.seldom(
                9,
                RandomInventory.HOLDERS.stream()
                    .map(each -> each.holderId())
                    .toArray(String[]::new)))
        .holderType(inventory.seldom(9, HolderType.values()))
        .label(inventory.seldom(8, RandomInventory.LABELS.toArray(String[]::new)))
        .tagKey(tag)
        .tagValue(tag == null ? null : inventory.orNone("Berlin", "Bonn"))
        .lineName(inventory.seldom(12, "S", "sTo", "East", "none"))
        .assignedFrom(inventory.upTo(8) == 0 ? between : null)
        .assignedBefore(inventory.upTo(8) == 0 ? between.plusSeconds(20) : null)
        .sortBy(inventory.orNone(InventoryColumn.values()))
        .sortOrder(inventory.orNone(SortOrder.values()))
        .build();
  }

  private void check(SearchInventoryInput wanted) {
    List<String> expected =
        stock.stream()
            .filter(each -> each.isFound(wanted))
            .sorted(Stocked.order(wanted))
            .map(Stocked::e164)
            .toList();
    assertEquals(expected, found(wanted), wanted::toString);
    counted(wanted);
  }

  private List<String> found(SearchInventoryInput wanted) {
    List<String> found = new ArrayList<>();
    int pages = 0;
    String token = null;
    do {
      SearchInventoryOutput page =
          search(wanted.toBuilder().maxResults(1 + inventory.upTo(40)).nextToken(token).build());
      requireNonNull(page.phoneNumbers()).stream().map(RandomSearchTest::e164).forEach(found::add);
      token = page.nextToken();
      assertTrue(++pages < 1_000, "the list never ends");
    } while (token != null);
    return found;
  }

  private static String e164(PhoneNumberSummary number) {
    return requireNonNull(requireNonNull(number.phoneNumber()).e164PhoneNumber());
  }

  private SearchInventoryOutput search(SearchInventoryInput input) {
    return bells.call(Operations.SEARCH_INVENTORY, input);
  }

  private void counted(SearchInventoryInput wanted) {
    List<InventoryCount> counts =
        requireNonNull(
            search(wanted.toBuilder().includeCounts(true).maxResults(1).build()).counts());
    for (InventoryCount count : counts) {
      long expected =
          stock.stream()
              .filter(each -> each.isFoundInAnyStatus(wanted))
              .filter(each -> each.status() == count.status())
              .count();
      int told = requireNonNull(count.count());
      if (Boolean.TRUE.equals(count.exact()) || isOfColumns(wanted)) {
        assertEquals(expected, told, () -> count + " of " + wanted);
      } else {
        assertTrue(told <= expected, () -> count + " of " + wanted);
      }
    }
  }

  /** The counts that are exact for any number of matches. */
  private static boolean isOfColumns(SearchInventoryInput wanted) {
    return wanted.digits() == null
        && wanted.holderId() == null
        && wanted.label() == null
        && wanted.tagKey() == null
        && wanted.lineName() == null
        && wanted.assignedFrom() == null
        && wanted.assignedBefore() == null;
  }

  @Test
  void whatStaysAsItIsComesExactlyOnceWhileNumbersCome() {
    for (InventoryColumn column : InventoryColumn.values()) {
      SearchInventoryInput wanted =
          SearchInventoryInput.builder().sortBy(column).maxResults(7).build();
      List<Stocked> before =
          stock.stream()
              .filter(each -> each.isFound(wanted))
              .sorted(Stocked.order(wanted))
              .toList();
      List<String> old = before.stream().map(Stocked::e164).toList();
      List<String> found = new ArrayList<>();
      @Nullable String token = null;
      do {
        SearchInventoryOutput page = search(wanted.toBuilder().nextToken(token).build());
        requireNonNull(page.phoneNumbers()).stream()
            .map(RandomSearchTest::e164)
            .forEach(found::add);
        token = page.nextToken();
        inventory.add();
      } while (token != null && found.size() < 2_000);
      assertEquals(old, found.stream().filter(old::contains).toList(), column::toString);
    }
  }
}

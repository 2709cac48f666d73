package org.carillon.server.inventory.search;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SearchInventoryOutput;
import org.carillon.api.model.SortOrder;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers that nobody touches are found once each, however others move in the list meanwhile. */
final class SearchSnapshotTest {

  /** A page of a few numbers is put together out of many looks. */
  private static final ScanLimit LITTLE =
      new ScanLimit(2, List.of(3, 3, 9), List.of(3, 6), 3, 7, 4);

  private static final int LISTS = 40;

  @ParameterizedTest
  @EnumSource
  void untouchedNumbersComeExactlyOnce(Engine engine, @TempDir Path folder) throws Exception {
    try (TestServer server =
            new TestServer(engine, folder, TestServer.Settings.INITIAL.with(LITTLE));
        ExecutorService others = Executors.newSingleThreadExecutor()) {
      Tenant bells = server.organization();
      List<String> untouched = numbers(bells, "+120655501%02d");
      List<String> restless = numbers(bells, "+120655502%02d");
      AtomicBoolean done = new AtomicBoolean();
      Future<?> moving =
          others.submit(() -> {
            for (int i = 0; !done.get(); i++) {
              bells.call(
                  Operations.UPDATE_PHONE_NUMBER,
                  UpdatePhoneNumberInput.builder()
                      .phoneNumberId(restless.get(i % restless.size()))
                      .productType(
                          i / restless.size() % 2 == 0
                              ? PhoneNumberProductType.VOICE_CONNECTOR
                              : PhoneNumberProductType.BUSINESS_CALLING)
                      .build());
            }
          });
      try {
        for (int i = 0; i < LISTS; i++) {
          SortOrder order = i % 2 == 0 ? SortOrder.ASCENDING : SortOrder.DESCENDING;
          List<String> found = new ArrayList<>(list(bells, order));
          found.removeAll(restless);
          assertEquals(untouched, found.stream().sorted().toList(), order + ", list " + i);
        }
      } finally {
        done.set(true);
        moving.get();
      }
    }
  }

  private static List<String> numbers(Tenant organization, String format) {
    List<String> numbers = IntStream.range(0, 20).mapToObj(format::formatted).toList();
    numbers.forEach(each -> organization.stock(each, PhoneNumberProductType.BUSINESS_CALLING));
    return numbers;
  }

  private static List<String> list(Tenant organization, SortOrder order) {
    List<String> found = new ArrayList<>();
    String token = null;
    do {
      SearchInventoryOutput page =
          organization.call(
              Operations.SEARCH_INVENTORY,
              SearchInventoryInput.builder()
                  .sortBy(InventoryColumn.UPDATED)
                  .sortOrder(order)
                  .digits("5")
                  .maxResults(7)
                  .nextToken(token)
                  .build());
      for (PhoneNumberSummary each : requireNonNull(page.phoneNumbers())) {
        found.add(requireNonNull(requireNonNull(each.phoneNumber()).e164PhoneNumber()));
      }
      token = page.nextToken();
    } while (token != null);
    return found;
  }
}

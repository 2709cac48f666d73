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
import org.carillon.server.testing.TestService;
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
    try (TestService service =
            new TestService(engine, folder, TestService.Settings.INITIAL.with(LITTLE));
        ExecutorService others = Executors.newSingleThreadExecutor()) {
      String bells = service.organization();
      List<String> untouched = numbers(service, bells, "+120655501%02d");
      List<String> restless = numbers(service, bells, "+120655502%02d");
      AtomicBoolean done = new AtomicBoolean();
      Future<?> moving =
          others.submit(() -> {
            for (int i = 0; !done.get(); i++) {
              service.run(
                  bells,
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
          List<String> found = new ArrayList<>(list(service, bells, order));
          found.removeAll(restless);
          assertEquals(untouched, found.stream().sorted().toList(), order + ", list " + i);
        }
      } finally {
        done.set(true);
        moving.get();
      }
    }
  }

  private static List<String> numbers(TestService service, String organization, String format) {
    List<String> numbers = IntStream.range(0, 20).mapToObj(format::formatted).toList();
    numbers.forEach(
        each -> service.number(organization, each, PhoneNumberProductType.BUSINESS_CALLING));
    return numbers;
  }

  private static List<String> list(TestService service, String organization, SortOrder order) {
    List<String> found = new ArrayList<>();
    String token = null;
    do {
      SearchInventoryOutput page =
          service.run(
              organization,
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

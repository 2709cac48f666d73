package org.carillon.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.ListPhoneNumberLabelsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SortOrder;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.platform.operations.RequestOrigin;
import org.jspecify.annotations.Nullable;

/** Makes clients that search an inventory: usual searches, and such as are hard to answer. */
final class InventorySearches {

  private static final RequestOrigin REQUEST =
      new RequestOrigin("00000000-0000-4000-8000-000000000000", "127.0.0.1");

  /** So many pages into a list a client begins anew. */
  private static final int DEEP = 50;

  private final OperationRunner runner;
  private final Principal principal;

  InventorySearches(OperationRunner runner, String organizationId) {
    this.runner = runner;
    this.principal = Principal.system(organizationId, "bench");
  }

  /**
   * A kind of search.
   *
   * @param input makes one; its pages are asked for one after the other; null to list labels
   */
  record Search(String name, @Nullable Function<SplittableRandom, SearchInventoryInput> input) {}

  /** Returns the kinds of search to measure. */
  static List<Search> all() {
    List<Search> all = new ArrayList<>();
    all.add(new Search("everything", _ -> by().build()));
    for (InventoryColumn column : InventoryColumn.values()) {
      for (SortOrder order : SortOrder.values()) {
        all.add(
            new Search(
                "by " + column.value() + ", " + order.value(),
                _ -> by().sortBy(column).sortOrder(order).build()));
      }
    }
    all.add(new Search("7 digits", random -> by().digits(digits(random, 7)).build()));
    all.add(
        new Search(
            "7 digits, by HolderName",
            random -> by().digits(digits(random, 7)).sortBy(InventoryColumn.HOLDER_NAME).build()));
    all.add(new Search("5 digits", random -> by().digits(digits(random, 5)).build()));
    all.add(new Search("4 digits", random -> by().digits(digits(random, 4)).build()));
    all.add(new Search("3 digits", random -> by().digits(digits(random, 3)).build()));
    all.add(new Search("digits 206", _ -> by().digits("206").build()));
    for (InventoryColumn column :
        List.of(InventoryColumn.HOLDER_NAME, InventoryColumn.UPDATED, InventoryColumn.LABEL)) {
      all.add(
          new Search(
              "3 digits, by " + column.value(),
              random -> by().digits(digits(random, 3)).sortBy(column).build()));
    }
    all.add(new Search("1 digit", random -> by().digits(digits(random, 1)).build()));
    all.add(
        new Search(
            "3 digits, Unassigned, toll-free, label, by Assigned",
            random ->
                by().digits(digits(random, 3))
                    .status(PhoneNumberStatus.UNASSIGNED)
                    .type(PhoneNumberType.TOLL_FREE)
                    .label("main")
                    .sortBy(InventoryColumn.ASSIGNED)
                    .build()));
    all.add(
        new Search(
            "3 digits, Assigned, a Voice Connector",
            random ->
                by().digits(digits(random, 3))
                    .status(PhoneNumberStatus.ASSIGNED)
                    .holderId("holder-" + (1000 * random.nextInt(10) + 1))
                    .build()));
    all.add(
        new Search("a user", random -> by().holderId("holder-" + random.nextInt(400_000)).build()));
    all.add(new Search("lines, by HolderName", _ -> kind(HolderType.LINE)));
    all.add(new Search("groups, by HolderName", _ -> kind(HolderType.GROUP)));
    all.add(
        new Search("line name", random -> by().lineName("line " + random.nextInt(999)).build()));
    all.add(new Search("common label, by Updated", _ -> label("main")));
    all.add(new Search("rare label, by Updated", _ -> label("vip")));
    all.add(
        new Search(
            "common tag, by Updated",
            _ -> by().tagKey("site").sortBy(InventoryColumn.UPDATED).build()));
    all.add(
        new Search(
            "value of a tag, by Updated",
            _ -> by().tagKey("site").tagValue("Bonn").sortBy(InventoryColumn.UPDATED).build()));
    all.add(
        new Search(
            "two filters that exclude each other, by Country",
            _ ->
                by().productType(PhoneNumberProductType.VOICE_CONNECTOR)
                    .holderType(HolderType.LINE)
                    .sortBy(InventoryColumn.COUNTRY)
                    .build()));
    all.add(
        new Search(
            "assigned since, by Number",
            random ->
                by().assignedFrom(Instant.ofEpochSecond(1_700_000_000 + random.nextInt(900)))
                    .build()));
    all.add(new Search("counts of everything", _ -> counted().build()));
    all.add(new Search("counts, 3 digits", random -> counted().digits(digits(random, 3)).build()));
    all.add(new Search("counts, 5 digits", random -> counted().digits(digits(random, 5)).build()));
    all.add(
        new Search("counts, toll-free", _ -> counted().type(PhoneNumberType.TOLL_FREE).build()));
    all.add(
        new Search(
            "counts, toll-free and lines",
            _ -> counted().type(PhoneNumberType.TOLL_FREE).holderType(HolderType.LINE).build()));
    all.add(new Search("counts, common label", _ -> counted().label("main").build()));
    all.add(new Search("labels", null));
    return all;
  }

  private static SearchInventoryInput.Builder by() {
    return SearchInventoryInput.builder();
  }

  private static SearchInventoryInput.Builder counted() {
    return by().includeCounts(true).maxResults(1);
  }

  private static SearchInventoryInput kind(HolderType kind) {
    return by().holderType(kind).sortBy(InventoryColumn.HOLDER_NAME).build();
  }

  private static SearchInventoryInput label(String label) {
    return by().label(label).sortBy(InventoryColumn.UPDATED).build();
  }

  private static String digits(SplittableRandom random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /** So many clients that make such searches. */
  List<Client> clients(Search search, int count) {
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(new Searcher(search, new SplittableRandom(i)));
    }
    return clients;
  }

  private final class Searcher implements Client {

    private final Search search;
    private final SplittableRandom random;
    private @Nullable SearchInventoryInput next;
    private int pages;

    Searcher(Search search, SplittableRandom random) {
      this.search = search;
      this.random = random;
    }

    @Override
    public Outcome next() {
      Function<SplittableRandom, SearchInventoryInput> input = search.input();
      if (input == null) {
        runner.run(
            Operations.LIST_PHONE_NUMBER_LABELS,
            () -> ListPhoneNumberLabelsInput.builder().build(),
            principal,
            REQUEST);
        return Outcome.DONE;
      }
      SearchInventoryInput asked = next == null || pages == DEEP ? input.apply(random) : next;
      pages = asked.nextToken() == null ? 1 : pages + 1;
      String token =
          runner.run(Operations.SEARCH_INVENTORY, () -> asked, principal, REQUEST).nextToken();
      next = token == null ? null : asked.toBuilder().nextToken(token).build();
      return Outcome.DONE;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}

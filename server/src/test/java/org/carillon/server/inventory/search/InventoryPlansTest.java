package org.carillon.server.inventory.search;

import java.nio.file.Path;
import java.util.Map;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.GetPhoneNumberAnnotationsInput;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.ListPhoneNumberLabelsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SortOrder;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.QueryPlans;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each way of searching; SQLite tells for empty tables too. */
final class InventoryPlansTest {

  /** No filter leaves few numbers, so every search walks the list. */
  private static final ScanLimit WALK =
      new ScanLimit(
          -1,
          ScanLimit.USUAL.coveredWindows(),
          ScanLimit.USUAL.fetchedWindows(),
          -1,
          ScanLimit.USUAL.countedCovered(),
          ScanLimit.USUAL.countedFetched());

  private static final String PAGE = "ScanLimit bounds the numbers that are sorted for a page";
  private static final String WINDOWS = "a walk ends where the windows of ScanLimit do";
  private static final String FIRST_FACET = "the first facet is that of the first row";

  @TempDir private Path folder;

  private <I> QueryPlans plans(ScanLimit scanLimit, OperationShape<I, ?> shape, I input) {
    try (TestServer server =
        new TestServer(Engine.SQLITE, folder, TestServer.Settings.INITIAL.with(scanLimit))) {
      Tenant organization = server.organization();
      organization.stock("+12065550100", PhoneNumberProductType.BUSINESS_CALLING);
      QueryPlans plans = organization.plans(shape, input);
      server.sql("delete from number_suffix");
      server.sql("delete from phone_number");
      return plans;
    }
  }

  /** Verifies a search for a few numbers. */
  private void search(SearchInventoryInput input, String... indexes) {
    plans(ScanLimit.USUAL, Operations.SEARCH_INVENTORY, input).sorting(PAGE).use(indexes);
  }

  /** Verifies a search that walks the index from the organization's first number. */
  private void walk(String walked, SearchInventoryInput input, String... indexes) {
    plans(WALK, Operations.SEARCH_INVENTORY, input)
        .sorting(PAGE)
        .walking(walked, WINDOWS)
        .use(indexes);
  }

  /** Verifies a search that walks an index from a value in it. */
  private void walkPart(SearchInventoryInput input, String... indexes) {
    plans(WALK, Operations.SEARCH_INVENTORY, input).sorting(PAGE).use(indexes);
  }

  private void counted(SearchInventoryInput input, String... indexes) {
    plans(ScanLimit.USUAL, Operations.SEARCH_INVENTORY, input)
        .sorting(PAGE)
        .walking("inventory_by_facet", FIRST_FACET)
        .use(indexes);
  }

  @Test
  void eachColumnIsWalkedInTheOrderOfAnIndex() {
    Map.of(
            InventoryColumn.NUMBER,
            "COVERING INDEX inventory_by_number (organization_id=?)",
            InventoryColumn.STATUS,
            "COVERING INDEX inventory_by_state (organization_id=? AND phase=? AND assigned=?)",
            InventoryColumn.PRODUCT_TYPE,
            "INDEX inventory_by_product (organization_id=? AND product_type=?)",
            InventoryColumn.TYPE,
            "INDEX inventory_by_type (organization_id=? AND type=?)",
            InventoryColumn.COUNTRY,
            "INDEX inventory_by_country (organization_id=? AND country>?)",
            InventoryColumn.HOLDER_NAME,
            "INDEX inventory_by_holder_name (organization_id=? AND holder_key>?)",
            InventoryColumn.ASSIGNED,
            "INDEX inventory_by_holding (organization_id=? AND held_since>?)",
            InventoryColumn.LABEL,
            "INDEX inventory_by_label (organization_id=? AND label_key>?)",
            InventoryColumn.UPDATED,
            "INDEX inventory_by_change (organization_id=? AND changed_at>?)",
            InventoryColumn.CREATED,
            "number_page (organization_id=?)")
        .forEach((column, index) -> {
          for (SortOrder order : SortOrder.values()) {
            SearchInventoryInput sorted =
                SearchInventoryInput.builder().sortBy(column).sortOrder(order).build();
            switch (column) {
              case NUMBER -> walk("inventory_by_number", sorted, index);
              case CREATED -> walk("number_page", sorted, index);
              default -> walkPart(sorted, index);
            }
          }
        });
  }

  @Test
  void walkingWithFiltersKeepsToTheIndexOfTheOrder() {
    SearchInventoryInput all =
        SearchInventoryInput.builder()
            .digits("206")
            .productType(PhoneNumberProductType.BUSINESS_CALLING)
            .type(PhoneNumberType.LOCAL)
            .country("US")
            .holderType(HolderType.USER)
            .build();
    walk("inventory_by_number", all, "COVERING INDEX inventory_by_number (organization_id=?)");
    walkPart(
        all.toBuilder().status(PhoneNumberStatus.ASSIGNED).build(),
        "COVERING INDEX inventory_by_state (organization_id=? AND phase=? AND assigned=?)");
    walkPart(
        all.toBuilder()
            .sortBy(InventoryColumn.HOLDER_NAME)
            .label("vip")
            .tagKey("site")
            .holderId("jane")
            .build(),
        "INDEX inventory_by_holder_name (organization_id=? AND holder_key>?)",
        "PRIMARY KEY (number_id=? AND label_key=? AND organization_id=?)",
        "PRIMARY KEY (number_id=? AND tag_key=? AND organization_id=?)",
        "one_seat (organization_id=? AND holder_id=? AND number_id=?)");
  }

  @Test
  void eachFilterThatLeavesAFewHasAnIndexOfItsOwn() {
    String fetch = "PRIMARY KEY (number_id=? AND organization_id=?)";
    SearchInventoryInput.Builder by = SearchInventoryInput.builder();
    search(
        by.digits("999").build(),
        "number_suffix USING PRIMARY KEY (organization_id=? AND suffix>? AND suffix<?)",
        fetch);
    by.digits(null);
    search(by.label("vip").build(), "numbers_of_label (organization_id=?", fetch);
    by.label(null);
    search(
        by.tagKey("site").build(),
        "COVERING INDEX numbers_of_tag (organization_id=? AND tag_key=?)",
        fetch);
    search(
        by.tagValue("Berlin").build(),
        "COVERING INDEX numbers_of_tag (organization_id=? AND tag_key=? AND tag_value=?)",
        fetch);
    by.tagKey(null).tagValue(null);
    search(
        by.holderId("jane").build(),
        "one_seat (organization_id=? AND holder_id=? AND number_id>?)",
        fetch);
    by.holderId(null);
    search(
        by.lineName("s").build(),
        "inventory_by_holder_name (organization_id=? AND holder_key>? AND holder_key<?)",
        fetch);
    by.lineName(null);
    search(
        by.holderType(HolderType.LINE).build(),
        "inventory_by_kind (organization_id=? AND holder_kind=?)",
        fetch);
    by.holderType(null);
    search(
        by.assignedFrom(java.time.Instant.EPOCH).build(),
        "inventory_by_holding (organization_id=? AND held_since>?)",
        fetch);
    by.assignedFrom(null);
    search(
        by.status(PhoneNumberStatus.DELETE_IN_PROGRESS).build(),
        "COVERING INDEX number_page_by_state (organization_id=? AND phase=? AND assigned=?)",
        fetch);
    by.status(null);
    search(
        by.country("DE").build(), "inventory_by_country (organization_id=? AND country=?)", fetch);
  }

  @Test
  void countsByColumnsReadTheFacetsAndTheNumbersOfEach() {
    counted(
        SearchInventoryInput.builder().includeCounts(true).type(PhoneNumberType.LOCAL).build(),
        "COVERING INDEX inventory_by_facet (organization_id=? AND facet>?)",
        "COVERING INDEX inventory_by_facet (organization_id=? AND facet=? AND holder_kind=?)");
    counted(
        SearchInventoryInput.builder().includeCounts(true).holderType(HolderType.USER).build(),
        "COVERING INDEX inventory_by_facet (organization_id=? AND facet=? AND holder_kind=?)");
  }

  @Test
  void numbersPastTheirDeadlineAreNotLookedForInAllOfTheDeletionQueue() {
    try (TestServer server = new TestServer(Engine.SQLITE, folder)) {
      Tenant bells = server.organization();
      bells.stock("+12065550100", PhoneNumberProductType.BUSINESS_CALLING);
      bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput("+12065550100"));
      String index =
          "COVERING INDEX inventory_by_facet (organization_id=? AND facet=? AND holder_kind=? AND ";
      bells
          .plans(
              Operations.SEARCH_INVENTORY,
              SearchInventoryInput.builder().includeCounts(true).build())
          .sorting(PAGE)
          .walking("inventory_by_number", WINDOWS)
          .walking("inventory_by_facet", FIRST_FACET)
          .use(index + "leaves_at<?", index + "leaves_at>?");
    }
  }

  @Test
  void countsReadACoveringIndexOfEachStatus() {
    walk(
        "inventory_by_number",
        SearchInventoryInput.builder().includeCounts(true).digits("206").build(),
        "COVERING INDEX inventory_by_state (organization_id=? AND phase=? AND assigned=?)");
  }

  @Test
  void labelsJumpFromOneToTheNext() {
    plans(
            ScanLimit.USUAL,
            Operations.LIST_PHONE_NUMBER_LABELS,
            ListPhoneNumberLabelsInput.builder().build())
        .use(
            "numbers_of_label (organization_id=? AND label_key>?)",
            "numbers_of_label (organization_id=? AND label_key=?)");
    plans(
            ScanLimit.USUAL,
            Operations.GET_PHONE_NUMBER_ANNOTATIONS,
            new GetPhoneNumberAnnotationsInput("+12065550100"))
        .use(
            "number_label USING PRIMARY KEY (number_id=?",
            "number_note USING PRIMARY KEY (number_id=?");
  }

  @Test
  void fullPageFarIntoAListIsReadByItsPositionAndItsKeys() {
    try (TestServer server =
        new TestServer(Engine.SQLITE, folder, TestServer.Settings.INITIAL.with(WALK))) {
      Tenant bells = server.organization();
      for (int i = 1_000; i < 1_201; i++) {
        bells.stock("+1206555" + i, PhoneNumberProductType.BUSINESS_CALLING);
      }
      SearchInventoryInput first =
          SearchInventoryInput.builder().sortBy(InventoryColumn.UPDATED).build();
      String token = bells.call(Operations.SEARCH_INVENTORY, first).nextToken();
      bells
          .plans(Operations.SEARCH_INVENTORY, first.toBuilder().nextToken(token).build())
          .sorting(PAGE)
          .use(
              "inventory_by_change (organization_id=? AND (changed_at,e164)>(?,?))",
              "phone_number USING PRIMARY KEY (number_id=?)",
              "number_label USING PRIMARY KEY (number_id=?)",
              "number_tag USING PRIMARY KEY (number_id=?)");
    }
  }
}

package org.carillon.server.inventory.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.GetPhoneNumberAnnotationsInput;
import org.carillon.api.model.HolderKind;
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
import org.carillon.server.testing.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each way of searching; SQLite tells for empty tables too. */
final class InventoryPlansTest {

  /** Nothing is few, so that whatever is searched is walked. */
  private static final ScanLimit WALK =
      new ScanLimit(
          -1,
          ScanLimit.USUAL.coveredWindows(),
          ScanLimit.USUAL.fetchedWindows(),
          -1,
          ScanLimit.USUAL.countedCovered(),
          ScanLimit.USUAL.countedFetched());

  @TempDir private Path folder;

  private <I> String plans(ScanLimit effort, OperationShape<I, ?> shape, I input) {
    try (TestService service =
        new TestService(
            Engine.SQLITE,
            folder,
            on -> new InventoryFeature(on.platform(), on.numbers(), effort).operations())) {
      String organization = service.organization();
      service.number(organization, "+12065550100", PhoneNumberProductType.BUSINESS_CALLING);
      List<String> plans = service.plans(organization, shape, input);
      String text = String.join("\n", plans);
      assertTrue(
          plans.stream()
              .noneMatch(step ->
                  step.matches(
                      "SCAN (?!phone_number$|few$|found$|keys$|facets$|counted$|t$|\\(subquery).*")),
          text);
      service.sql("delete from number_suffix");
      service.sql("delete from phone_number");
      return text;
    }
  }

  private void search(ScanLimit effort, SearchInventoryInput input, String... indexes) {
    String text = plans(effort, Operations.SEARCH_INVENTORY, input);
    for (String index : indexes) {
      assertTrue(text.contains(index), () -> input + "\n" + index + "\n" + text);
    }
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
            search(
                WALK,
                SearchInventoryInput.builder().sortBy(column).sortOrder(order).build(),
                index);
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
            .holderKind(HolderKind.USER)
            .build();
    search(WALK, all, "COVERING INDEX inventory_by_number (organization_id=?)");
    search(
        WALK,
        all.toBuilder().status(PhoneNumberStatus.ASSIGNED).build(),
        "COVERING INDEX inventory_by_state (organization_id=? AND phase=? AND assigned=?)");
    search(
        WALK,
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
        ScanLimit.USUAL,
        by.digits("999").build(),
        "number_suffix USING PRIMARY KEY (organization_id=? AND suffix>? AND suffix<?)",
        fetch);
    by.digits(null);
    search(ScanLimit.USUAL, by.label("vip").build(), "numbers_of_label (organization_id=?", fetch);
    by.label(null);
    search(
        ScanLimit.USUAL,
        by.tagKey("site").build(),
        "COVERING INDEX numbers_of_tag (organization_id=? AND tag_key=?)",
        fetch);
    search(
        ScanLimit.USUAL,
        by.tagValue("Berlin").build(),
        "COVERING INDEX numbers_of_tag (organization_id=? AND tag_key=? AND tag_value=?)",
        fetch);
    by.tagKey(null).tagValue(null);
    search(
        ScanLimit.USUAL,
        by.holderId("jane").build(),
        "one_seat (organization_id=? AND holder_id=? AND number_id>?)",
        fetch);
    by.holderId(null);
    search(
        ScanLimit.USUAL,
        by.lineName("s").build(),
        "inventory_by_holder_name (organization_id=? AND holder_key>? AND holder_key<?)",
        fetch);
    by.lineName(null);
    search(
        ScanLimit.USUAL,
        by.holderKind(HolderKind.LINE).build(),
        "inventory_by_kind (organization_id=? AND holder_kind=?)",
        fetch);
    by.holderKind(null);
    search(
        ScanLimit.USUAL,
        by.assignedFrom(java.time.Instant.EPOCH).build(),
        "inventory_by_holding (organization_id=? AND held_since>?)",
        fetch);
    by.assignedFrom(null);
    search(
        ScanLimit.USUAL,
        by.status(PhoneNumberStatus.DELETE_IN_PROGRESS).build(),
        "COVERING INDEX number_page_by_state (organization_id=? AND phase=? AND assigned=?)",
        fetch);
    by.status(null);
    search(
        ScanLimit.USUAL,
        by.country("DE").build(),
        "inventory_by_country (organization_id=? AND country=?)",
        fetch);
  }

  @Test
  void countsByColumnsReadTheFacetsAndTheNumbersOfEach() {
    search(
        ScanLimit.USUAL,
        SearchInventoryInput.builder().includeCounts(true).type(PhoneNumberType.LOCAL).build(),
        "COVERING INDEX inventory_by_facet (organization_id=? AND facet>?)",
        "COVERING INDEX inventory_by_facet (organization_id=? AND facet=? AND holder_kind=?)");
    search(
        ScanLimit.USUAL,
        SearchInventoryInput.builder().includeCounts(true).holderKind(HolderKind.USER).build(),
        "COVERING INDEX inventory_by_facet (organization_id=? AND facet=? AND holder_kind=?)");
  }

  @Test
  void numbersPastTheirDeadlineAreNotLookedForInAllOfTheDeletionQueue() {
    try (TestService service =
        new TestService(
            Engine.SQLITE,
            folder,
            on -> new InventoryFeature(on.platform(), on.numbers()).operations())) {
      String bells = service.organization();
      service.number(bells, "+12065550100", PhoneNumberProductType.BUSINESS_CALLING);
      service.run(
          bells, Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput("+12065550100"));
      String text =
          String.join(
              "\n",
              service.plans(
                  bells,
                  Operations.SEARCH_INVENTORY,
                  SearchInventoryInput.builder().includeCounts(true).build()));
      for (String deadline : List.of("leaves_at<?", "leaves_at>?")) {
        String index =
            "COVERING INDEX inventory_by_facet (organization_id=? AND facet=? AND holder_kind=? AND"
                + " "
                + deadline;
        assertTrue(text.contains(index), () -> index + "\n" + text);
      }
    }
  }

  @Test
  void countsReadACoveringIndexOfEachStatus() {
    search(
        WALK,
        SearchInventoryInput.builder().includeCounts(true).digits("206").build(),
        "COVERING INDEX inventory_by_state (organization_id=? AND phase=? AND assigned=?)");
  }

  @Test
  void labelsJumpFromOneToTheNext() {
    String list =
        plans(
            ScanLimit.USUAL,
            Operations.LIST_PHONE_NUMBER_LABELS,
            ListPhoneNumberLabelsInput.builder().build());
    assertTrue(list.contains("numbers_of_label (organization_id=? AND label_key>?)"), list);
    assertTrue(list.contains("numbers_of_label (organization_id=? AND label_key=?)"), list);
    String one =
        plans(
            ScanLimit.USUAL,
            Operations.GET_PHONE_NUMBER_ANNOTATIONS,
            new GetPhoneNumberAnnotationsInput("+12065550100"));
    assertTrue(one.contains("number_label USING PRIMARY KEY (number_id=?"), one);
    assertTrue(one.contains("number_note USING PRIMARY KEY (number_id=?"), one);
  }

  @Test
  void fullPageFarIntoAListIsReadByItsPositionAndItsKeys() {
    try (TestService service =
        new TestService(
            Engine.SQLITE,
            folder,
            on -> new InventoryFeature(on.platform(), on.numbers(), WALK).operations())) {
      String bells = service.organization();
      for (int i = 1_000; i < 1_201; i++) {
        service.number(bells, "+1206555" + i, PhoneNumberProductType.BUSINESS_CALLING);
      }
      SearchInventoryInput first =
          SearchInventoryInput.builder().sortBy(InventoryColumn.UPDATED).build();
      String token = service.run(bells, Operations.SEARCH_INVENTORY, first).nextToken();
      String text =
          String.join(
              "\n",
              service.plans(
                  bells, Operations.SEARCH_INVENTORY, first.toBuilder().nextToken(token).build()));
      for (String index :
          List.of(
              "inventory_by_change (organization_id=? AND (changed_at,e164)>(?,?))",
              "phone_number USING PRIMARY KEY (number_id=?)",
              "number_label USING PRIMARY KEY (number_id=?)",
              "number_tag USING PRIMARY KEY (number_id=?)")) {
        assertTrue(text.contains(index), () -> index + "\n" + text);
      }
    }
  }
}

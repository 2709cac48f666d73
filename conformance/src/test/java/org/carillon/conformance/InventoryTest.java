package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.Tag;

/** Finding numbers among all that the organization has, and writing on them what people know. */
final class InventoryTest {

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();
  private final String label = Office.unique("VIP");
  private final String jane = office.user("jane");
  private final List<String> numbers = office.ordered("504", 4).stream().sorted().toList();

  @BeforeEach
  void annotate() {
    office.assign(jane, numbers.get(0));
    for (String number : numbers) {
      annotations(number).member("Labels", List.of(label)).answers(204);
    }
  }

  private Question annotations(String number) {
    return carillon.put("/phone-numbers/{}/annotations", number);
  }

  private JsonNode written(String number) {
    return carillon.get("/phone-numbers/{}/annotations", number).answers(200);
  }

  private Question search() {
    return carillon.get("/phone-number-inventory").with("label", label);
  }

  private static List<String> found(JsonNode page) {
    return page.path("PhoneNumbers")
        .valueStream()
        .map(each -> each.path("PhoneNumber").path("E164PhoneNumber").asText())
        .toList();
  }

  @Test
  void labelsAndANoteAreWrittenApartFromEachOther() {
    String number = numbers.get(1);
    annotations(number).member("Note", "Call back before noon.").answers(204);
    JsonNode both = written(number);
    assertEquals(List.of(label), both.path("Labels").valueStream().map(JsonNode::asText).toList());
    assertEquals("Call back before noon.", both.path("Note").asText());
    assertTrue(both.hasNonNull("NotedTimestamp"));
    annotations(number).member("Labels", List.of("Zulu", "alpha")).answers(204);
    assertEquals(
        List.of("alpha", "Zulu"),
        written(number).path("Labels").valueStream().map(JsonNode::asText).toList());
    annotations(number).member("Note", "").member("Labels", List.of()).answers(204);
    JsonNode none = written("%2B" + number.substring(1));
    assertEquals(0, none.path("Labels").size());
    assertFalse(none.hasNonNull("Note"));
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    String number = numbers.get(0);
    annotations(number).raw("{}").refuses(400, "BadRequestException", "Labels and Note are absent");
    annotations(number)
        .member("Labels", List.of("VIP", "vip"))
        .refuses(400, "BadRequestException", "VIP", "vip", "letter case");
    annotations(number)
        .member("Labels", List.of(" padded"))
        .refuses(400, "BadRequestException", "Labels[0] must");
    annotations(number)
        .member("Note", "x".repeat(4097))
        .refuses(400, "BadRequestException", "Note must", "4096");
    annotations("+15045559999")
        .member("Note", "x")
        .refuses(404, "NotFoundException", "+15045559999");
    carillon
        .get("/phone-numbers/{}/annotations", "+15045559999")
        .refuses(404, "NotFoundException", "+15045559999");
  }

  @Test
  void batchWritesWhatItCanAndNamesTheRest() {
    JsonNode errors =
        carillon
            .post("/phone-numbers?operation=batch-put-annotations")
            .member(
                "PhoneNumberAnnotationItems",
                List.of(
                    Map.of("PhoneNumberId", numbers.get(0), "Note", "first"),
                    Map.of("PhoneNumberId", "+15045559999", "Note", "second"),
                    Map.of("PhoneNumberId", numbers.get(1), "Labels", List.of("a", "A"))))
            .answers(200)
            .path("PhoneNumberErrors");
    assertEquals(2, errors.size(), errors.toString());
    assertEquals("NotFound", errors.path(0).path("ErrorCode").asText());
    assertEquals("BadRequest", errors.path(1).path("ErrorCode").asText());
    assertEquals("first", written(numbers.get(0)).path("Note").asText());
    carillon
        .post("/phone-numbers?operation=batch-put-annotations")
        .member("PhoneNumberAnnotationItems", List.of())
        .refuses(400, "BadRequestException", "PhoneNumberAnnotationItems must");
  }

  @Test
  void labelsAreListedWithHowManyNumbersBearThem() {
    List<String> seen = new ArrayList<>();
    for (JsonNode page : carillon.get("/phone-number-labels").with("max-results", 2).pages()) {
      page.path("Labels")
          .forEach(
              each -> seen.add(each.path("Label").asText() + " " + each.path("Count").asText()));
    }
    assertTrue(seen.contains(label + " 4"), seen.toString());
    assertEquals(seen.stream().distinct().count(), seen.size());
  }

  @Test
  void filtersHoldTogether() {
    String assigned = numbers.get(0);
    JsonNode all = search().answers(200);
    assertEquals(numbers, found(all));
    JsonNode first = all.path("PhoneNumbers").path(0);
    assertEquals(jane, first.path("Holder").path("HolderId").asText());
    assertEquals("User", first.path("Holder").path("Type").asText());
    assertEquals(label, first.path("Labels").path(0).asText());
    assertTrue(first.hasNonNull("AssignedTimestamp"));
    assertFalse(all.path("PhoneNumbers").path(1).hasNonNull("Holder"));

    assertEquals(List.of(assigned), found(search().with("status", "Assigned").answers(200)));
    assertEquals(numbers.subList(1, 4), found(search().with("status", "Unassigned").answers(200)));
    assertEquals(List.of(assigned), found(search().with("holder-id", jane).answers(200)));
    assertEquals(List.of(assigned), found(search().with("holder-type", "User").answers(200)));
    assertEquals(List.of(), found(search().with("holder-type", "Line").answers(200)));
    String last = numbers.get(3);
    String digits = "(" + last.substring(5, 8) + ") " + last.substring(8);
    assertEquals(List.of(last), found(search().with("digits", digits).answers(200)));
    assertEquals(
        numbers,
        found(
            search()
                .with("product-type", "BusinessCalling")
                .with("type", "Local")
                .with("country", "US")
                .answers(200)));
    assertEquals(
        List.of(), found(search().with("assigned-from", "2099-01-01T00:00:00Z").answers(200)));
    assertEquals(
        List.of(assigned),
        found(search().with("assigned-before", "2099-01-01T00:00:00Z").answers(200)));
  }

  @Test
  void numbersAreFoundByTheTagsThatAnSdkHasGivenThem() {
    String organization =
        office.chime.getAccount(r -> r.accountId(office.account)).account().awsAccountId();
    String key = Office.unique("site");
    for (String number : numbers.subList(0, 2)) {
      RunningServer.voice()
          .tagResource(r ->
              r.resourceARN(
                      "arn:aws:chime:us-east-1:"
                          + organization
                          + ":phone-number/"
                          + number.substring(1))
                  .tags(Tag.builder().key(key).value("Berlin").build()));
    }
    JsonNode tagged = carillon.get("/phone-number-inventory").with("tag-key", key).answers(200);
    assertEquals(numbers.subList(0, 2), found(tagged));
    assertEquals(
        key, tagged.path("PhoneNumbers").path(0).path("Tags").path(0).path("Key").asText());
    assertEquals(
        List.of(), found(search().with("tag-key", key).with("tag-value", "berlin").answers(200)));
    assertEquals(
        numbers.subList(0, 1),
        found(search().with("tag-key", key).with("status", "Assigned").answers(200)));
  }

  @Test
  void numbersOfALineAreFoundByItsName() {
    String name = Office.unique("Reception");
    carillon
        .post("/lines")
        .member("E164PhoneNumber", numbers.get(2))
        .member("Name", name)
        .member("AssignedUserIds", List.of(jane))
        .answers(201);
    JsonNode lines =
        carillon
            .get("/phone-number-inventory")
            .with("line-name", name.toUpperCase(Locale.ROOT))
            .answers(200);
    assertEquals(List.of(numbers.get(2)), found(lines));
    assertEquals(name, lines.path("PhoneNumbers").path(0).path("Holder").path("Name").asText());
    assertEquals(
        List.of(numbers.get(0), numbers.get(2)),
        found(search().with("holder-id", jane).answers(200)));
  }

  @Test
  void everyColumnSortsBothWaysAndPagesFitTogether() {
    for (String column :
        List.of(
            "Number",
            "Status",
            "ProductType",
            "Type",
            "Country",
            "HolderName",
            "Assigned",
            "Label",
            "Created",
            "Updated")) {
      List<String> up = pages(search().with("sort-by", column));
      List<String> down = pages(search().with("sort-by", column).with("sort-order", "Descending"));
      assertEquals(numbers, up.stream().sorted().toList(), column);
      assertEquals(up.reversed(), down, column);
    }
  }

  private static List<String> pages(Question first) {
    return first.with("max-results", 3).pages().stream()
        .flatMap(page -> found(page).stream())
        .toList();
  }

  @Test
  void countsStandByStatusWhateverTheFilterByStatus() {
    JsonNode counted =
        search().with("include-counts", true).with("status", "Assigned").answers(200);
    assertEquals(1, counted.path("PhoneNumbers").size());
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode each : counted.path("Counts")) {
      assertTrue(each.path("Exact").asBoolean());
      if (each.path("Count").asInt() > 0) {
        counts.put(each.path("Status").asText(), each.path("Count").asInt());
      }
    }
    assertEquals(Map.of("Assigned", 1, "Unassigned", 3), counts);
    assertFalse(search().answers(200).hasNonNull("Counts"));
  }

  @Test
  void searchWithoutSenseIsRefused() {
    search().with("digits", "()").refuses(400, "BadRequestException", "Digits", "1 to 15");
    search().with("digits", "2§6").refuses(400, "BadRequestException", "Digits", "position 1");
    search().with("status", "Lost").refuses(400, "BadRequestException", "Status must");
    search().with("sort-by", "Price").refuses(400, "BadRequestException", "SortBy must");
    search()
        .with("include-counts", "maybe")
        .refuses(400, "BadRequestException", "IncludeCounts must");
    search()
        .with("assigned-from", "today")
        .refuses(400, "BadRequestException", "AssignedFrom must");
    String token = search().with("max-results", 1).answers(200).path("NextToken").asText();
    search()
        .with("status", "Unassigned")
        .with("max-results", 1)
        .with("next-token", token)
        .refuses(400, "BadRequestException", "NextToken");
  }
}

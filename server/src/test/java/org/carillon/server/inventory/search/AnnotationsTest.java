package org.carillon.server.inventory.search;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.BatchPutPhoneNumberAnnotationsInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.GetPhoneNumberAnnotationsInput;
import org.carillon.api.model.GetPhoneNumberAnnotationsOutput;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.ListPhoneNumberLabelsInput;
import org.carillon.api.model.ListPhoneNumberLabelsOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAnnotationItem;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.model.PhoneNumberHolder;
import org.carillon.api.model.PhoneNumberLabelCount;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.api.model.PutPhoneNumberAnnotationsInput;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels and notes, and what else a search tells of a number, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class AnnotationsTest {

  private static final String FIRST = "+12065550100";
  private static final String SECOND = "+12065550101";
  private static final String THIRD = "+12065550102";

  private final TestServer server;
  private final Tenant bells;

  AnnotationsTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    List.of(FIRST, SECOND, THIRD)
        .forEach(each -> bells.stock(each, PhoneNumberProductType.VOICE_CONNECTOR));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void put(String e164, @Nullable List<String> labels, @Nullable String note) {
    bells.call(
        Operations.PUT_PHONE_NUMBER_ANNOTATIONS,
        new PutPhoneNumberAnnotationsInput(labels, note, e164));
  }

  private GetPhoneNumberAnnotationsOutput written(String e164) {
    return bells.call(
        Operations.GET_PHONE_NUMBER_ANNOTATIONS, new GetPhoneNumberAnnotationsInput(e164));
  }

  private List<PhoneNumberSummary> found(SearchInventoryInput input) {
    return requireNonNull(bells.call(Operations.SEARCH_INVENTORY, input).phoneNumbers());
  }

  private List<String> numbers(SearchInventoryInput input) {
    return found(input).stream()
        .map(each -> requireNonNull(requireNonNull(each.phoneNumber()).e164PhoneNumber()))
        .toList();
  }

  @Test
  void labelsStandInTheOrderInWhichNumbersAreSortedByThem() {
    String wideA = "\uff21";
    String bell = "\ud83d\udd14";
    put(FIRST, List.of(bell, wideA), null);
    put(SECOND, List.of("\uff22"), null);
    assertEquals(List.of(wideA, bell), written(FIRST).labels());
    assertEquals(
        List.of(FIRST, SECOND, THIRD),
        numbers(SearchInventoryInput.builder().sortBy(InventoryColumn.LABEL).build()));
  }

  @Test
  void whatIsPutTakesThePlaceOfWhatThereWasAndTheRestStays() {
    put(FIRST, List.of("VIP", "Berlin"), "Rings at the desk");
    Instant noted = requireNonNull(written(FIRST).notedTimestamp());
    assertEquals(List.of("Berlin", "VIP"), written(FIRST).labels());
    assertEquals("Rings at the desk", written(FIRST).note());
    put("%2B12065550100", List.of("vip"), null);
    assertEquals(
        new GetPhoneNumberAnnotationsOutput(List.of("vip"), "Rings at the desk", noted),
        written(FIRST));
    put(FIRST, null, "");
    assertEquals(List.of("vip"), written(FIRST).labels());
    assertNull(written(FIRST).note());
    put(FIRST, List.of(), null);
    assertEquals(new GetPhoneNumberAnnotationsOutput(List.of(), null, null), written(FIRST));
  }

  @Test
  void labelIsBorneOnceWhateverTheLetterCase() {
    assertEquals(
        "Labels lists VIP and vip, which are equal except for letter case; remove one",
        assertThrows(BadRequestException.class, () -> put(FIRST, List.of("VIP", "vip"), "note"))
            .getMessage());
    assertNull(written(FIRST).note());
    assertEquals(
        "Labels and Note are absent; give at least one of them",
        assertThrows(BadRequestException.class, () -> put(FIRST, null, null)).getMessage());
  }

  @Test
  void eachNumberOfABatchIsWrittenOnOrRefusedByItself() {
    List<PhoneNumberError> errors =
        bells
            .call(
                Operations.BATCH_PUT_PHONE_NUMBER_ANNOTATIONS,
                new BatchPutPhoneNumberAnnotationsInput(
                    List.of(
                        item(FIRST, List.of("main")),
                        item("+12065550199", List.of("main")),
                        item(SECOND, List.of("a", "A")),
                        item(THIRD, List.of("main", "Sales")))))
            .phoneNumberErrors();
    assertEquals(
        List.of("+12065550199", SECOND),
        requireNonNull(errors).stream().map(PhoneNumberError::phoneNumberId).toList());
    assertEquals(
        List.of(ErrorCode.NOT_FOUND, ErrorCode.BAD_REQUEST),
        errors.stream().map(PhoneNumberError::errorCode).toList());
    assertEquals(List.of(), written(SECOND).labels());
    assertEquals(List.of("main", "Sales"), written(THIRD).labels());
    assertEquals(List.of(FIRST, THIRD), numbers(by().label("MAIN").build()));
  }

  private static PhoneNumberAnnotationItem item(String id, List<String> labels) {
    return new PhoneNumberAnnotationItem(labels, null, id);
  }

  private static SearchInventoryInput.Builder by() {
    return SearchInventoryInput.builder();
  }

  @Test
  void labelsAreListedWithHowManyNumbersBearThem() {
    put(FIRST, List.of("VIP", "Berlin"), null);
    put(SECOND, List.of("vip", "zebra"), null);
    List<PhoneNumberLabelCount> all = new ArrayList<>();
    String token = null;
    do {
      ListPhoneNumberLabelsOutput page =
          bells.call(Operations.LIST_PHONE_NUMBER_LABELS, new ListPhoneNumberLabelsInput(1, token));
      all.addAll(requireNonNull(page.labels()));
      token = page.nextToken();
    } while (token != null);
    assertEquals(
        List.of(
            new PhoneNumberLabelCount("Berlin", 1, true),
            new PhoneNumberLabelCount("VIP", 2, true),
            new PhoneNumberLabelCount("zebra", 1, true)),
        all);
  }

  @Test
  void writingStaysInTheDeletionQueueAndGoesWithTheNumber() {
    put(FIRST, List.of("VIP"), "note");
    bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(FIRST));
    assertEquals(List.of("VIP"), written(FIRST).labels());
    server.pass(java.time.Duration.ofDays(8));
    assertThrows(NotFoundException.class, () -> written(FIRST));
    assertEquals(List.of(SECOND, THIRD), numbers(by().digits("206").build()));
  }

  @Test
  void formattingOfDigitsIsLeftOutOfAccount() {
    for (String digits : List.of("(0100)", "+1 206-555-0100", "550-100", "2065550100")) {
      assertEquals(List.of(FIRST), numbers(by().digits(digits).build()), digits);
    }
    assertEquals(List.of(FIRST, SECOND, THIRD), numbers(by().digits("1").build()));
    for (String digits : List.of("-", "1234567890123456")) {
      assertThrows(BadRequestException.class, () -> numbers(by().digits(digits).build()));
    }
  }

  @Test
  void searchTellsTheHolderByItsPresentNameAndSortsByIt() {
    Holder east = new Holder("east", Holder.Kind.CONNECTOR, null, "East");
    Holder west = new Holder("west", Holder.Kind.CONNECTOR, null, "Äther");
    NumbersFeature feature = server.feature(NumbersFeature.class);
    bells.write(context -> {
      feature.holders().add(context, east, context.now());
      feature.holders().add(context, west, context.now());
      PhoneNumber first = feature.numbers().lock(context, new E164(FIRST));
      feature.assignments().assign(context, first, west, Role.TRUNK);
      PhoneNumber third = feature.numbers().lock(context, new E164(THIRD));
      feature.assignments().assign(context, third, east, Role.TRUNK);
      return null;
    });
    SearchInventoryInput sorted = by().sortBy(InventoryColumn.HOLDER_NAME).build();
    assertEquals(List.of(THIRD, FIRST, SECOND), numbers(sorted));
    bells.write(context -> {
      feature.holders().rename(context, "west", "Bell tower");
      return null;
    });
    assertEquals(List.of(FIRST, THIRD, SECOND), numbers(sorted));
    assertEquals(
        new PhoneNumberHolder(
            "west", org.carillon.api.model.HolderType.CONNECTOR, "Bell tower", null),
        found(sorted).getFirst().holder());
    bells.write(context -> {
      feature
          .assignments()
          .unassign(context, feature.numbers().lock(context, new E164(FIRST)), west);
      return null;
    });
    assertEquals(List.of(THIRD, FIRST, SECOND), numbers(sorted));
    assertNull(found(sorted).getLast().holder());
  }
}

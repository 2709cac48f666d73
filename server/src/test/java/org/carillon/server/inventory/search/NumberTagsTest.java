package org.carillon.server.inventory.search;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.ListTagsForResourceInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.Tag;
import org.carillon.api.model.TagResourceInput;
import org.carillon.api.model.UntagResourceInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tags on numbers, and searching by them, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class NumberTagsTest {

  private static final String FIRST = "+12065550100";
  private static final String SECOND = "+12065550101";
  private static final Tag BERLIN = new Tag("site", "Berlin");

  private final TestServer server;
  private final Tenant bells;

  NumberTagsTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    List.of(FIRST, SECOND)
        .forEach(each -> bells.stock(each, PhoneNumberProductType.VOICE_CONNECTOR));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String arn(String e164) {
    return "arn:aws:chime:us-east-1:" + bells.id() + ":phone-number/" + e164.substring(1);
  }

  private void tag(String e164, Tag... tags) {
    bells.call(Operations.TAG_RESOURCE, new TagResourceInput(arn(e164), List.of(tags)));
  }

  private @Nullable List<Tag> tags(String e164) {
    return bells
        .call(Operations.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceInput(arn(e164)))
        .tags();
  }

  private List<String> found(@Nullable String key, @Nullable String value) {
    SearchInventoryInput input = SearchInventoryInput.builder().tagKey(key).tagValue(value).build();
    return requireNonNull(bells.call(Operations.SEARCH_INVENTORY, input).phoneNumbers()).stream()
        .map(each -> requireNonNull(requireNonNull(each.phoneNumber()).e164PhoneNumber()))
        .toList();
  }

  @Test
  void numbersAreFoundByTheKeyOfATagOrItsValueToo() {
    tag(FIRST, BERLIN, new Tag("Cost", "12"));
    tag(SECOND, new Tag("site", "Bonn"));
    assertEquals(List.of(new Tag("Cost", "12"), BERLIN), tags(FIRST));
    assertEquals(List.of(FIRST, SECOND), found("site", null));
    assertEquals(List.of(FIRST), found("site", "Berlin"));
    assertEquals(List.of(), found("site", "berlin"));
    assertEquals(List.of(), found("Site", null));
    tag(FIRST, new Tag("site", "Bonn"));
    assertEquals(List.of(FIRST, SECOND), found("site", "Bonn"));
    bells.call(Operations.UNTAG_RESOURCE, new UntagResourceInput(arn(FIRST), List.of("site")));
    assertEquals(List.of(SECOND), found("site", "Bonn"));
  }

  @Test
  void searchShowsTheTagsOfEachNumber() {
    tag(SECOND, BERLIN);
    List<PhoneNumberSummary> all =
        requireNonNull(
            bells
                .call(Operations.SEARCH_INVENTORY, SearchInventoryInput.builder().build())
                .phoneNumbers());
    assertEquals(
        List.of(List.of(), List.of(BERLIN)), all.stream().map(PhoneNumberSummary::tags).toList());
  }

  @Test
  void valueWithoutAKeyIsRefused() {
    assertEquals(
        "TagValue needs TagKey; give the key of the tag with that value",
        assertThrows(BadRequestException.class, () -> found(null, "Berlin")).getMessage());
  }

  @Test
  void tagsStayInTheDeletionQueueAndGoWithTheNumber() {
    tag(FIRST, BERLIN);
    bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(FIRST));
    assertEquals(List.of(BERLIN), tags(FIRST));
    server.pass(Duration.ofDays(8));
    assertThrows(NotFoundException.class, () -> tags(FIRST));
    assertThrows(NotFoundException.class, () -> tag(FIRST, BERLIN));
    assertEquals(List.of(), found("site", null));
  }

  @Test
  void arnNamesANumberOfTheOrganizationItself() {
    Tenant shops = server.organization();
    tag(FIRST, BERLIN);
    for (String arn : List.of(arn(FIRST), arn(FIRST).replace(bells.id(), shops.id()))) {
      assertThrows(
          NotFoundException.class,
          () -> shops.call(Operations.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceInput(arn)));
    }
    assertThrows(
        NotFoundException.class,
        () ->
            bells.call(
                Operations.LIST_TAGS_FOR_RESOURCE,
                new ListTagsForResourceInput(arn(FIRST).replace("us-east-1", "eu-central-1"))));
  }
}

package org.carillon.server.inventory.tags;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.ListTagsForResourceInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.Tag;
import org.carillon.api.model.TagResourceInput;
import org.carillon.api.model.UntagResourceInput;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tags, on the Voice Connector of an organization, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TagsTest {

  private final TestServer server;
  private final Tenant bells;
  private final String lobby;

  TagsTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    lobby = connector(bells);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Returns the ARN of a new Voice Connector. */
  private String connector(Tenant organization) {
    return requireNonNull(
        requireNonNull(
                organization
                    .call(
                        Operations.CREATE_VOICE_CONNECTOR,
                        CreateVoiceConnectorInput.builder()
                            .name("Lobby")
                            .requireEncryption(true)
                            .build())
                    .voiceConnector())
            .voiceConnectorArn());
  }

  private void tag(String arn, Tag... tags) {
    bells.call(Operations.TAG_RESOURCE, new TagResourceInput(arn, List.of(tags)));
  }

  private void untag(String arn, String... keys) {
    bells.call(Operations.UNTAG_RESOURCE, new UntagResourceInput(arn, List.of(keys)));
  }

  private @Nullable List<Tag> tags(Tenant organization, String arn) {
    return organization
        .call(Operations.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceInput(arn))
        .tags();
  }

  private <I> String refused(
      Class<? extends RuntimeException> type, OperationShape<I, ?> shape, I input) {
    return String.valueOf(assertThrows(type, () -> bells.call(shape, input)).getMessage());
  }

  @Test
  void tagReplacesTheOneWithItsKeyAndListsByKey() {
    tag(lobby, new Tag("team", "ringers"), new Tag("cost", "12"));
    tag(lobby, new Tag("team", "owners"), new Tag("Team", "Capital"));
    assertEquals(
        List.of(new Tag("Team", "Capital"), new Tag("cost", "12"), new Tag("team", "owners")),
        tags(bells, lobby));
    untag(lobby, "cost", "never there");
    tag(lobby, new Tag("team", "owners"), new Tag("spare", ""));
    assertEquals(
        List.of(new Tag("Team", "Capital"), new Tag("spare", ""), new Tag("team", "owners")),
        tags(bells, lobby));
    untag(lobby, "spare");
    assertEquals(
        List.of(new Tag("Team", "Capital"), new Tag("team", "owners")), tags(bells, lobby));
  }

  @Test
  void keysAreGivenOnceAndAreNotThoseOfAws() {
    for (String key : List.of("aws:team", "AWS:team")) {
      assertEquals(
          "tag keys that begin with aws: are reserved for AWS; choose another key",
          refused(
              BadRequestException.class,
              Operations.TAG_RESOURCE,
              new TagResourceInput(lobby, List.of(new Tag(key, "x")))));
    }
    assertEquals(
        "Tags lists the key team twice; list each key once",
        refused(
            BadRequestException.class,
            Operations.TAG_RESOURCE,
            new TagResourceInput(lobby, List.of(new Tag("team", "x"), new Tag("team", "y")))));
    assertEquals(List.of(), tags(bells, lobby));
  }

  @Test
  void modelKeepsKeysValuesAndListsWithinBounds() {
    assertEquals(
        List.of(), new TagResourceInput(lobby, List.of(new Tag("k", "v".repeat(256)))).validate());
    for (Tag tag :
        List.of(new Tag("", "v"), new Tag("k".repeat(129), "v"), new Tag("k", "v".repeat(257)))) {
      assertEquals(1, new TagResourceInput(lobby, List.of(tag)).validate().size(), tag.toString());
    }
    assertEquals(1, new TagResourceInput(lobby, List.of()).validate().size());
    assertEquals(1, new UntagResourceInput(lobby, List.of()).validate().size());
    assertEquals(1, new ListTagsForResourceInput("bell").validate().size());
  }

  @Test
  void thingHasUpToFiftyTagsHoweverManyPutThemAtOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      tag(lobby, new Tag("key" + i, "x"));
    }
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int i = 40; i < 56; i++) {
      Tag one = new Tag("key" + i, "x");
      attempts.add(() -> {
        try {
          tag(lobby, one);
          return true;
        } catch (ResourceLimitExceededException full) {
          return false;
        }
      });
    }
    int put = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
      for (Future<Boolean> each : threads.invokeAll(attempts)) {
        put += each.get() ? 1 : 0;
      }
    }
    assertEquals(10, put);
    assertEquals(
        "Tags: the resource would have 51 tags, and the limit is 50; remove some first",
        refused(
            ResourceLimitExceededException.class,
            Operations.TAG_RESOURCE,
            new TagResourceInput(lobby, List.of(new Tag("key0", "y"), new Tag("more", "x")))));
    tag(lobby, new Tag("key0", "y"));
    untag(lobby, "key1");
    tag(lobby, new Tag("more", "x"));
  }

  @Test
  void arnNamesAThingOfTheOrganizationThatThereIs() {
    String id = lobby.substring(lobby.lastIndexOf('/') + 1);
    String stranger = connector(server.organization());
    for (String arn :
        List.of(
            stranger,
            Arns.of("us-east-1", bells.id(), "vc", "small"),
            Arns.of("us-west-2", bells.id(), "vc", id),
            lobby.replace("arn:aws:", "arn:aws-cn:"))) {
      String words = "there is no " + arn + " in this organization";
      assertEquals(
          words,
          refused(
              NotFoundException.class,
              Operations.TAG_RESOURCE,
              new TagResourceInput(arn, List.of(new Tag("k", "v")))));
      assertEquals(
          words,
          refused(
              NotFoundException.class,
              Operations.UNTAG_RESOURCE,
              new UntagResourceInput(arn, List.of("k"))));
      assertEquals(
          words,
          refused(
              NotFoundException.class,
              Operations.LIST_TAGS_FOR_RESOURCE,
              new ListTagsForResourceInput(arn)));
    }
    assertEquals(
        "type gong cannot be tagged; tags are supported for phone-number, sma, vc",
        refused(
            BadRequestException.class,
            Operations.LIST_TAGS_FOR_RESOURCE,
            new ListTagsForResourceInput(Arns.of("us-east-1", bells.id(), "gong", id))));
    assertTrue(
        refused(
                BadRequestException.class,
                Operations.LIST_TAGS_FOR_RESOURCE,
                new ListTagsForResourceInput("arn:nonsense"))
            .contains("is not of the form"));
  }
}

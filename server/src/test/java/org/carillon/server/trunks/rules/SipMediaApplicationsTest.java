package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.trunks.rules.TestSip.function;
import static org.carillon.server.trunks.rules.TestSip.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateSipMediaApplicationInput;
import org.carillon.api.model.DeleteSipMediaApplicationInput;
import org.carillon.api.model.GetSipMediaApplicationInput;
import org.carillon.api.model.ListSipMediaApplicationsInput;
import org.carillon.api.model.ListSipMediaApplicationsOutput;
import org.carillon.api.model.ListTagsForResourceInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.SipMediaApplication;
import org.carillon.api.model.SipMediaApplicationEndpoint;
import org.carillon.api.model.Tag;
import org.carillon.api.model.UpdateSipMediaApplicationInput;
import org.carillon.platform.db.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of SIP media applications, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SipMediaApplicationsTest {

  private static final String EAST = "us-east-1";
  private static final String WEST = "us-west-2";

  private final TestSip sip;

  SipMediaApplicationsTest(Engine engine, @TempDir Path folder) {
    sip = new TestSip(engine, folder, TestSip.limits(10, 5));
  }

  @AfterEach
  void close() {
    sip.close();
  }

  private SipMediaApplication get(String id) {
    return requireNonNull(
        sip.run(Operations.GET_SIP_MEDIA_APPLICATION, new GetSipMediaApplicationInput(id))
            .sipMediaApplication());
  }

  private void delete(SipMediaApplication application) {
    sip.run(
        Operations.DELETE_SIP_MEDIA_APPLICATION,
        new DeleteSipMediaApplicationInput(id(application)));
  }

  private SipMediaApplication update(UpdateSipMediaApplicationInput.Builder change) {
    return requireNonNull(
        sip.run(Operations.UPDATE_SIP_MEDIA_APPLICATION, change.build()).sipMediaApplication());
  }

  @Test
  void newApplicationIsShownWithItsArn() {
    Instant now = sip.server().now();
    SipMediaApplication made = sip.application("Front desk", EAST);
    assertEquals(
        SipMediaApplication.builder()
            .sipMediaApplicationId(made.sipMediaApplicationId())
            .awsRegion(EAST)
            .name("Front desk")
            .endpoints(function(EAST))
            .createdTimestamp(made.createdTimestamp())
            .updatedTimestamp(made.createdTimestamp())
            .sipMediaApplicationArn(
                "arn:aws:chime:us-east-1:" + sip.organization().id() + ":sma/" + id(made))
            .build(),
        made);
    assertTrue(!requireNonNull(made.createdTimestamp()).isBefore(now));
    assertEquals(made, get(id(made)));
  }

  @Test
  void nameOfAFunctionMayHaveTenThousandCharacters() {
    SipMediaApplication made = sip.application("Front desk", EAST);
    String prefix = "arn:aws:lambda:us-east-1:111122223333:function:";
    String longest = prefix + "f".repeat(10_000 - prefix.length());
    update(
        UpdateSipMediaApplicationInput.builder()
            .sipMediaApplicationId(id(made))
            .endpoints(List.of(new SipMediaApplicationEndpoint(longest))));
    assertEquals(longest, requireNonNull(get(id(made)).endpoints()).getFirst().lambdaArn());
    assertEquals(List.of(), new SipMediaApplicationEndpoint(longest).validate());
    assertFalse(new SipMediaApplicationEndpoint(longest + "f").validate().isEmpty());
  }

  @Test
  void severalApplicationsMayHaveTheSameName() {
    assertNotEquals(id(sip.application("Desk", EAST)), id(sip.application("Desk", EAST)));
  }

  @Test
  void updateChangesWhatItNamesOnly() {
    SipMediaApplication made = sip.application("Front desk", EAST);
    sip.server().pass(Duration.ofHours(1));
    UpdateSipMediaApplicationInput.Builder of =
        UpdateSipMediaApplicationInput.builder().sipMediaApplicationId(id(made));
    SipMediaApplication renamed = update(of.name("Back desk"));
    assertEquals("Back desk", renamed.name());
    assertEquals(made.endpoints(), renamed.endpoints());
    assertEquals(made.createdTimestamp(), renamed.createdTimestamp());
    assertTrue(
        requireNonNull(renamed.updatedTimestamp())
            .isAfter(requireNonNull(made.updatedTimestamp())));
    List<SipMediaApplicationEndpoint> other =
        List.of(
            new SipMediaApplicationEndpoint(
                "arn:aws:lambda:us-east-1:123456789012:function:other"));
    SipMediaApplication moved = update(of.name(null).endpoints(other));
    assertEquals("Back desk", moved.name());
    assertEquals(other, moved.endpoints());
    assertEquals(moved, get(id(made)));
    assertEquals(
        "Name and Endpoints are absent; give at least one of them",
        sip.refused(
            BadRequestException.class,
            Operations.UPDATE_SIP_MEDIA_APPLICATION,
            of.endpoints(null).build()));
  }

  @Test
  void functionRunsInTheRegionOfTheApplication() {
    String words =
        "the function runs in us-west-2 and the application in us-east-1; both must run in the same"
            + " region";
    assertEquals(
        words,
        sip.refused(
            BadRequestException.class,
            Operations.CREATE_SIP_MEDIA_APPLICATION,
            CreateSipMediaApplicationInput.builder()
                .awsRegion(EAST)
                .name("Desk")
                .endpoints(function(WEST))
                .build()));
    assertEquals(
        words,
        sip.refused(
            BadRequestException.class,
            Operations.UPDATE_SIP_MEDIA_APPLICATION,
            UpdateSipMediaApplicationInput.builder()
                .sipMediaApplicationId(id(sip.application("Desk", EAST)))
                .endpoints(function(WEST))
                .build()));
  }

  @Test
  void modelRefusesWhatIsNoFunctionAndMoreThanOne() {
    CreateSipMediaApplicationInput.Builder desk =
        CreateSipMediaApplicationInput.builder().awsRegion(EAST).name("Desk");
    assertEquals(List.of(), desk.endpoints(function(EAST)).build().validate());
    for (String arn :
        List.of(
            "arn:aws:lambda:us-east-1:123456789012:layer:answer",
            "arn:aws:lambda:us-east-1:12345:function:answer",
            "arn:aws:sqs:us-east-1:123456789012:function:answer",
            "x arn:aws:lambda:us-east-1:123456789012:function:answer",
            "https://example.com/answer")) {
      assertEquals(
          1,
          desk.endpoints(List.of(new SipMediaApplicationEndpoint(arn))).build().validate().size(),
          arn);
    }
    assertEquals(1, desk.endpoints(List.of()).build().validate().size());
    List<SipMediaApplicationEndpoint> two = new ArrayList<>(function(EAST));
    two.addAll(function(EAST));
    assertEquals(1, desk.endpoints(two).build().validate().size());
    assertEquals(1, desk.endpoints(function(EAST)).name("A/B").build().validate().size());
  }

  @Test
  void listIsInOrderOfCreationAPageAtATime() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sip.server().pass(Duration.ofSeconds(1));
      made.add(id(sip.application("Desk " + i, EAST)));
    }
    ListSipMediaApplicationsOutput first = list(null, 2);
    assertEquals(made.subList(0, 2), ids(first));
    ListSipMediaApplicationsOutput second = list(first.nextToken(), 2);
    assertEquals(made.subList(2, 3), ids(second));
    assertNull(second.nextToken());
  }

  private ListSipMediaApplicationsOutput list(@Nullable String token, int size) {
    return sip.run(
        Operations.LIST_SIP_MEDIA_APPLICATIONS, new ListSipMediaApplicationsInput(size, token));
  }

  private static List<String> ids(ListSipMediaApplicationsOutput page) {
    return requireNonNull(page.sipMediaApplications()).stream().map(TestSip::id).toList();
  }

  @Test
  void quotaCountsWhatIsNotDeleted() {
    SipMediaApplication first = sip.application("Desk", EAST);
    for (int i = 1; i < 5; i++) {
      sip.application("Desk", EAST);
    }
    CreateSipMediaApplicationInput sixth =
        CreateSipMediaApplicationInput.builder()
            .awsRegion(EAST)
            .name("Desk")
            .endpoints(function(EAST))
            .build();
    assertEquals(
        "the organization would have 6 SIP media applications, and the limit is 5; delete one, or"
            + " ask the operator to raise quota.sip-media-applications",
        sip.refused(
            ResourceLimitExceededException.class, Operations.CREATE_SIP_MEDIA_APPLICATION, sixth));
    delete(first);
    sip.run(Operations.CREATE_SIP_MEDIA_APPLICATION, sixth);
  }

  @Test
  void deletedApplicationIsGoneWithItsTags() {
    SipMediaApplication made =
        requireNonNull(
            sip.run(
                    Operations.CREATE_SIP_MEDIA_APPLICATION,
                    CreateSipMediaApplicationInput.builder()
                        .awsRegion(EAST)
                        .name("Desk")
                        .endpoints(function(EAST))
                        .tags(List.of(new Tag("team", "bells")))
                        .build())
                .sipMediaApplication());
    ListTagsForResourceInput tags =
        new ListTagsForResourceInput(requireNonNull(made.sipMediaApplicationArn()));
    assertEquals(
        List.of(new Tag("team", "bells")), sip.run(Operations.LIST_TAGS_FOR_RESOURCE, tags).tags());
    delete(made);
    assertEquals(
        "there is no SIP media application " + id(made) + " in this organization",
        sip.refused(
            NotFoundException.class,
            Operations.GET_SIP_MEDIA_APPLICATION,
            new GetSipMediaApplicationInput(id(made))));
    sip.refused(NotFoundException.class, Operations.LIST_TAGS_FOR_RESOURCE, tags);
    assertEquals(List.of(), ids(list(null, 100)));
    sip.server()
        .sql(
            "update sip_media_application set deleted_at = null where application_id = ?",
            id(made));
    assertEquals(List.of(), sip.run(Operations.LIST_TAGS_FOR_RESOURCE, tags).tags());
  }

  @Test
  void applicationThatRulesSendCallsToIsNotDeleted() {
    SipMediaApplication desk = sip.application("Desk", EAST);
    SipMediaApplication bell = sip.application("Bell", WEST);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String e164 = "+1206555010" + i;
      sip.organization().stock(e164, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
      sip.server().pass(Duration.ofSeconds(1));
      words.add(
          "SIP rule R%d (%s)"
              .formatted(i, id(sip.create(TestSip.rule("R" + i, e164, TestSip.to(desk, 1))))));
    }
    assertEquals(
        "SIP media application Desk is a target of 4 rules: "
            + String.join(", ", words.subList(0, 3))
            + " and others; change their target applications, or delete them first",
        sip.refused(
            ConflictException.class,
            Operations.DELETE_SIP_MEDIA_APPLICATION,
            new DeleteSipMediaApplicationInput(id(desk))));
    delete(bell);
  }
}

package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.ListVoiceConnectorGroupsInput;
import org.carillon.api.model.ListVoiceConnectorGroupsOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.VoiceConnectorGroup;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The operations on groups of Voice Connectors, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class VoiceConnectorGroupsTest {

  private static final int QUOTA = 4;

  private final Trunks trunks;
  private final String first;
  private final String second;
  private final String third;

  VoiceConnectorGroupsTest(Engine engine, @TempDir Path folder) {
    trunks = new Trunks(engine, folder, Trunks.limits(100, QUOTA));
    first = trunks.connectorId("First");
    second = trunks.connectorId("Second");
    third = trunks.connectorId("Third");
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private static String id(VoiceConnectorGroup group) {
    return requireNonNull(group.voiceConnectorGroupId());
  }

  private ListVoiceConnectorGroupsOutput list(int size, @Nullable String token) {
    return trunks.run(
        Operations.LIST_VOICE_CONNECTOR_GROUPS, new ListVoiceConnectorGroupsInput(token, size));
  }

  private static void says(String expected, Exception refusal) {
    assertTrue(requireNonNull(refusal.getMessage()).contains(expected), refusal.getMessage());
  }

  @Test
  void newGroupHasItsItemsInTheOrderOfTheirTurns() {
    VoiceConnectorGroup made =
        requireNonNull(
            trunks
                .run(
                    Operations.CREATE_VOICE_CONNECTOR_GROUP,
                    new CreateVoiceConnectorGroupInput(
                        "Both",
                        List.of(
                            new VoiceConnectorItem(first, 99), new VoiceConnectorItem(second, 1))))
                .voiceConnectorGroup());
    assertEquals(
        List.of(new VoiceConnectorItem(second, 1), new VoiceConnectorItem(first, 99)),
        made.voiceConnectorItems());
    assertEquals("Both", made.name());
    assertEquals(
        "arn:aws:chime:us-east-1:" + trunks.bells().id() + ":vcg/" + id(made),
        made.voiceConnectorGroupArn());
    assertEquals(made.createdTimestamp(), made.updatedTimestamp());
    assertEquals(made, trunks.getGroup(id(made)));
  }

  @Test
  void groupNeedsNoItems() {
    VoiceConnectorGroup made =
        requireNonNull(
            trunks
                .run(
                    Operations.CREATE_VOICE_CONNECTOR_GROUP,
                    new CreateVoiceConnectorGroupInput("None", null))
                .voiceConnectorGroup());
    assertEquals(List.of(), made.voiceConnectorItems());
    assertEquals(made, trunks.getGroup(id(made)));
  }

  @Test
  void connectorMayBeInSeveralGroupsAndUpdateReplacesTheItems() {
    VoiceConnectorGroup one = trunks.group("One", first, second);
    VoiceConnectorGroup two = trunks.group("Two", first);
    trunks.server().pass(Duration.ofSeconds(1));
    VoiceConnectorGroup updated =
        trunks.updateGroup(id(one), "Uno", Trunks.items(second, third, first));
    assertEquals(
        one.toBuilder()
            .name("Uno")
            .voiceConnectorItems(Trunks.items(second, third, first))
            .updatedTimestamp(trunks.server().now())
            .build(),
        updated);
    assertEquals(updated, trunks.getGroup(id(one)));
    assertEquals(two, trunks.getGroup(id(two)));
    assertEquals(List.of(), trunks.updateGroup(id(one), "Uno", List.of()).voiceConnectorItems());
  }

  @Test
  void itemsNameDifferentConnectorsWithDifferentPriorities() {
    String group = trunks.groupId("Group");
    List<VoiceConnectorItem> same =
        List.of(new VoiceConnectorItem(first, 7), new VoiceConnectorItem(second, 7));
    says(
        "two VoiceConnectorItems have the priority 7",
        assertThrows(BadRequestException.class, () -> trunks.updateGroup(group, "Group", same)));
    List<VoiceConnectorItem> twice = Trunks.items(first, first);
    says(
        "two VoiceConnectorItems have the Voice Connector " + first,
        assertThrows(BadRequestException.class, () -> trunks.updateGroup(group, "Group", twice)));
    says(
        "two VoiceConnectorItems have the Voice Connector",
        assertThrows(BadRequestException.class, () -> trunks.group("More", first, first)));
    assertEquals(List.of(), trunks.getGroup(group).voiceConnectorItems());
  }

  @Test
  void itemsBeyondTheQuotaAreRefused() {
    String fourth = trunks.connectorId("Fourth");
    String group = trunks.groupId("Three", first, second, third);
    ResourceLimitExceededException refused =
        assertThrows(
            ResourceLimitExceededException.class,
            () -> trunks.group("Four", first, second, third, fourth));
    assertEquals(ErrorCode.RESOURCE_LIMIT_EXCEEDED, refused.code());
    says(
        "VoiceConnectorItems: the group would have 4 Voice Connectors, and the limit is 3",
        refused);
    says("quota.voice-connector-group-items", refused);
    says(
        "VoiceConnectorItems: the group would have 4 Voice Connectors, and the limit is 3",
        assertThrows(
            BadRequestException.class,
            () -> trunks.updateGroup(group, "Four", Trunks.items(first, second, third, fourth))));
    assertEquals("Three", trunks.getGroup(group).name());
  }

  @Test
  void itemMustBeAConnectorOfTheOrganization() {
    String group = trunks.groupId("Group", first);
    String expected = "there is no Voice Connector with the id nobody in this organization";
    assertEquals(
        expected,
        assertThrows(BadRequestException.class, () -> trunks.group("More", first, "nobody"))
            .getMessage());
    assertEquals(
        expected,
        assertThrows(
                NotFoundException.class,
                () -> trunks.updateGroup(group, "Group", Trunks.items(first, "nobody")))
            .getMessage());
    trunks.deleteConnector(third);
    assertThrows(
        NotFoundException.class, () -> trunks.updateGroup(group, "Group", Trunks.items(third)));
    assertEquals(Trunks.items(first), trunks.getGroup(group).voiceConnectorItems());
  }

  @Test
  void connectorInGroupsIsNotDeletedAndTheGroupsAreNamed() {
    String north = trunks.groupId("North", second, first);
    String south = trunks.groupId("South", first);
    ConflictException refused =
        assertThrows(ConflictException.class, () -> trunks.deleteConnector(first));
    assertEquals(ErrorCode.VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST, refused.code());
    String words = "Voice Connector First (" + first + ") is still an item of ";
    says(words + "2 Voice Connector groups: ", refused);
    says("North (" + north + ")", refused);
    says("South (" + south + ")", refused);
    trunks.updateGroup(north, "North", Trunks.items(second));
    assertEquals(
        words + "1 Voice Connector group: South (" + south + "); remove it from there first",
        assertThrows(ConflictException.class, () -> trunks.deleteConnector(first)).getMessage());
    trunks.updateGroup(south, "South", List.of());
    trunks.deleteConnector(first);
  }

  @Test
  void groupWithItemsIsNotDeleted() {
    String group = trunks.groupId("Group", first, second);
    ConflictException refused =
        assertThrows(ConflictException.class, () -> trunks.deleteGroup(group));
    assertEquals(ErrorCode.VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST, refused.code());
    assertEquals(
        "Voice Connector group Group ("
            + group
            + ") still has 2 items; update it with an empty list of items first",
        refused.getMessage());
    trunks.updateGroup(group, "Group", List.of());
    trunks.deleteGroup(group);
    assertThrows(NotFoundException.class, () -> trunks.getGroup(group));
    assertThrows(NotFoundException.class, () -> trunks.deleteGroup(group));
    assertThrows(NotFoundException.class, () -> trunks.updateGroup(group, "Group", List.of()));
    assertThrows(
        NotFoundException.class, () -> trunks.giveGroup(group, List.of("+12065550100"), true));
    assertThrows(NotFoundException.class, () -> trunks.takeGroup(group, List.of("+12065550100")));
    trunks.deleteConnector(first);
  }

  @Test
  void listIsReadInPagesWithItemsAndTheQuotaCountsWhatThereIs() {
    List<VoiceConnectorGroup> made = new ArrayList<>();
    for (int i = 0; i < QUOTA; i++) {
      trunks.server().pass(Duration.ofSeconds(1));
      made.add(trunks.group("Group " + i, second, first));
    }
    ListVoiceConnectorGroupsOutput page = list(3, null);
    assertEquals(made.subList(0, 3), page.voiceConnectorGroups());
    ListVoiceConnectorGroupsOutput rest = list(3, page.nextToken());
    assertEquals(made.subList(3, QUOTA), rest.voiceConnectorGroups());
    assertNull(rest.nextToken());
    says(
        "the organization would have 5 Voice Connector groups, and the limit is 4",
        assertThrows(ResourceLimitExceededException.class, () -> trunks.group("More")));
    trunks.updateGroup(id(made.getFirst()), "Group 0", List.of());
    trunks.deleteGroup(id(made.getFirst()));
    trunks.group("More");
  }
}

package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.ListAvailableVoiceConnectorRegionsInput;
import org.carillon.api.model.ListTagsForResourceInput;
import org.carillon.api.model.ListVoiceConnectorsInput;
import org.carillon.api.model.ListVoiceConnectorsOutput;
import org.carillon.api.model.NetworkType;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.Tag;
import org.carillon.api.model.UpdateVoiceConnectorInput;
import org.carillon.api.model.VoiceConnector;
import org.carillon.api.model.VoiceConnectorAwsRegion;
import org.carillon.api.model.VoiceConnectorIntegrationType;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The operations on Voice Connectors themselves, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class VoiceConnectorsTest {

  private static final int QUOTA = 5;

  private final Trunks trunks;

  VoiceConnectorsTest(Engine engine, @TempDir Path folder) {
    trunks = new Trunks(engine, folder, Trunks.limits(QUOTA, 5).with(new SipDomain("sip.example")));
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private static String id(VoiceConnector connector) {
    return requireNonNull(connector.voiceConnectorId());
  }

  private VoiceConnector update(String id, String name, boolean encryption) {
    return requireNonNull(
        trunks
            .run(
                Operations.UPDATE_VOICE_CONNECTOR,
                new UpdateVoiceConnectorInput(id, name, encryption))
            .voiceConnector());
  }

  private ListVoiceConnectorsOutput list(int size, @Nullable String token) {
    return trunks.run(Operations.LIST_VOICE_CONNECTORS, new ListVoiceConnectorsInput(token, size));
  }

  private List<String> names(ListVoiceConnectorsOutput output) {
    return requireNonNull(output.voiceConnectors()).stream()
        .map(each -> requireNonNull(each.name()))
        .toList();
  }

  @Test
  void newConnectorHasTheDefaultsAndAHostNameOfItsOwn() {
    VoiceConnector made = trunks.connector("Head office");
    String id = id(made);
    assertTrue(id.matches("[a-z][a-z0-9]{21}"), id);
    assertEquals(id + ".sip.example", made.outboundHostName());
    assertEquals(
        "arn:aws:chime:us-east-1:" + trunks.bells().id() + ":vc/" + id, made.voiceConnectorArn());
    assertEquals(VoiceConnectorAwsRegion.US_EAST_1, made.awsRegion());
    assertEquals(NetworkType.IPV4_ONLY, made.networkType());
    assertNull(made.integrationType());
    assertEquals("Head office", made.name());
    assertEquals(true, made.requireEncryption());
    assertEquals(made.createdTimestamp(), made.updatedTimestamp());
    assertEquals(made, trunks.getConnector(id));
    assertNotEquals(id, trunks.connectorId("Head office"), "names need not differ");
  }

  @Test
  void connectorIsMadeAsAskedFor() {
    VoiceConnector made =
        requireNonNull(
            trunks
                .run(
                    Operations.CREATE_VOICE_CONNECTOR,
                    CreateVoiceConnectorInput.builder()
                        .name("Seoul")
                        .requireEncryption(false)
                        .awsRegion(VoiceConnectorAwsRegion.AP_NORTHEAST_2)
                        .networkType(NetworkType.DUAL_STACK)
                        .integrationType(VoiceConnectorIntegrationType.CONNECT_ANALYTICS_CONNECTOR)
                        .build())
                .voiceConnector());
    assertEquals(VoiceConnectorAwsRegion.AP_NORTHEAST_2, made.awsRegion());
    assertEquals(
        "arn:aws:chime:ap-northeast-2:" + trunks.bells().id() + ":vc/" + id(made),
        made.voiceConnectorArn());
    assertEquals(NetworkType.DUAL_STACK, made.networkType());
    assertEquals(VoiceConnectorIntegrationType.CONNECT_ANALYTICS_CONNECTOR, made.integrationType());
    assertEquals(false, made.requireEncryption());
    assertEquals(made, trunks.getConnector(id(made)));
  }

  @Test
  void updateChangesNameAndEncryptionAndTheNameThatRefusalsSay() {
    VoiceConnector made = trunks.connector("Old");
    trunks.server().pass(Duration.ofSeconds(1));
    VoiceConnector updated = update(id(made), "New", false);
    assertEquals(
        made.toBuilder()
            .name("New")
            .requireEncryption(false)
            .updatedTimestamp(trunks.server().now())
            .build(),
        updated);
    assertEquals(updated, trunks.getConnector(id(made)));
    List<String> numbers = trunks.numbers(1);
    trunks.give(id(made), numbers, null);
    String message =
        trunks.give(trunks.connectorId("Other"), numbers, null).getFirst().errorMessage();
    String words = "Voice Connector New (" + id(made) + ")";
    assertTrue(requireNonNull(message).contains(words), message);
  }

  @Test
  void nameIsPlainFromItsBeginningToItsEnd() {
    for (String name : List.of("East\n", "\nEast", "<b>East</b>", "\u0130".repeat(255), "Zürich")) {
      assertEquals(1, new UpdateVoiceConnectorInput("id", name, true).validate().size(), name);
      assertEquals(1, new CreateVoiceConnectorGroupInput(name, null).validate().size(), name);
    }
    assertEquals(List.of(), new UpdateVoiceConnectorInput("id", "East_2 - 1.b", true).validate());
  }

  @Test
  void listIsReadInPagesInOrderOfCreation() {
    for (String name : List.of("a", "b", "c")) {
      trunks.server().pass(Duration.ofSeconds(1));
      trunks.connector(name);
    }
    ListVoiceConnectorsOutput first = list(2, null);
    assertEquals(List.of("a", "b"), names(first));
    ListVoiceConnectorsOutput second = list(2, first.nextToken());
    assertEquals(List.of("c"), names(second));
    assertNull(second.nextToken());
    assertEquals(List.of("a", "b", "c"), names(list(100, null)));
  }

  @Test
  void deletedConnectorIsGoneAndMakesRoomInTheQuota() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < QUOTA; i++) {
      trunks.server().pass(Duration.ofSeconds(1));
      ids.add(trunks.connectorId("Trunk " + i));
    }
    ResourceLimitExceededException refused =
        assertThrows(ResourceLimitExceededException.class, () -> trunks.connector("More"));
    assertEquals(ErrorCode.RESOURCE_LIMIT_EXCEEDED, refused.code());
    assertEquals(
        "the organization would have 6 Voice Connectors, and the limit is 5; delete one, or ask the"
            + " operator to raise quota.voice-connectors",
        refused.getMessage());

    String gone = ids.getFirst();
    trunks.deleteConnector(gone);
    assertThrows(NotFoundException.class, () -> trunks.getConnector(gone));
    assertThrows(NotFoundException.class, () -> trunks.deleteConnector(gone));
    assertThrows(NotFoundException.class, () -> update(gone, "Again", true));
    assertThrows(NotFoundException.class, () -> trunks.give(gone, List.of("+12065550100"), null));
    assertThrows(NotFoundException.class, () -> trunks.take(gone, List.of("+12065550100")));
    assertEquals(List.of("Trunk 1", "Trunk 2", "Trunk 3", "Trunk 4"), names(list(100, null)));
    trunks.connector("More");
  }

  @Test
  void connectorIsFoundByItsHostNameInTheDomainOnly() {
    VoiceConnector made = trunks.connector("Head office");
    String host = requireNonNull(made.outboundHostName());
    assertTrue(hasHostName(trunks.bells(), host));
    assertTrue(hasHostName(trunks.bells(), host.toUpperCase(Locale.ROOT)));
    assertFalse(hasHostName(trunks.bells(), id(made)));
    assertFalse(hasHostName(trunks.bells(), id(made) + ".other.example"));
    assertFalse(hasHostName(trunks.bells(), "sip.example"));
    assertFalse(hasHostName(trunks.bells(), "x" + host));
    Tenant stranger = trunks.server().organization();
    assertFalse(hasHostName(stranger, host));
    trunks.deleteConnector(id(made));
    assertFalse(hasHostName(trunks.bells(), host));
  }

  private boolean hasHostName(Tenant organization, String host) {
    return organization.write(context -> trunks.connectors().lockByHostName(context, host));
  }

  @Test
  void unknownIdIsRefusedInWords() {
    NotFoundException refused =
        assertThrows(NotFoundException.class, () -> trunks.getConnector("nobody"));
    assertEquals(
        "there is no Voice Connector with the id nobody in this organization",
        refused.getMessage());
  }

  @Test
  void tagsComeAndGoWithTheConnector() {
    Tag site = new Tag("site", "Seattle");
    CreateVoiceConnectorInput.Builder input =
        CreateVoiceConnectorInput.builder().name("Tagged").requireEncryption(true);
    assertThrows(
        BadRequestException.class,
        () ->
            trunks.run(Operations.CREATE_VOICE_CONNECTOR, input.tags(List.of(site, site)).build()));
    VoiceConnector made =
        requireNonNull(
            trunks
                .run(Operations.CREATE_VOICE_CONNECTOR, input.tags(List.of(site)).build())
                .voiceConnector());
    ListTagsForResourceInput its =
        new ListTagsForResourceInput(requireNonNull(made.voiceConnectorArn()));
    assertEquals(List.of(site), trunks.run(Operations.LIST_TAGS_FOR_RESOURCE, its).tags());
    assertEquals(1, trunks.server().count("SELECT count(*) FROM resource_tag"));
    trunks.deleteConnector(id(made));
    assertEquals(0, trunks.server().count("SELECT count(*) FROM resource_tag"));
    assertThrows(NotFoundException.class, () -> trunks.run(Operations.LIST_TAGS_FOR_RESOURCE, its));
  }

  @Test
  void everyRegionIsAvailable() {
    assertEquals(
        List.of(VoiceConnectorAwsRegion.values()),
        trunks
            .run(
                Operations.LIST_AVAILABLE_VOICE_CONNECTOR_REGIONS,
                new ListAvailableVoiceConnectorRegionsInput())
            .voiceConnectorRegions());
  }
}

package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;
import software.amazon.awssdk.services.chimesdkvoice.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociationName;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberOrder;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberOrderType;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberProductType;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberStatus;
import software.amazon.awssdk.services.chimesdkvoice.model.Tag;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnector;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnectorAwsRegion;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnectorGroup;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnectorItem;

/** Voice Connectors and groups of them as a program on AWS's SDK for chime-sdk-voice sees them. */
final class VoiceConnectorsTest {

  private final ChimeSdkVoiceClient voice = RunningServer.voice();
  private final TrunkNumbers inventory = new TrunkNumbers(voice);

  @Test
  void orderCarriesANameAndNumbersCarryTheirOrder() {
    String number = inventory.search("509", 1).getFirst();
    PhoneNumberOrder order =
        inventory.order(List.of(number), PhoneNumberProductType.VOICE_CONNECTOR);
    assertEquals(PhoneNumberOrderType.NEW, order.orderType());
    PhoneNumber acquired = inventory.get(number);
    assertEquals(order.phoneNumberOrderId(), acquired.orderId());
    assertEquals("Front desk", acquired.name());
    assertEquals(
        "Back door",
        voice
            .updatePhoneNumber(r -> r.phoneNumberId(number).name("Back door"))
            .phoneNumber()
            .name());
    assertThrows(
        BadRequestException.class,
        () -> voice.updatePhoneNumber(r -> r.phoneNumberId(number).name("Two").callingName("Two")));
  }

  @Test
  void numbersMoveBetweenConnectorsAndGroupsByForceOnly() {
    List<String> numbers = inventory.ordered("360", 3, PhoneNumberProductType.VOICE_CONNECTOR);
    String number = numbers.getFirst();
    VoiceConnector east = connector("East", VoiceConnectorAwsRegion.US_EAST_1);
    VoiceConnector west = connector("West", VoiceConnectorAwsRegion.US_WEST_2);
    assertTrue(
        east.outboundHostName().startsWith(east.voiceConnectorId() + "."), east.outboundHostName());
    assertEquals(
        List.of(),
        voice
            .associatePhoneNumbersWithVoiceConnector(
                r -> r.voiceConnectorId(east.voiceConnectorId()).e164PhoneNumbers(numbers))
            .phoneNumberErrors());
    inventory.assertHeld(
        number, PhoneNumberAssociationName.VOICE_CONNECTOR_ID, east.voiceConnectorId());

    PhoneNumberError error =
        voice
            .associatePhoneNumbersWithVoiceConnector(
                r -> r.voiceConnectorId(west.voiceConnectorId()).e164PhoneNumbers(number))
            .phoneNumberErrors()
            .getFirst();
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, error.errorCode());
    assertTrue(error.errorMessage().contains("East"), error.errorMessage());

    String bell = "x".repeat(39) + "\uD83D\uDD14y";
    PhoneNumberError cut =
        voice
            .associatePhoneNumbersWithVoiceConnector(
                r -> r.voiceConnectorId(east.voiceConnectorId()).e164PhoneNumbers(number, bell))
            .phoneNumberErrors()
            .getFirst();
    assertTrue(cut.errorMessage().contains("x\uD83D\uDD14…"), cut.errorMessage());

    String group = group(east, west);
    assertEquals(
        List.of(),
        voice
            .associatePhoneNumbersWithVoiceConnectorGroup(
                r -> r.voiceConnectorGroupId(group).e164PhoneNumbers(number).forceAssociate(true))
            .phoneNumberErrors());
    inventory.assertHeld(number, PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID, group);
    assertEquals(
        List.of(number),
        voice
            .listPhoneNumbers(
                r -> r.filterName("VoiceConnectorGroupId").filterValue(group).maxResults(100))
            .phoneNumbers()
            .stream()
            .map(PhoneNumber::e164PhoneNumber)
            .toList());

    ConflictException numbersLeft =
        assertThrows(
            ConflictException.class,
            () -> voice.deleteVoiceConnector(r -> r.voiceConnectorId(east.voiceConnectorId())));
    assertTrue(String.valueOf(numbersLeft.getMessage()).contains("2 phone numbers"));
    voice.disassociatePhoneNumbersFromVoiceConnector(
        r -> r.voiceConnectorId(east.voiceConnectorId()).e164PhoneNumbers(numbers.subList(1, 3)));
    ConflictException inGroup =
        assertThrows(
            ConflictException.class,
            () -> voice.deleteVoiceConnector(r -> r.voiceConnectorId(east.voiceConnectorId())));
    assertTrue(String.valueOf(inGroup.getMessage()).contains("1 Voice Connector group"));
    voice.disassociatePhoneNumbersFromVoiceConnectorGroup(
        r -> r.voiceConnectorGroupId(group).e164PhoneNumbers(number));
    assertEquals(PhoneNumberStatus.UNASSIGNED, inventory.get(number).status());
    voice.updateVoiceConnectorGroup(
        r -> r.voiceConnectorGroupId(group).name("Empty").voiceConnectorItems(List.of()));
    voice.deleteVoiceConnectorGroup(r -> r.voiceConnectorGroupId(group));
    voice.deleteVoiceConnector(r -> r.voiceConnectorId(east.voiceConnectorId()));
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnector(r -> r.voiceConnectorId(east.voiceConnectorId())));
  }

  @Test
  void connectorsAreListedAndUpdated() {
    VoiceConnector made = connector("Old", VoiceConnectorAwsRegion.EU_WEST_1);
    String id = made.voiceConnectorId();
    VoiceConnector updated =
        voice
            .updateVoiceConnector(r -> r.voiceConnectorId(id).name("New").requireEncryption(false))
            .voiceConnector();
    assertEquals("New", updated.name());
    assertEquals(false, updated.requireEncryption());
    assertEquals(made.outboundHostName(), updated.outboundHostName());
    assertEquals(updated, voice.getVoiceConnector(r -> r.voiceConnectorId(id)).voiceConnector());
    assertTrue(
        voice.listVoiceConnectorsPaginator(r -> r.maxResults(1)).stream()
            .anyMatch(page -> page.voiceConnectors().contains(updated)));
    assertThrows(
        BadRequestException.class,
        () ->
            voice.updateVoiceConnector(
                r -> r.voiceConnectorId(id).name("<b>New</b>").requireEncryption(false)));
    voice.deleteVoiceConnector(r -> r.voiceConnectorId(id));
  }

  @Test
  void groupsAreListedWithTheirItemsInOrder() {
    VoiceConnector north = connector("North", VoiceConnectorAwsRegion.US_EAST_1);
    VoiceConnector south = connector("South", VoiceConnectorAwsRegion.US_WEST_2);
    String id = group(north, south);
    VoiceConnectorGroup group =
        voice.getVoiceConnectorGroup(r -> r.voiceConnectorGroupId(id)).voiceConnectorGroup();
    assertEquals(List.of(item(north, 1), item(south, 2)), group.voiceConnectorItems());
    assertTrue(
        voice.listVoiceConnectorGroupsPaginator(r -> r.maxResults(1)).stream()
            .anyMatch(page -> page.voiceConnectorGroups().contains(group)));
    VoiceConnectorGroup turned =
        voice
            .updateVoiceConnectorGroup(r ->
                r.voiceConnectorGroupId(id)
                    .name("Turned")
                    .voiceConnectorItems(item(north, 7), item(south, 3)))
            .voiceConnectorGroup();
    assertEquals("Turned", turned.name());
    assertEquals(List.of(item(south, 3), item(north, 7)), turned.voiceConnectorItems());
    voice.updateVoiceConnectorGroup(
        r -> r.voiceConnectorGroupId(id).name("Empty").voiceConnectorItems(List.of()));
    voice.deleteVoiceConnectorGroup(r -> r.voiceConnectorGroupId(id));
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnectorGroup(r -> r.voiceConnectorGroupId(id)));
  }

  private VoiceConnector connector(String name, VoiceConnectorAwsRegion region) {
    return voice
        .createVoiceConnector(r ->
            r.name(name)
                .awsRegion(region)
                .requireEncryption(true)
                .tags(Tag.builder().key("made").value("here").build()))
        .voiceConnector();
  }

  private static VoiceConnectorItem item(VoiceConnector connector, int priority) {
    return VoiceConnectorItem.builder()
        .voiceConnectorId(connector.voiceConnectorId())
        .priority(priority)
        .build();
  }

  private String group(VoiceConnector first, VoiceConnector second) {
    return voice
        .createVoiceConnectorGroup(r ->
            r.name("Group " + UUID.randomUUID())
                .voiceConnectorItems(item(first, 1), item(second, 2)))
        .voiceConnectorGroup()
        .voiceConnectorGroupId();
  }
}

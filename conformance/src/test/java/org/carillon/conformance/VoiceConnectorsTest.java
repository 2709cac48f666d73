package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;
import software.amazon.awssdk.services.chimesdkvoice.model.Credential;
import software.amazon.awssdk.services.chimesdkvoice.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkvoice.model.OriginationRoute;
import software.amazon.awssdk.services.chimesdkvoice.model.OriginationRouteProtocol;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociation;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociationName;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberOrder;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberOrderStatus;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberOrderType;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberProductType;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberStatus;
import software.amazon.awssdk.services.chimesdkvoice.model.SipMediaApplication;
import software.amazon.awssdk.services.chimesdkvoice.model.SipMediaApplicationEndpoint;
import software.amazon.awssdk.services.chimesdkvoice.model.SipRule;
import software.amazon.awssdk.services.chimesdkvoice.model.SipRuleTargetApplication;
import software.amazon.awssdk.services.chimesdkvoice.model.SipRuleTriggerType;
import software.amazon.awssdk.services.chimesdkvoice.model.Tag;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnector;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnectorAwsRegion;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnectorItem;

/**
 * Voice Connectors, groups and SIP rules as a program on AWS's SDK for chime-sdk-voice sees them.
 */
final class VoiceConnectorsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChimeSdkVoiceClient voice = RunningServer.voice();

  @Test
  void orderCarriesANameAndNumbersCarryTheirOrder() {
    String number = search("509", 1).getFirst();
    PhoneNumberOrder order = order(List.of(number), PhoneNumberProductType.VOICE_CONNECTOR);
    assertEquals(PhoneNumberOrderType.NEW, order.orderType());
    PhoneNumber acquired = get(number);
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
    List<String> numbers = ordered("360", 3, PhoneNumberProductType.VOICE_CONNECTOR);
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
    assertHeld(number, PhoneNumberAssociationName.VOICE_CONNECTOR_ID, east.voiceConnectorId());

    PhoneNumberError error =
        voice
            .associatePhoneNumbersWithVoiceConnector(
                r -> r.voiceConnectorId(west.voiceConnectorId()).e164PhoneNumbers(number))
            .phoneNumberErrors()
            .getFirst();
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, error.errorCode());
    assertTrue(error.errorMessage().contains("East"), error.errorMessage());

    String group = group(east, west);
    assertEquals(
        List.of(),
        voice
            .associatePhoneNumbersWithVoiceConnectorGroup(
                r -> r.voiceConnectorGroupId(group).e164PhoneNumbers(number).forceAssociate(true))
            .phoneNumberErrors());
    assertHeld(number, PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID, group);
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
    assertEquals(PhoneNumberStatus.UNASSIGNED, get(number).status());
    voice.updateVoiceConnectorGroup(
        r -> r.voiceConnectorGroupId(group).name("Empty").voiceConnectorItems(List.of()));
    voice.deleteVoiceConnectorGroup(r -> r.voiceConnectorGroupId(group));
    voice.deleteVoiceConnector(r -> r.voiceConnectorId(east.voiceConnectorId()));
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnector(r -> r.voiceConnectorId(east.voiceConnectorId())));
  }

  @Test
  void sipRuleHoldsItsNumberUntilItIsDeleted() {
    String number =
        ordered("253", 1, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN).getFirst();
    SipMediaApplication application =
        voice
            .createSipMediaApplication(r ->
                r.name("Answer")
                    .awsRegion("us-east-1")
                    .endpoints(
                        SipMediaApplicationEndpoint.builder()
                            .lambdaArn("arn:aws:lambda:us-east-1:123456789012:function:answer")
                            .build()))
            .sipMediaApplication();
    SipRuleTargetApplication target =
        SipRuleTargetApplication.builder()
            .sipMediaApplicationId(application.sipMediaApplicationId())
            .priority(1)
            .awsRegion("us-east-1")
            .build();
    SipRule rule =
        voice
            .createSipRule(r ->
                r.name("Dial in")
                    .triggerType(SipRuleTriggerType.TO_PHONE_NUMBER)
                    .triggerValue(number)
                    .targetApplications(target))
            .sipRule();
    assertHeld(number, PhoneNumberAssociationName.SIP_RULE_ID, rule.sipRuleId());
    assertThrows(
        BadRequestException.class, () -> voice.deletePhoneNumber(r -> r.phoneNumberId(number)));
    assertThrows(
        ConflictException.class,
        () ->
            voice.deleteSipMediaApplication(
                r -> r.sipMediaApplicationId(application.sipMediaApplicationId())));
    voice.updateSipRule(
        r -> r.sipRuleId(rule.sipRuleId()).name("Off").disabled(true).targetApplications(target));
    voice.deleteSipRule(r -> r.sipRuleId(rule.sipRuleId()));
    assertEquals(PhoneNumberStatus.UNASSIGNED, get(number).status());
    voice.deleteSipMediaApplication(
        r -> r.sipMediaApplicationId(application.sipMediaApplicationId()));
  }

  @Test
  void connectorIsConfiguredAndTagged() {
    VoiceConnector connector = connector("Configured", VoiceConnectorAwsRegion.EU_WEST_1);
    String id = connector.voiceConnectorId();
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnectorTermination(r -> r.voiceConnectorId(id)));
    voice.putVoiceConnectorTermination(r ->
        r.voiceConnectorId(id)
            .termination(
                t -> t.cpsLimit(3).callingRegions("US", "GB").cidrAllowedList("198.51.100.0/28")));
    assertEquals(
        List.of("198.51.100.0/28"),
        voice
            .getVoiceConnectorTermination(r -> r.voiceConnectorId(id))
            .termination()
            .cidrAllowedList());
    voice.putVoiceConnectorTerminationCredentials(r ->
        r.voiceConnectorId(id)
            .credentials(Credential.builder().username("pbx").password("correct-horse").build()));
    assertEquals(
        List.of("pbx"),
        voice.listVoiceConnectorTerminationCredentials(r -> r.voiceConnectorId(id)).usernames());
    voice.putVoiceConnectorOrigination(r ->
        r.voiceConnectorId(id)
            .origination(o ->
                o.disabled(false)
                    .routes(
                        OriginationRoute.builder()
                            .host("198.51.100.4")
                            .port(5060)
                            .protocol(OriginationRouteProtocol.UDP)
                            .priority(1)
                            .weight(1)
                            .build())));
    assertEquals(
        "198.51.100.4",
        voice
            .getVoiceConnectorOrigination(r -> r.voiceConnectorId(id))
            .origination()
            .routes()
            .getFirst()
            .host());
    voice.tagResource(r ->
        r.resourceARN(connector.voiceConnectorArn())
            .tags(Tag.builder().key("site").value("Cork").build()));
    Map<String, String> tags =
        voice.listTagsForResource(r -> r.resourceARN(connector.voiceConnectorArn())).tags().stream()
            .collect(Collectors.toMap(Tag::key, Tag::value));
    assertEquals(Map.of("site", "Cork", "made", "here"), tags);
    assertTrue(
        voice
            .listAvailableVoiceConnectorRegions(r -> {})
            .voiceConnectorRegions()
            .contains(VoiceConnectorAwsRegion.EU_WEST_1));
    voice.deleteVoiceConnector(r -> r.voiceConnectorId(id));
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

  private String group(VoiceConnector first, VoiceConnector second) {
    return voice
        .createVoiceConnectorGroup(r ->
            r.name("Group " + UUID.randomUUID())
                .voiceConnectorItems(
                    VoiceConnectorItem.builder()
                        .voiceConnectorId(first.voiceConnectorId())
                        .priority(1)
                        .build(),
                    VoiceConnectorItem.builder()
                        .voiceConnectorId(second.voiceConnectorId())
                        .priority(2)
                        .build()))
        .voiceConnectorGroup()
        .voiceConnectorGroupId();
  }

  private List<String> search(String areaCode, int count) {
    return voice
        .searchAvailablePhoneNumbers(r -> r.areaCode(areaCode).maxResults(count))
        .e164PhoneNumbers();
  }

  private List<String> ordered(String areaCode, int count, PhoneNumberProductType product) {
    List<String> numbers = search(areaCode, count);
    order(numbers, product);
    return numbers;
  }

  private PhoneNumberOrder order(List<String> numbers, PhoneNumberProductType product) {
    String order =
        voice
            .createPhoneNumberOrder(
                r -> r.productType(product).e164PhoneNumbers(numbers).name("Front desk"))
            .phoneNumberOrder()
            .phoneNumberOrderId();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      PhoneNumberOrder now =
          voice.getPhoneNumberOrder(r -> r.phoneNumberOrderId(order)).phoneNumberOrder();
      if (now.status() == PhoneNumberOrderStatus.SUCCESSFUL) {
        return now;
      }
      assertTrue(System.nanoTime() < deadline, now::toString);
      RunningServer.pause();
    }
  }

  private PhoneNumber get(String number) {
    return voice.getPhoneNumber(r -> r.phoneNumberId(number)).phoneNumber();
  }

  private void assertHeld(String number, PhoneNumberAssociationName kind, String holder) {
    PhoneNumber found = get(number);
    assertEquals(PhoneNumberStatus.ASSIGNED, found.status());
    List<PhoneNumberAssociation> associations = found.associations();
    assertEquals(1, associations.size());
    assertEquals(kind, associations.getFirst().name());
    assertEquals(holder, associations.getFirst().value());
  }
}

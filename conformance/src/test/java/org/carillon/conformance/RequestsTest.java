package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.Capability;
import software.amazon.awssdk.services.chimesdkvoice.model.DNISEmergencyCallingConfiguration;
import software.amazon.awssdk.services.chimesdkvoice.model.Origination;
import software.amazon.awssdk.services.chimesdkvoice.model.OriginationRoute;
import software.amazon.awssdk.services.chimesdkvoice.model.OriginationRouteProtocol;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberProductType;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnectorAwsRegion;

/** Requests of existing clients in forms that the stories do not use. */
final class RequestsTest {

  private final ChimeSdkVoiceClient voice = RunningServer.voice();
  private final SignedHttp carillon = new SignedHttp();

  @Test
  void operationsThatAreNotServedAreRefusedByName() {
    List<Executable> calls =
        List.of(
            () ->
                voice.createProxySession(r ->
                    r.voiceConnectorId("v")
                        .capabilities(Capability.VOICE)
                        .participantPhoneNumbers("+12065550100", "+12065550101")),
            () -> voice.listVoiceProfileDomains(r -> r.maxResults(5)),
            () ->
                voice.stopSpeakerSearchTask(r -> r.voiceConnectorId("v").speakerSearchTaskId("t")));
    List<String> names =
        List.of("CreateProxySession", "ListVoiceProfileDomains", "StopSpeakerSearchTask");
    for (int i = 0; i < calls.size(); i++) {
      String said =
          String.valueOf(assertThrows(BadRequestException.class, calls.get(i)).getMessage());
      assertTrue(said.contains(names.get(i) + " is not implemented by this server"), said);
    }
  }

  /** The Chime API ends at 99 where chime-sdk-voice has the same route and ends at 100. */
  @Test
  void pagesOfSharedListsMayHoldAHundred() {
    voice.listPhoneNumberOrders(r -> r.maxResults(100));
    voice.listPhoneNumbers(r -> r.maxResults(100));
    assertThrows(
        BadRequestException.class, () -> voice.listPhoneNumberOrders(r -> r.maxResults(101)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "application/octet-stream", "application/x-www-form-urlencoded", "text/plain"})
  void jsonIsTakenWhateverClientsCallItByDefault(String type) {
    carillon.post("/accounts").member("Name", "Called " + type).as(type).answers(201);
  }

  @Test
  void whatIsCalledSomethingElseIsUnsupported() {
    carillon
        .post("/accounts")
        .member("Name", "x")
        .as("application/xml")
        .refuses(415, "UnsupportedMediaTypeException", "application/xml");
    carillon
        .post("/accounts")
        .raw("Name=x")
        .as("application/x-www-form-urlencoded")
        .refuses(415, "UnsupportedMediaTypeException", "form-urlencoded");
  }

  @Test
  void identifiersOfNumbersAreTakenWhereverNumbersAreAskedFor() {
    TrunkNumbers inventory = new TrunkNumbers(voice);
    List<String> numbers = inventory.search("253", 2);
    List<String> ids = numbers.stream().map(each -> each.replace("+", "%2B")).toList();
    inventory.order(ids, PhoneNumberProductType.VOICE_CONNECTOR);
    String connector =
        voice
            .createVoiceConnector(r ->
                r.name("Ids").awsRegion(VoiceConnectorAwsRegion.US_EAST_1).requireEncryption(true))
            .voiceConnector()
            .voiceConnectorId();
    assertEquals(
        List.of(),
        voice
            .associatePhoneNumbersWithVoiceConnector(
                r -> r.voiceConnectorId(connector).e164PhoneNumbers(ids))
            .phoneNumberErrors());
    voice.putVoiceConnectorTermination(r ->
        r.voiceConnectorId(connector)
            .termination(t ->
                t.defaultPhoneNumber(ids.getFirst())
                    .callingRegions("US")
                    .cidrAllowedList("198.51.100.0/24")));
    assertEquals(
        numbers.getFirst(),
        voice
            .getVoiceConnectorTermination(r -> r.voiceConnectorId(connector))
            .termination()
            .defaultPhoneNumber());
    voice.putVoiceConnectorOrigination(r ->
        r.voiceConnectorId(connector)
            .origination(
                Origination.builder()
                    .routes(
                        OriginationRoute.builder()
                            .host("198.51.100.7")
                            .port(5060)
                            .protocol(OriginationRouteProtocol.UDP)
                            .priority(1)
                            .weight(1)
                            .build())
                    .disabled(false)
                    .build()));
    voice.putVoiceConnectorEmergencyCallingConfiguration(r ->
        r.voiceConnectorId(connector)
            .emergencyCallingConfiguration(e ->
                e.dnis(
                    DNISEmergencyCallingConfiguration.builder()
                        .emergencyPhoneNumber("%2B12065550911")
                        .callingCountry("US")
                        .build())));
    assertEquals(
        "+12065550911",
        voice
            .getVoiceConnectorEmergencyCallingConfiguration(r -> r.voiceConnectorId(connector))
            .emergencyCallingConfiguration()
            .dnis()
            .getFirst()
            .emergencyPhoneNumber());
    carillon.get("/records").with("phone-number", ids.getFirst()).answers(200);
    carillon.get("/call-resolutions").with("called-phone-number", ids.getFirst()).answers(200);
    assertEquals(
        List.of(),
        voice
            .disassociatePhoneNumbersFromVoiceConnector(
                r -> r.voiceConnectorId(connector).e164PhoneNumbers(ids))
            .phoneNumberErrors());
    assertEquals(
        List.of(), voice.batchDeletePhoneNumber(r -> r.phoneNumberIds(ids)).phoneNumberErrors());
  }
}

package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.Credential;
import software.amazon.awssdk.services.chimesdkvoice.model.DNISEmergencyCallingConfiguration;
import software.amazon.awssdk.services.chimesdkvoice.model.LoggingConfiguration;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkvoice.model.OriginationRoute;
import software.amazon.awssdk.services.chimesdkvoice.model.OriginationRouteProtocol;
import software.amazon.awssdk.services.chimesdkvoice.model.Tag;
import software.amazon.awssdk.services.chimesdkvoice.model.TerminationHealth;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnector;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnectorAwsRegion;

/** What a Voice Connector is configured and tagged with, by AWS's SDK for chime-sdk-voice. */
final class TrunkSettingsTest {

  private static final OriginationRoute ROUTE =
      OriginationRoute.builder()
          .host("198.51.100.4")
          .port(5060)
          .protocol(OriginationRouteProtocol.UDP)
          .priority(1)
          .weight(1)
          .build();

  private final ChimeSdkVoiceClient voice = RunningServer.voice();
  private final VoiceConnector connector =
      voice
          .createVoiceConnector(r ->
              r.name("Configured")
                  .awsRegion(VoiceConnectorAwsRegion.EU_WEST_1)
                  .requireEncryption(true)
                  .tags(tag("made", "here")))
          .voiceConnector();
  private final String id = connector.voiceConnectorId();

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private void terminate() {
    voice.putVoiceConnectorTermination(r ->
        r.voiceConnectorId(id)
            .termination(
                t -> t.cpsLimit(3).callingRegions("US", "GB").cidrAllowedList("198.51.100.0/28")));
  }

  private void originate() {
    voice.putVoiceConnectorOrigination(
        r -> r.voiceConnectorId(id).origination(o -> o.disabled(false).routes(ROUTE)));
  }

  @Test
  void terminationIsSetAndDeleted() {
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnectorTermination(r -> r.voiceConnectorId(id)));
    terminate();
    assertEquals(
        List.of("198.51.100.0/28"),
        voice
            .getVoiceConnectorTermination(r -> r.voiceConnectorId(id))
            .termination()
            .cidrAllowedList());
    assertEquals(
        TerminationHealth.builder().build(),
        voice.getVoiceConnectorTerminationHealth(r -> r.voiceConnectorId(id)).terminationHealth());
    voice.deleteVoiceConnectorTermination(r -> r.voiceConnectorId(id));
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnectorTermination(r -> r.voiceConnectorId(id)));
  }

  @Test
  void credentialsAreListedWithoutPasswordsAndDeleted() {
    voice.putVoiceConnectorTerminationCredentials(r ->
        r.voiceConnectorId(id)
            .credentials(Credential.builder().username("pbx").password("correct-horse").build()));
    assertEquals(
        List.of("pbx"),
        voice.listVoiceConnectorTerminationCredentials(r -> r.voiceConnectorId(id)).usernames());
    voice.deleteVoiceConnectorTerminationCredentials(r -> r.voiceConnectorId(id).usernames("pbx"));
    assertEquals(
        List.of(),
        voice.listVoiceConnectorTerminationCredentials(r -> r.voiceConnectorId(id)).usernames());
  }

  @Test
  void originationIsSetAndDeleted() {
    originate();
    assertEquals(
        List.of(ROUTE),
        voice.getVoiceConnectorOrigination(r -> r.voiceConnectorId(id)).origination().routes());
    voice.deleteVoiceConnectorOrigination(r -> r.voiceConnectorId(id));
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnectorOrigination(r -> r.voiceConnectorId(id)));
  }

  @Test
  void emergencyCallingNeedsTerminationAndOrigination() {
    terminate();
    DNISEmergencyCallingConfiguration entry =
        DNISEmergencyCallingConfiguration.builder()
            .emergencyPhoneNumber("+12065550911")
            .testPhoneNumber("+12065550912")
            .callingCountry("US")
            .build();
    assertThrows(BadRequestException.class, () -> putEmergency(entry));
    originate();
    putEmergency(entry);
    assertEquals(
        List.of(entry),
        voice
            .getVoiceConnectorEmergencyCallingConfiguration(r -> r.voiceConnectorId(id))
            .emergencyCallingConfiguration()
            .dnis());
    assertThrows(
        BadRequestException.class,
        () -> voice.deleteVoiceConnectorTermination(r -> r.voiceConnectorId(id)));
    assertThrows(
        BadRequestException.class,
        () ->
            voice.putVoiceConnectorOrigination(
                r -> r.voiceConnectorId(id).origination(o -> o.disabled(true).routes(ROUTE))));
    voice.deleteVoiceConnectorEmergencyCallingConfiguration(r -> r.voiceConnectorId(id));
    voice.deleteVoiceConnectorOrigination(r -> r.voiceConnectorId(id));
  }

  private void putEmergency(DNISEmergencyCallingConfiguration entry) {
    voice.putVoiceConnectorEmergencyCallingConfiguration(
        r -> r.voiceConnectorId(id).emergencyCallingConfiguration(e -> e.dnis(entry)));
  }

  @Test
  void loggingIsOffUntilItIsTurnedOn() {
    LoggingConfiguration on =
        LoggingConfiguration.builder().enableSIPLogs(true).enableMediaMetricLogs(false).build();
    assertEquals(
        on.toBuilder().enableSIPLogs(false).build(),
        voice
            .getVoiceConnectorLoggingConfiguration(r -> r.voiceConnectorId(id))
            .loggingConfiguration());
    voice.putVoiceConnectorLoggingConfiguration(
        r -> r.voiceConnectorId(id).loggingConfiguration(on));
    assertEquals(
        on,
        voice
            .getVoiceConnectorLoggingConfiguration(r -> r.voiceConnectorId(id))
            .loggingConfiguration());
  }

  @Test
  void tagsArePutAndTakenAway() {
    String arn = connector.voiceConnectorArn();
    voice.tagResource(r -> r.resourceARN(arn).tags(tag("site", "Cork")));
    assertEquals(Map.of("site", "Cork", "made", "here"), tags(arn));
    voice.untagResource(r -> r.resourceARN(arn).tagKeys("made", "never"));
    assertEquals(Map.of("site", "Cork"), tags(arn));
  }

  private Map<String, String> tags(String arn) {
    return voice.listTagsForResource(r -> r.resourceARN(arn)).tags().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value));
  }

  @Test
  void configuredConnectorIsDeletedWithItsSettings() {
    terminate();
    originate();
    voice.deleteVoiceConnector(r -> r.voiceConnectorId(id));
    assertThrows(
        NotFoundException.class,
        () -> voice.getVoiceConnectorTermination(r -> r.voiceConnectorId(id)));
    assertTrue(
        voice
            .listAvailableVoiceConnectorRegions(r -> {})
            .voiceConnectorRegions()
            .contains(connector.awsRegion()));
  }
}

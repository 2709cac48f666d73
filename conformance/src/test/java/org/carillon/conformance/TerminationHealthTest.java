package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.TerminationHealth;

/** Signs of life of a Voice Connector's equipment, reported by our own operation, read by AWS's. */
final class TerminationHealthTest {

  private final SignedHttp carillon = new SignedHttp();
  private final ChimeSdkVoiceClient voice = RunningServer.voice();
  private final String connector =
      voice
          .createVoiceConnector(r -> r.name("Health").requireEncryption(false))
          .voiceConnector()
          .voiceConnectorId();

  private Question heard(String from) {
    return carillon
        .post("/voice-connectors/{}/termination/health", connector)
        .member("Source", from);
  }

  private TerminationHealth health() {
    return voice
        .getVoiceConnectorTerminationHealth(r -> r.voiceConnectorId(connector))
        .terminationHealth();
  }

  @Test
  void latestSignOfLifeIsKept() {
    assertNull(health().timestamp());
    heard("198.51.100.7").answers(204);
    heard("2001:db8::7").answers(204);
    assertEquals("2001:db8::7", health().source());
  }

  @Test
  void signOfLifeFromNowhereIsRefused() {
    heard("a host").refuses(400, "BadRequestException", "Source", "IP address");
    heard("1".repeat(46)).refuses(400, "BadRequestException", "Source must");
    carillon
        .post("/voice-connectors/{}/termination/health", "nowhere")
        .member("Source", "198.51.100.7")
        .refuses(404, "NotFoundException", "nowhere");
    assertNull(health().timestamp());
  }
}

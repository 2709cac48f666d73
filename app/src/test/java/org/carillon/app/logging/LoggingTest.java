package org.carillon.app.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.carillon.app.settings.LogSettings;
import org.carillon.app.settings.LogSettings.Format;
import org.carillon.app.settings.LogSettings.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

final class LoggingTest {

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  @AfterEach
  void restoreLogging() {
    MDC.clear();
    Logging.start(new LogSettings(Format.AUTO, Level.WARN));
  }

  @Test
  void jsonLinesCarryTheRequestIdAndTheException() throws IOException {
    Logging.start(new LogSettings(Format.JSON, Level.INFO), lines);
    MDC.put("requestId", "11111111-2222-3333-4444-555555555555");
    LoggerFactory.getLogger("a.Logger")
        .warn("said \"{}\"\nin two lines", "this", new IOException("broken pipe"));
    String[] written = written().split("\n", -1);
    assertEquals(2, written.length, "one line and its end");
    JsonNode line = new ObjectMapper().readTree(written[0]);
    assertEquals("WARN", line.get("level").asText());
    assertEquals("a.Logger", line.get("logger").asText());
    assertEquals("said \"this\"\nin two lines", line.get("message").asText());
    assertEquals("11111111-2222-3333-4444-555555555555", line.get("requestId").asText());
    assertTrue(line.get("exception").asText().startsWith("java.io.IOException: broken pipe"));
    assertTrue(line.get("time").asText().endsWith("Z"));
  }

  @Test
  void textLinesNameTheRequestOnlyWithinOne() {
    Logging.start(new LogSettings(Format.TEXT, Level.INFO), lines);
    LoggerFactory.getLogger("a.Logger").info("outside");
    MDC.put("requestId", "id-1");
    LoggerFactory.getLogger("a.Logger").info("inside");
    String written = written();
    assertTrue(written.contains(" INFO  a.Logger                       outside\n"), written);
    assertTrue(written.contains(" INFO  a.Logger                       [id-1] inside\n"), written);
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TEXT", "JSON"})
  void neitherMessagesNorExceptionsNorRequestMembersShowSecrets(Format format) {
    Logging.start(new LogSettings(format, Level.INFO), lines);
    MDC.put("detail", "password=hunter2");
    LoggerFactory.getLogger("a.Logger")
        .error(
            "cannot reach"
                + " jdbc:postgresql://jane:hunter2@db/carillon?user=a&password=hunter2&ssl=on",
            new IOException("SecretAccessKey: hunter2"));
    String written = written();
    assertFalse(written.contains("hunter2"), written);
    assertTrue(written.contains("&ssl=on"), written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/chime/aws4_request,"
            + " SignedHeaders=host;x-amz-date, Signature=hunter2",
        "GET /accounts?X-Amz-Signature=hunter2&X-Amz-Date=20260101T000000Z",
        "{\"SecretAccessKey\":\"hunter2\"}",
        "AWS_SECRET_ACCESS_KEY=hunter2",
        "root.secret-access-key: hunter2",
        "JoinToken=hunter2",
        "secret = 'hunter2'"
      })
  void aSecretAfterATellingNameIsMasked(String line) {
    String masked = Masking.mask(line);
    assertFalse(masked.contains("hunter2"), masked);
    assertTrue(masked.contains("***"), masked);
    assertEquals(masked, Masking.mask(masked), "masking twice changes nothing more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.jetty.http.HttpParser",
        "org.eclipse.jetty.io.WriteFlusher",
        "com.zaxxer.hikari.pool.HikariPool",
        "org.flywaydb.core.Flyway",
        "org.postgresql.Driver",
        "any.other.Library"
      })
  void debugIsForOurOwnLoggersSinceLibrariesShowWhatTheyCarry(String library) {
    Logging.start(new LogSettings(Format.JSON, Level.DEBUG), lines);
    LoggerFactory.getLogger(library).debug("a SIP password");
    LoggerFactory.getLogger(library).trace("a SIP password");
    assertEquals("", written());
    LoggerFactory.getLogger("org.carillon.app.installation.Server").debug("answered in 2 ms");
    assertTrue(written().contains("answered in 2 ms"), written());
  }

  @Test
  void maskingALongWordTakesNoLongerThanReadingIt() {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Masking.mask("secret".repeat(50_000)));
  }

  @Test
  void ordinaryLinesStayAsTheyAre() {
    String line = "GetPhoneNumber +12065550100 answered 404 NotFound in 2 ms (key AKIAEXAMPLE)";
    assertEquals(line, Masking.mask(line));
  }

  private String written() {
    return lines.toString(StandardCharsets.UTF_8);
  }
}

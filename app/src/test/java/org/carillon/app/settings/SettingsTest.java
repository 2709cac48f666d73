package org.carillon.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  private static final String TABLE_HEAD =
      """
      | in carillon.yaml | environment variable | flag | default | what it does | it must be |
      |---|---|---|---|---|---|
      """;
  private static final String UPDATE =
      "docs/operations.md is behind the settings; rewrite its table with: mvn -B -q test -pl app"
          + " -am -Dtest=SettingsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true";

  @TempDir private Path folder;

  @Test
  void withoutAnySourceTheDefaultsHold() {
    Settings settings = Settings.read(Map.of(), Map.of(), folder);
    assertEquals(new ServerSettings("127.0.0.1", 8080, Duration.ofSeconds(20)), settings.server());
    assertEquals(Path.of("./data"), settings.storage().folder());
    assertFalse(settings.storage().postgres());
    assertEquals(Path.of("./data/master.key"), settings.identity().masterKeyFile());
    assertEquals(Duration.ofDays(45), settings.pool().quarantine());
    assertEquals(LogSettings.Format.AUTO, settings.log().format());
  }

  @Test
  void aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
    Files.writeString(
        folder.resolve("carillon.yaml"),
        """
        host: one
        port: 1001
        orders:
          answer-after: 7s
        calling-names.answer-after: 8s
        """);
    Settings settings =
        Settings.read(
            Map.of("--port", "1003"),
            Map.of("CARILLON_PORT", "1002", "CARILLON_ORDERS_ANSWER_AFTER", "9s"),
            folder);
    assertEquals("one", settings.server().host());
    assertEquals(1003, settings.server().port());
    assertEquals(Duration.ofSeconds(9), settings.pool().orderDelay());
    assertEquals(Duration.ofSeconds(8), settings.pool().callingNameDelay());
  }

  @Test
  void theFlagConfigGoesBeforeTheVariableAndBothMustBeReadable() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "port: 1");
    Files.writeString(folder.resolve("b.yaml"), "port: 2");
    Map<String, String> environment = Map.of("CARILLON_CONFIG", "a.yaml");
    assertEquals(1, Settings.read(Map.of(), environment, folder).server().port());
    assertEquals(
        2, Settings.read(Map.of("--config", "b.yaml"), environment, folder).server().port());
    assertEquals(
        folder.resolve("c.yaml") + ", named by the flag --config, cannot be read.",
        refusal(Map.of("--config", "c.yaml"), Map.of()));
  }

  @Test
  void aWrongValueIsOneSentenceWithSettingSourceAndRule() throws IOException {
    assertEquals(
        "port (set by the variable CARILLON_PORT) is \"http\": it must be a whole number from 0 to"
            + " 65535.",
        refusal(Map.of(), Map.of("CARILLON_PORT", "http")));
    assertEquals(
        "pool.quarantine (set by the flag --pool-quarantine) is \"45 days\": it must be a duration"
            + " from 0s to 3650d, such as 500ms, 2s, 15m, 1h or 45d.",
        refusal(Map.of("--pool-quarantine", "45 days"), Map.of()));
    Path file = folder.resolve("carillon.yaml");
    Files.writeString(file, "log: xml");
    assertEquals(
        "log (set by the file " + file + ") is \"xml\": it must be one of auto, text, json.",
        refusal(Map.of(), Map.of()));
  }

  @Test
  void aNameInTheFileThatIsNoSettingIsRefused() throws IOException {
    Path file = folder.resolve("carillon.yaml");
    Files.writeString(file, "prot: 8080");
    assertEquals(
        "prot in the file " + file + " is not a setting: see docs/operations.md.",
        refusal(Map.of(), Map.of()));
    Files.writeString(file, "port: [8080]");
    assertEquals(
        "port in the file " + file + " is not a single value: write it as \"name: value\".",
        refusal(Map.of(), Map.of()));
    Files.writeString(file, "orders:\n  answer-after: 1s\norders.answer-after: 2s");
    assertEquals(
        "orders.answer-after is twice in the file " + file + ": keep one of them.",
        refusal(Map.of(), Map.of()));
  }

  @Test
  void aBrokenFileIsRefusedWithoutQuotingIt() throws IOException {
    Path file = folder.resolve("carillon.yaml");
    Files.writeString(file, "port: 1\nroot.secret-access-key: \"" + SECRET + "\n");
    String sentence = refusal(Map.of(), Map.of());
    assertTrue(sentence.startsWith("The file " + file + " is not YAML at line "), sentence);
    assertFalse(sentence.contains(SECRET), sentence);
  }

  @Test
  void theRootKeyIsSetWholeOrNotAtAll() {
    assertEquals(
        "root.access-key-id is set (by the variable CARILLON_ROOT_ACCESS_KEY_ID) without"
            + " root.secret-access-key: set both or neither.",
        refusal(Map.of(), Map.of("CARILLON_ROOT_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")));
  }

  @Test
  void secretsAreNeverPrinted() {
    Settings settings =
        Settings.read(
            Map.of(),
            Map.of(
                "CARILLON_ROOT_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "CARILLON_ROOT_SECRET_ACCESS_KEY", SECRET,
                "CARILLON_DATABASE_URL", "jdbc:postgresql://h/d",
                "CARILLON_DATABASE_PASSWORD", "hunter2"),
            folder);
    assertEquals(SECRET, settings.identity().rootSecretAccessKey().text());
    assertFalse(settings.toString().contains(SECRET));
    assertFalse(settings.toString().contains("hunter2"));
    String sentence =
        refusal(Map.of(), Map.of("CARILLON_DATABASE_URL", "jdbc:mysql://h/d?password=hunter2"));
    assertFalse(sentence.contains("hunter2"), sentence);
    assertFalse(
        refusal(Map.of(), Map.of("CARILLON_ROOT_SECRET_ACCESS_KEY", "hunter 2"))
            .contains("hunter"));
  }

  @Test
  void everySettingStandsInTheDocumentation() throws IOException {
    Path document =
        Path.of(System.getProperty("golden.folder", "golden")).resolveSibling("docs/operations.md");
    String text = Files.readString(document);
    String rows = String.join("\n", Setting.all().stream().map(Setting::row).toList());
    String expected =
        text.replaceFirst(
            "(?s)(<!-- settings -->).*?(<!-- end of settings -->)",
            "$1\n" + TABLE_HEAD + Matcher.quoteReplacement(rows) + "\n$2");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(document, expected);
      return;
    }
    assertTrue(text.contains(rows + "\n<!-- end of settings -->"), UPDATE);
    assertEquals(expected, text, UPDATE);
  }

  private String refusal(Map<String, String> flags, Map<String, String> environment) {
    SettingsException refused =
        assertThrows(SettingsException.class, () -> Settings.read(flags, environment, folder));
    return String.valueOf(refused.getMessage());
  }
}

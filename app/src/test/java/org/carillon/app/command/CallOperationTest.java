package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.app.client.CommandLineName;
import org.carillon.app.command.TestShell.Ran;
import org.carillon.app.installation.Installation;
import org.carillon.app.installation.ListeningSocket;
import org.carillon.app.installation.Server;
import org.carillon.app.installation.ServerAssembly;
import org.carillon.app.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code carillon api} against a server that runs on the installation of the settings. */
final class CallOperationTest {

  @TempDir private static Path folder;

  private static Installation installation;
  private static Server server;
  private static TestShell shell;

  @BeforeAll
  static void serve() {
    shell = new TestShell(folder);
    Settings settings =
        Settings.read(
            Map.of("--data", folder.resolve("data").toString(), "--port", "0"), Map.of(), folder);
    installation = Installation.open(settings);
    server = ServerAssembly.start(installation, ListeningSocket.bind(settings.server()));
    shell.set("AWS_ENDPOINT_URL", server.address().toString());
  }

  @AfterAll
  static void stop() {
    server.close();
    installation.close();
  }

  @Test
  void operationsAreCalledWithTheInstallationsOwnKeyUnderEitherSpelling() throws IOException {
    JsonNode made = answered("create-account", "--name", "Füü & co").path("Account");
    String id = made.path("AccountId").asText();
    assertEquals(
        "Füü & co", answered("GetAccount", "--AccountId", id).at("/Account/Name").asText());
    assertEquals(made, answered("get-account", "--account-id=" + id).path("Account"));
    assertEquals(
        id, answered("list-accounts", "--name", "Füü & co").at("/Accounts/0/AccountId").asText());
  }

  @Test
  void membersAreReadByTheirShapes() throws IOException {
    assertEquals(
        3,
        answered("search-available-phone-numbers", "--area-code", "206", "--max-results", "3")
            .path("E164PhoneNumbers")
            .size());
    assertEquals(
        new Ran(0, "", ""),
        run(
            "update-global-settings",
            "--business-calling",
            "{\"CdrBucket\": \"records\"}",
            "--voice-connector",
            "{\"CdrBucket\": \"trunks\"}"));
    assertEquals(
        "records", answered("get-global-settings").at("/BusinessCalling/CdrBucket").asText());
    String both = "[\"+12065550150\", \"+12065550151\"]";
    for (JsonNode refused :
        List.of(
            answered(
                "batch-delete-phone-number",
                "--phone-number-ids",
                "+12065550150",
                "--phone-number-ids=+12065550151"),
            answered("batch-delete-phone-number", "--phone-number-ids", both))) {
      assertEquals(2, refused.path("PhoneNumberErrors").size());
    }
    String account =
        answered("create-account", "--name", "Flags").at("/Account/AccountId").asText();
    run(
        "update-account-settings",
        "--account-id",
        account,
        "--account-settings",
        "{\"EnableDialOut\": true}");
    assertTrue(
        answered("get-account-settings", "--account-id", account)
            .at("/AccountSettings/EnableDialOut")
            .asBoolean());
  }

  @Test
  void whatTravelsInHeadersAndAsTextIsPartOfTheAnswer() throws IOException {
    JsonNode page = answered("export-records", "--max-results", "1");
    assertTrue(page.path("Csv").asText().startsWith("RecordId,"), page.toString());
    assertTrue(page.path("ContentDisposition").asText().startsWith("attachment"), page.toString());
  }

  @Test
  void theInputMayStandInAFileAndFlagsReplaceItsMembers() throws IOException {
    Files.writeString(folder.resolve("account.json"), "{\"Name\": \"From a file\"}");
    assertEquals(
        "From a file",
        answered("create-account", "--input", "account.json").at("/Account/Name").asText());
    assertEquals(
        "From a flag",
        answered("create-account", "--input", "account.json", "--name", "From a flag")
            .at("/Account/Name")
            .asText());
    Files.writeString(folder.resolve("wrong.json"), "{\"Nmae\": \"x\"}");
    assertEquals(
        misuse("CreateAccount has no member Nmae (did you mean Name?)", "create-account"),
        run("create-account", "--input", "wrong.json"));
    Files.writeString(
        folder.resolve("wrong.json"), "{\"Nmae\": \"x\", \"Zzzzzzzz\": 1, \"Qqqqqqqq\": 2}");
    assertEquals(
        misuse(
            "CreateAccount has no members Nmae (did you mean Name?), Zzzzzzzz and Qqqqqqqq",
            "create-account"),
        run("create-account", "--input", "wrong.json"));
    Files.writeString(folder.resolve("list.json"), "[]");
    assertEquals(
        misuse("--input list.json is not a JSON object", "create-account"),
        run("create-account", "--input", "list.json"));
  }

  @Test
  void aRefusalIsItsCodeAndMessageAndOne() {
    assertEquals(
        new Ran(
            1, "", "carillon: NotFoundException: there is no line a/b ü? in this organization\n"),
        run("get-line", "--line-id", "a/b ü?"));
    shell.set("AWS_ACCESS_KEY_ID", "CARIUNKNOWN000000000");
    shell.set("AWS_SECRET_ACCESS_KEY", "wrong/secret/of/some/length");
    Ran unknown = run("list-lines");
    shell.set("AWS_ACCESS_KEY_ID", "");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().startsWith("carillon: UnrecognizedClientException: "), unknown.err());
  }

  @Test
  void misuseIsOneSentenceWithTheNearestNameAndTwo() {
    assertEquals(
        misuse("Unknown command 'list-line' (did you mean list-lines?)", ""), run("ListLine"));
    assertEquals(
        misuse("Unknown option: '--lne-id=x' (did you mean --line-id?)", "get-line"),
        run("get-line", "--lne-id=x"));
    assertEquals(misuse("GetLine needs --line-id", "get-line"), run("get-line"));
    assertEquals(
        misuse(
            "--call-flow is not JSON at line 1, column 2; write names and texts in double quotes,"
                + " as in {\"Name\": \"Front desk\"}",
            "create-line"),
        run("create-line", "--call-flow", "{Type: 1}"));
    assertEquals(
        misuse("--max-results is \"x\", which is not a number", "list-lines"),
        run("list-lines", "--max-results", "x"));
    assertEquals(
        misuse("--user-id is given 2 times; give it once", "list-lines"),
        run("list-lines", "--user-id", "a", "--UserId", "b"));
    assertEquals(
        misuse(
            "The endpoint nowhere is not an address; write it as http://127.0.0.1:8080",
            "list-lines"),
        run("list-lines", "--endpoint-url", "nowhere"));
  }

  @Test
  void aServerThatIsNotThereIsSaidToBeSo() {
    assertEquals(
        new Ran(
            1,
            "",
            "carillon: The server at http://127.0.0.1:1 does not answer: start it, or name"
                + " another with --endpoint-url.\n"),
        run("list-lines", "--endpoint-url", "http://127.0.0.1:1"));
  }

  @Test
  void helpListsAllOperationsAndTheMembersOfEach() {
    String all = run("--help").out();
    for (OperationShape<?, ?> operation : Operations.ALL) {
      assertTrue(all.contains("\n  " + CommandLineName.of(operation.name())), operation.name());
    }
    String one = run("ListLines", "--help").out().replaceAll("\\s+", " ");
    assertTrue(one.contains("--max-results=NUMBER The most lines in a page. 1 to 99."), one);
    assertFalse(one.contains("--MaxResults"), one);
  }

  @Test
  void helpTellsTheLimitsOfEachMember() {
    String line = run("CreateLine", "--help").out().replaceAll("\\s+", " ");
    for (String text :
        List.of(
            "The name. 1 to 100 characters. A name on one line, such as Front desk. Required.",
            "They see the line's records. 1 to 200 items. Once for each",
            "20 when absent. 5 to 300.",
            "A phone number in E.164 form, such as +12065550100.")) {
      assertTrue(line.contains(text), line);
    }
  }

  private static Ran misuse(String sentence, String command) {
    return new Ran(
        2,
        "",
        "carillon: %s; see \"%s --help\".\n"
            .formatted(sentence, ("./carillon api " + command).strip()));
  }

  private static JsonNode answered(String... words) throws IOException {
    Ran ran = run(words);
    assertEquals(0, ran.code(), ran.err());
    return new JsonMapper().readTree(ran.out());
  }

  private static Ran run(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "api";
    System.arraycopy(words, 0, all, 1, words.length);
    return shell.run(all);
  }
}

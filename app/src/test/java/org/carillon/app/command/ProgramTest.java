package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {

  private record Ran(int code, String out, String err) {}

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @Test
  void anOrganizationAndItsKeysAreMadeListedAndRevoked() {
    Ran made = run("organization", "create", "Example Inc.");
    assertEquals(0, made.code(), made.err());
    String organization = made.out().strip();
    assertTrue(organization.matches("\\d{12}"), organization);
    Ran organizations = run("organization", "list");
    assertTrue(
        organizations.out().startsWith("ORGANIZATION  NAME          CREATED\n" + organization),
        organizations.out());

    Ran issued = run("key", "create", "--organization", organization);
    assertEquals(0, issued.code(), issued.err());
    String[] lines = issued.out().split("\n", -1);
    String key = lines[0].replace("export AWS_ACCESS_KEY_ID=", "");
    String secret = lines[1].replace("export AWS_SECRET_ACCESS_KEY=", "");
    assertEquals(40, secret.length(), issued.out());

    Ran listed = run("key", "list", "--organization", organization);
    assertTrue(listed.out().contains(key + "  " + organization + "  administrator"), listed.out());
    assertFalse(listed.out().contains(secret), "a secret is shown once");
    assertEquals(listed.out(), run("key", "list").out());

    assertEquals(0, run("key", "revoke", key).code());
    assertTrue(run("key", "list").out().contains("revoked 2"));
  }

  @Test
  void aRefusalIsOneSentenceOnStandardErrorAndOne() {
    run("organization", "create", "Example Inc.");
    Ran ran = run("key", "create", "--organization", "123456789012");
    assertEquals(new Ran(1, "", "carillon: There is no organization 123456789012.\n"), ran);
    assertEquals(
        "carillon: There is no access key CARIUNKNOWN.\n",
        run("key", "revoke", "CARIUNKNOWN").err());
  }

  @Test
  void misuseIsOneSentenceAndTwo() {
    Ran ran = run("key", "create");
    assertEquals(2, ran.code());
    assertEquals(
        "carillon: Missing required option: '--organization=ID'; see \"./carillon key create"
            + " --help\".\n",
        ran.err());
    assertEquals(2, run().code());
    assertTrue(run().err().contains("\n  pool "), run().err());
    assertEquals(2, run("key").code());
    assertEquals(
        new Ran(2, "", "carillon: Unknown command 'kye'; see \"./carillon --help\".\n"),
        run("kye"));
    assertEquals(
        "carillon: Unknown command 'list-lines'; for an operation of the API: ./carillon api"
            + " list-lines; see \"./carillon --help\".\n",
        run("list-lines").err());
    environment.put("CARILLON_PORT", "eighty");
    Ran wrong = run("organization", "list");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().startsWith("carillon: port (set by the variable"), wrong.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "backup",
        "api",
        "api list-lines",
        "organization",
        "organization create",
        "organization list",
        "key",
        "key create",
        "key list",
        "key revoke",
        "principal",
        "principal list",
        "principal attach",
        "principal detach",
        "policy",
        "policy put",
        "policy list",
        "policy show",
        "pool",
        "pool import",
        "pool add-block",
        "pool list"
      })
  void everyCommandExplainsItself(String command) {
    String[] words = (command + " --help").strip().split(" ");
    Ran ran = run(words);
    assertEquals(0, ran.code());
    assertTrue(ran.out().startsWith("Usage: " + ("carillon " + command).strip()), ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void versionIsThatOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = run("--version").out().strip().replace("carillon ", "");
    assertTrue(pom.contains("<version>" + version + "</version>"), version);
  }

  @Test
  void onlyServeTakesTheServersFlags() {
    assertTrue(run("serve", "--help").out().contains("--orders-answer-after"));
    assertFalse(run("key", "list", "--help").out().contains("--orders-answer-after"));
    assertTrue(run("key", "list", "--help").out().contains("--database-url"));
  }

  @Test
  void theDataFolderIsForItsOwnerOnly() throws IOException {
    run("organization", "create", "Example Inc.");
    Path data = folder.resolve("deep/data");
    assertEquals("rwx------", permissions(data));
    assertEquals("rw-------", permissions(data.resolve("master.key")));
  }

  @Test
  void filesAreForTheirOwnerOnlyWhateverTheFoldersMode() throws IOException {
    Path data = folder.resolve("deep/data");
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    run("organization", "create", "Example Inc.");
    assertEquals("rw-------", permissions(data.resolve("carillon.db")));
    // As an earlier version left it.
    Files.setPosixFilePermissions(
        data.resolve("carillon.db"), PosixFilePermissions.fromString("rw-r--r--"));
    run("organization", "list");
    assertEquals("rw-------", permissions(data.resolve("carillon.db")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"master.key", "server.lock", "carillon.db-wal"})
  void aFolderThatHadADatabaseIsNotTakenForANewOne(String trace) throws IOException {
    Path data = folder.resolve("deep/data");
    Files.createDirectories(data);
    Files.writeString(data.resolve(trace), "");
    assertEquals(
        new Ran(
            1,
            "",
            "carillon: The data folder %s holds %s but no carillon.db: restore the database from a backup, set its database-url, or set another folder with --data.\n"
                .formatted(data, trace)),
        run("organization", "create", "Example Inc."));
    assertFalse(Files.exists(data.resolve("carillon.db")));
  }

  @Test
  void anEmptyDatabaseBesideAKeyIsNotTakenForANewOne() throws IOException {
    Path data = folder.resolve("deep/data");
    run("organization", "create", "Example Inc.");
    Files.writeString(data.resolve("carillon.db"), "");
    Ran ran = run("organization", "list");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("holds master.key but an empty carillon.db"), ran.err());
  }

  @Test
  void aDataFolderThatIsAFileIsRefusedInOneSentence() throws IOException {
    Files.createDirectory(folder.resolve("deep"));
    Files.writeString(folder.resolve("deep/data"), "");
    Ran ran = run("organization", "create", "Example Inc.");
    assertEquals(1, ran.code());
    assertTrue(ran.err().startsWith("carillon: The data folder "), ran.err());
    assertEquals(1, ran.err().lines().count());
  }

  @Test
  void aDatabaseThatIsNoneIsRefusedInOneSentence() throws IOException {
    Files.createDirectories(folder.resolve("deep/data"));
    Files.writeString(folder.resolve("deep/data/carillon.db"), "no database ".repeat(1000));
    Ran ran = run("organization", "list");
    assertEquals(1, ran.code());
    assertTrue(ran.err().startsWith("carillon: The database "), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @Test
  void aPostgresThatDoesNotAnswerIsNamedWithoutItsPassword() {
    environment.put("CARILLON_DATABASE_URL", "jdbc:postgresql://localhost:1/db?user=me");
    environment.put("CARILLON_DATABASE_PASSWORD", "hunter2");
    Ran ran = run("organization", "list");
    assertEquals(1, ran.code());
    assertTrue(
        ran.err().startsWith("carillon: PostgreSQL at jdbc:postgresql://localhost:1/db "),
        ran.err());
    assertFalse(ran.err().contains("hunter2"), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://user:hunter2@localhost:1/db",
        "jdbc:postgresql://hunter2@localhost:1/db",
        "jdbc:postgresql://localhost:1/db?user=me&password=hunter2",
        "jdbc:postgresql://localhost:1/db?PASSWORD=hunter2",
        "jdbc:postgresql://localhost:1/db?sslkey=client.pk8&sslpassword=hunter2"
      })
  void aPasswordInTheUrlIsRefusedWithTheWayToGiveIt(String url) {
    environment.put("CARILLON_DATABASE_URL", url);
    assertEquals(
        new Ran(
            2,
            "",
            "carillon: database-url (set by the variable CARILLON_DATABASE_URL) holds a password,"
                + " or a user before the host: give them as database.user and database.password, by"
                + " the file or the variable CARILLON_DATABASE_PASSWORD; sslkey must name a key"
                + " without a password.\n"),
        run("organization", "list"));
  }

  @Test
  void whatADriverSaysOfThePasswordIsMasked() {
    // The driver quotes what it cannot read, the host in this case.
    environment.put("CARILLON_DATABASE_URL", "jdbc:postgresql://localhost:hunter2/db");
    environment.put("CARILLON_DATABASE_PASSWORD", "hunter2");
    Ran ran = run("organization", "list");
    assertEquals(1, ran.code());
    assertFalse(ran.err().contains("hunter2"), ran.err());
  }

  private String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private Ran run(String... arguments) {
    environment.putIfAbsent("CARILLON_DATA", folder.resolve("deep/data").toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = Program.run(new CommandEnvironment(terminal, environment, folder), arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carillon.app.command.TestShell.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Principals and policies, as the operator sets them on the command line. */
final class AccessCommandsTest {

  private static final String DOCUMENT =
      """
      {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": ["chime:Get*"], "Resource": "*"}]
      }
      """;

  @TempDir private Path folder;
  private TestShell shell;
  private String organization = "";

  @BeforeEach
  void start() {
    shell = new TestShell(folder);
    organization = shell.organization();
  }

  @Test
  void policiesOfOnesOwnArePutListedShownGrantedAndTaken() throws IOException {
    Files.writeString(folder.resolve("reader.json"), DOCUMENT);
    assertEquals(0, run("policy put reader reader.json").code());
    assertEquals(
        List.of(
            "AmazonChimeFullAccess",
            "AmazonChimeReadOnly",
            "AmazonChimeUserManagement",
            "CarillonCallEngine",
            "reader"),
        run("policy list").out().lines().skip(1).map(each -> each.split(" ", -1)[0]).toList());
    assertEquals(DOCUMENT, run("policy show reader").out());
    assertTrue(run("policy show CarillonCallEngine").out().contains("\"chime:PutRecord\""));

    assertEquals(0, run("key create --principal jane --policy reader").code());
    assertEquals(0, run("principal attach jane CarillonCallEngine").code());
    assertTrue(
        run("principal list")
            .out()
            .lines()
            .toList()
            .getLast()
            .endsWith("CarillonCallEngine, reader"));
    assertEquals(
        "carillon: Principal jane already has the policy reader.\n",
        run("principal attach jane reader").err());
    assertEquals(0, run("principal detach jane reader").code());
    assertEquals(
        "carillon: Principal jane has no policy reader; it has CarillonCallEngine.\n",
        run("principal detach jane reader").err());
    assertTrue(
        run("principal attach jane nothing")
            .err()
            .startsWith(
                "carillon: Organization "
                    + organization
                    + " has no policy nothing; managed ones are AmazonChimeFullAccess, "));
    assertEquals(1, run("principal attach nobody reader").code());
  }

  @Test
  void aPolicyThatIsRefusedSaysWhereItIsWrong() throws IOException {
    Files.writeString(folder.resolve("wrong.json"), DOCUMENT.replace("chime:Get*", "Get*"));
    Ran refused = run("policy put wrong wrong.json");
    assertEquals(
        "carillon: The policy document is refused: Statement[0].Action[0] \"Get*\" is not an"
            + " action; write it as \"chime:GetUser\", with * and ? after :.\n",
        refused.err());
    Files.writeString(folder.resolve("wrong.json"), DOCUMENT.replace("}]", "}"));
    assertEquals(
        "carillon: The policy document is refused: it is not JSON at line 4, column 1.\n",
        run("policy put wrong wrong.json").err());
    Files.writeString(folder.resolve("wrong.json"), " ".repeat(30_000));
    assertEquals(
        "carillon: The file wrong.json has more than 24576 bytes.\n",
        run("policy put wrong wrong.json").err());
    assertEquals(
        "carillon: The file "
            + folder.resolve("none.json")
            + " cannot be read: there is no such file or folder.\n",
        run("policy put wrong " + folder.resolve("none.json")).err());
    for (List<String> each :
        List.of(
            List.of("chime:CreatLine", "the nearest is chime:CreateLine"),
            List.of("chime:Qqqqq*", "\"carillon api --help\" lists the operations"),
            List.of("ec2:Foo", "actions begin with chime:"))) {
      Files.writeString(
          folder.resolve("wrong.json"),
          "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":[\"chime:*Line?\",\"%s\"],\"Resource\":\"*\"}}"
              .formatted(each.getFirst()));
      assertEquals(
          "carillon: The policy document is refused: the action %s matches no operation; %s.\n"
              .formatted(each.getFirst(), each.getLast()),
          run("policy put wrong wrong.json").err());
    }
    assertFalse(run("policy list").out().contains("wrong"));
  }

  @Test
  void aPolicyForAPrincipalThatIsThereIsRefusedWithTheCommandThatGivesIt() {
    run("key create --principal jane");
    Ran refused = run("key create --principal jane --policy AmazonChimeReadOnly");
    assertEquals(1, refused.code());
    assertEquals("", refused.out());
    String hint = refused.err().replaceFirst("(?s).*give it the policy with: ", "").strip();
    assertTrue(hint.startsWith("./carillon principal attach jane AmazonChimeReadOnly "), hint);
    assertEquals(0, shell.run(hint.substring("./carillon ".length()).split(" ", -1)).code(), hint);
    assertEquals(0, run("key create --principal jane").code());
  }

  @Test
  void aKeyThatWasBrokenOffIsMadeByTheSameCommand() {
    String command = "key create --principal jane --policy AmazonChimeReadOnly";
    assertEquals(0, run(command).code());
    // As if the key or what was said of it had been lost: the principal is there.
    Ran again = run(command);
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().startsWith("export AWS_ACCESS_KEY_ID="), again.out());
    assertEquals(1, run(command.replace("ReadOnly", "FullAccess")).code());
  }

  @Test
  void hintsCanBePastedWhereTheCheckoutsPathHasABlank() {
    shell.set("CARILLON_COMMAND", "/home/o'neil/my checkouts/carillon");
    String quoted = "'/home/o'\\''neil/my checkouts/carillon'";
    Ran first = shell.run("policy", "list", "--organization", organization, "--limit", "1");
    assertTrue(first.err().contains("continue with: " + quoted + " policy list "), first.err());
    Ran misused = shell.run("pool", "list", "--limit", "0");
    assertTrue(misused.err().contains("; see \"" + quoted + " pool list --help\""), misused.err());
  }

  @Test
  void whatTheOperatorDoesLeavesAnAuditRowEach() throws IOException, SQLException {
    Files.writeString(folder.resolve("reader.json"), DOCUMENT);
    run("policy put reader reader.json");
    String key = run("key create --principal jane").out().split("[=\n]", -1)[1];
    run("principal attach jane reader");
    run("principal detach jane reader");
    run("principal detach jane reader");
    shell.run("key", "revoke", key);
    shell.run("key", "revoke", key);
    assertEquals(
        List.of(
            "CreateOrganization " + organization + " null",
            "PutPolicy reader null",
            "CreatePrincipal jane AmazonChimeFullAccess",
            "CreateAccessKey " + key + " jane",
            "AttachPolicy jane reader",
            "DetachPolicy jane reader",
            "RevokeAccessKey " + key + " jane"),
        audit());
  }

  @Test
  void everyListSaysWhenThereIsMoreAndHowToGoOn() {
    for (String name : List.of("a", "b", "c")) {
      run("key create --principal " + name);
    }
    shell.organization();
    shell.run("pool", "add-block", "+12065550100-+12065550102");
    for (String list :
        List.of(
            "organization list",
            "key list",
            "key list --organization " + organization,
            "principal list --organization " + organization,
            "policy list --organization " + organization,
            "pool list")) {
      List<String> whole = shell.run(list.split(" ", -1)).out().lines().skip(1).toList();
      assertTrue(whole.size() >= 2, list);
      List<String> paged = new ArrayList<>();
      String next = list + " --limit 1";
      while (!next.isEmpty()) {
        Ran ran = shell.run(next.split(" ", -1));
        ran.out().lines().skip(1).forEach(paged::add);
        next =
            ran.err()
                .strip()
                .replace("carillon: There are more rows; continue with: ./carillon ", "");
        assertTrue(next.isEmpty() || next.contains("--limit 1 --after "), ran.err());
      }
      assertEquals(words(whole), words(paged), list);
    }
    assertEquals(
        "carillon: Invalid value for option '--limit': \"0\" is not a whole number from 1 to"
            + " 1000; see \"./carillon pool list --help\".\n",
        shell.run("pool", "list", "--limit", "0").err());
  }

  @Test
  void aListOfAnOrganizationThatIsNoneIsRefused() {
    for (String list : List.of("key", "policy", "principal")) {
      assertEquals(
          "carillon: There is no organization 999999999999.\n",
          shell.run(list, "list", "--organization", "999999999999").err());
    }
  }

  private static List<String> words(List<String> rows) {
    return rows.stream().map(row -> row.replaceAll(" +", " ")).toList();
  }

  private Ran run(String command) {
    return shell.run((command + " --organization " + organization).split(" ", -1));
  }

  private List<String> audit() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/carillon.db"));
        ResultSet row =
            database
                .createStatement()
                .executeQuery(
                    "select operation, target, detail from audit_entry where organization_id = '"
                        + organization
                        + "' and principal = 'system:operator' and outcome = 'Done' order by"
                        + " audit_id")) {
      while (row.next()) {
        rows.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
      }
    }
    return rows;
  }
}

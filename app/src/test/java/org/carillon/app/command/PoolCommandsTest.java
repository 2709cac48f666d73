package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.carillon.app.command.TestShell.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers from files and blocks, and the messages about wrong ones. */
final class PoolCommandsTest {

  @TempDir private Path folder;
  private TestShell shell;
  private String organization = "";

  @BeforeEach
  void start() {
    shell = new TestShell(folder);
    organization = shell.organization();
  }

  @Test
  void aFileOfASpreadsheetIsImported() throws IOException {
    Files.write(
        folder.resolve("numbers.csv"),
        "\uFEFFNumber;Type;City\n+12065550100;local;Zürich\n".getBytes(StandardCharsets.UTF_16LE));
    assertEquals("Added 1 number.\n", shell.run("pool", "import", "numbers.csv").out());
    assertTrue(shell.run("pool", "list").out().contains("Zürich"));
    assertEquals(
        "Added 1 number.\n",
        shell.run("pool", "add-block", "+12065550101-+12065550101", "--type", "LOCAL").out());
    assertEquals(
        "Added 2 numbers.\n", shell.run("pool", "add-block", "+12065550102-+12065550103").out());
    Files.writeString(
        folder.resolve("owned.csv"), "number\tproduct type\n+12065550100\tvoiceconnector\n");
    assertEquals(
        "Put 1 number into the inventory of " + organization + ".\n",
        own("owned.csv", "--product-type", "businesscalling").out());
  }

  @Test
  void aFileThatIsRefusedIsToldLineByLineAndCannotActOnTheTerminal() throws IOException {
    Files.writeString(
        folder.resolve("numbers.csv"),
        "number,type\n+12065550100,\u001b[31mred\u202e\n+12065550101,Local\n" + "x\n".repeat(120));
    Ran refused = shell.run("pool", "import", "numbers.csv");
    assertEquals(1, refused.code());
    List<String> lines = refused.err().lines().toList();
    assertEquals(
        "carillon: numbers.csv, line 2: type \"\\u001b[31mred\\u202e\" is unknown; write Local or"
            + " TollFree",
        lines.getFirst());
    assertEquals(102, lines.size());
    assertEquals("carillon: numbers.csv: and 21 more", lines.get(100));
    assertFalse(refused.err().contains("\u001b"));
    assertFalse(shell.run("pool", "list").out().contains("+1"));
    Ran unknown = shell.run("pool", "\u001b[31mlist");
    assertTrue(unknown.err().contains("\\u001b[31mlist"), unknown.err());
  }

  @Test
  void aFileThatStopsInTheMiddleIsSaidToBeImportedInPart() throws Exception {
    StringBuilder file = new StringBuilder("number\n");
    for (int i = 0; i < 300; i++) {
      file.append("+1206555%04d%n".formatted(i));
    }
    Files.writeString(folder.resolve("owned.csv"), file);
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/carillon.db"));
        Statement statement = database.createStatement()) {
      statement.execute(
          "insert into pool_number (e164, country, type, taken_by, added_at)"
              + " values ('+12065550299', 'US', 'Local', 'another', 0)");
    }
    List<String> lines = own("owned.csv").err().lines().toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains(" rows before are imported: "), lines.getFirst());
    assertEquals(
        "carillon: The file was imported in part; the lines above give the reasons.",
        lines.getLast());
  }

  @Test
  void nothingThatGoesWrongIsToldByTheNameOfAClass() throws IOException {
    Files.createDirectory(folder.resolve("folder.csv"));
    Files.writeString(folder.resolve("empty.csv"), "");
    for (List<String> words :
        List.of(
            List.of("pool", "import", "none.csv"),
            List.of("pool", "import", "folder.csv"),
            List.of("pool", "import", "empty.csv"),
            List.of("pool", "list", "--limit", "many"),
            List.of("pool", "add-block", "x"),
            List.of("policy", "put", "p", "none.json", "--organization", organization),
            List.of("key", "list", "--data", folder.resolve("empty.csv").toString()),
            List.of("key", "list", "--master-key-file", folder.resolve("folder.csv").toString()),
            List.of("organization", "list", "--database-url", "jdbc:postgresql://no.invalid/x"),
            List.of("organization", "create", "x", "--data", "/proc/none/data"))) {
      Ran ran = shell.run(words.toArray(String[]::new));
      assertTrue(ran.code() == 1 || ran.code() == 2, words + ran.out());
      assertFalse(
          ran.err().matches("(?s).*(Exception|Error|java\\.|jdk\\.|\\bnull\\b).*"), ran.err());
    }
  }

  private Ran own(String... words) {
    String[] all = new String[words.length + 4];
    System.arraycopy(words, 0, all, 2, words.length);
    all[0] = "pool";
    all[1] = "import";
    all[words.length + 2] = "--organization";
    all[words.length + 3] = organization;
    return shell.run(all);
  }
}

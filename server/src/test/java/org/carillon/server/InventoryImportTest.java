package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Engine;
import org.carillon.server.changes.imports.InventoryImport;
import org.carillon.server.inventory.pool.NumberFile;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers that an organization owned before it came here. */
@ParameterizedClass
@EnumSource(Engine.class)
final class InventoryImportTest {

  private final Engine engine;
  @TempDir private Path folder;
  private TestServer server;
  private Tenant acme;

  InventoryImportTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    server = new TestServer(engine, folder);
    acme = server.organization();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void ownedNumbersStandInTheInventoryAndWithTheirUsers() throws Exception {
    String account = acme.account();
    String jane = acme.user(account, "jane@example.com");
    assertEquals(
        List.of(),
        run(
            """
            number,product type,email
            +12065550100,,Jane@example.com
            +12065550101,VoiceConnector,
            +12065550102,,
            """));
    assertEquals(PhoneNumberStatus.ASSIGNED, acme.status("+12065550100"));
    assertEquals(jane, acme.number("+12065550100").associations().get(1).value());
    assertEquals(PhoneNumberProductType.VOICE_CONNECTOR, acme.number("+12065550101").productType());
    assertEquals(PhoneNumberStatus.UNASSIGNED, acme.status("+12065550102"));
  }

  @Test
  void oneBadRowKeepsEveryRowOut() throws Exception {
    Tenant other = server.organization();
    other.order("+12065550104");
    server.sweep();
    acme.order("+12065550105");
    List<NumberFile.Problem> problems =
        run(
            """
            number,product type,email
            +12065550100,,
            +12065550101,,nobody@example.com
            +18005550100,BusinessCalling,
            +442079460000,,
            +12065550104,,
            +12065550105,VoiceConnector,
            """);
    assertEquals(
        List.of(3L, 4L, 5L, 6L, 7L), problems.stream().map(NumberFile.Problem::line).toList());
    assertEquals(
        "the organization has no user with the e-mail nobody@example.com; create the user first",
        problems.getFirst().what());
    assertEquals("+12065550104 is not available", problems.get(3).what());
    assertThrows(NotFoundException.class, () -> acme.number("+12065550100"));
  }

  @Test
  void typeThatContradictsTheNumberKeepsEveryRowOut() throws Exception {
    assertEquals(
        List.of(
            new NumberFile.Problem(
                2,
                "+18885550177 is toll-free by its numbering plan, not Local; write TollFree, or"
                    + " leave the type out"),
            new NumberFile.Problem(
                3,
                "+14255550202 is not toll-free by its numbering plan, not TollFree; write Local,"
                    + " or leave the type out")),
        run(
            """
            number,type,product type
            +18885550177,Local,BusinessCalling
            +14255550202,TollFree,VoiceConnector
            """));
    assertThrows(NotFoundException.class, () -> acme.number("+14255550202"));
  }

  @Test
  void ownedNumberThatASupplierSellsAllTheSameGoesBackAndTheOrderFails() throws Exception {
    run("number\n+12065550100\n");
    Tenant other = server.organization();
    other.order("+12065550100");
    server.sweep();
    assertEquals(PhoneNumberStatus.ACQUIRE_FAILED, other.status("+12065550100"));
    assertEquals(PhoneNumberStatus.UNASSIGNED, acme.status("+12065550100"));
    assertEquals(List.of("order +12065550100", "release +12065550100"), server.supplier().asked());
  }

  @Test
  void limitOfAUserIsCheckedOverTheWholeFileBeforeAnythingChanges() throws Exception {
    String account = acme.account();
    String jane = acme.user(account, "jane@example.com");
    run("number\n+12064440000\n");
    acme.assign(account, jane, "+12064440000");
    StringBuilder file = new StringBuilder("number,type,city,state,product type,email\n");
    for (int i = 0; i < 5_000; i++) {
      file.append("+1206555%04d%n".formatted(i));
    }
    for (int i = 0; i < 101; i++) {
      file.append("+1206777%04d,,,,,%s%n".formatted(i, "jane@example.com"));
    }
    String full =
        "user jane@example.com would have %d numbers, and the limit is 100; disassociate one first";
    assertEquals(
        List.of(
            new NumberFile.Problem(5_101, full.formatted(101)),
            new NumberFile.Problem(5_102, full.formatted(102))),
        run(file.toString()));
    assertThrows(NotFoundException.class, () -> acme.number("+12065550000"));
  }

  @Test
  void suspendedUserKeepsEveryRowOut() throws Exception {
    String jane = acme.user(acme.account(), "jane@example.com");
    server.sql("update account_user set registration_status = 'Suspended'");
    assertEquals(
        List.of(
            new NumberFile.Problem(
                3,
                "user %s is suspended, so no number can be assigned; unsuspend the user with BatchUnsuspendUser first"
                    .formatted(jane))),
        run("number,email\n+12065550100,\n+12065550101,jane@example.com\n"));
    assertThrows(NotFoundException.class, () -> acme.number("+12065550100"));
  }

  @Test
  void rowThatIsRefusedInTheEndIsNamedAndUndoesItsBatch() throws Exception {
    server.sql(
        "insert into pool_number (e164, country, type, taken_by, added_at)"
            + " values ('+12065550101', 'US', 'Local', 'another', 0)");
    assertEquals(
        List.of(
            new NumberFile.Problem(
                3,
                "+12065550101 is not available; the 0 rows before are imported: repair this and"
                    + " import the same file again, which skips them")),
        run("number\n+12065550100\n+12065550101\n+12065550102\n"));
    assertThrows(NotFoundException.class, () -> acme.number("+12065550100"));
  }

  @Test
  void rowThatFailsInTheMiddleLeavesTheOnesBeforeAndTheSameFileGoesOnFromThere() throws Exception {
    String jane = acme.user(acme.account(), "jane@example.com");
    StringBuilder file = new StringBuilder("number,product type,email\n");
    file.append("+12065550000,,jane@example.com\n");
    for (int i = 1; i < 300; i++) {
      file.append("+1206555%04d,,%n".formatted(i));
    }
    server.sql(
        "insert into pool_number (e164, country, type, taken_by, added_at)"
            + " values ('+12065550299', 'US', 'Local', 'another', 0)");
    InventoryImport.Imported first = imported(file.toString());
    assertEquals(1, first.found().list().size());
    assertTrue(
        first.found().list().getFirst().what().startsWith("+12065550299 is not available; the "),
        first.found().list().toString());
    assertTrue(first.added() >= 50 && first.added() < 300, "added " + first.added());
    assertEquals(PhoneNumberStatus.ASSIGNED, acme.status("+12065550000"));

    server.sql("update pool_number set taken_by = null where e164 = '+12065550299'");
    InventoryImport.Imported second = imported(file.toString());
    assertEquals(List.of(), second.found().list());
    assertEquals(300 - first.added(), second.added());
    InventoryImport.Imported third = imported(file.toString());
    assertEquals(List.of(), third.found().list());
    assertEquals(0, third.added());
    assertEquals(jane, acme.number("+12065550000").associations().get(1).value());
  }

  @Test
  void rowThatStandsOtherwiseThanTheFileSaysIsAProblem() throws Exception {
    String account = acme.account();
    acme.user(account, "jane@example.com");
    acme.user(account, "joe@example.com");
    run(
        """
        number,product type,email
        +12065550100,,jane@example.com
        +12065550101,,
        +12065550102,,
        +12065550103,,jane@example.com
        """);
    assertEquals(
        List.of(2L, 3L, 4L),
        run(
                """
                number,product type,email
                +12065550100,,joe@example.com
                +12065550101,,jane@example.com
                +12065550102,VoiceConnector,
                +12065550103,,jane@example.com
                """)
            .stream()
            .map(NumberFile.Problem::line)
            .toList());
  }

  private List<NumberFile.Problem> run(String csv) throws IOException {
    return imported(csv).found().list();
  }

  private InventoryImport.Imported imported(String csv) throws IOException {
    return server
        .features()
        .inventoryImport()
        .run(
            new InventoryImport.Target(acme.id(), PhoneNumberProductType.BUSINESS_CALLING),
            NumberFile.read(new StringReader(csv)).rows());
  }
}

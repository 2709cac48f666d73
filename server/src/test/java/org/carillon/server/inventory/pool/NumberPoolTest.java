package org.carillon.server.inventory.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows how the operator fills the pool, on both engines. */
final class NumberPoolTest {

  private final TestClock clock = new TestClock();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void importTakesFromTheNumberingPlansWhatTheFileLeavesOut(Engine engine) throws IOException {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      var imported =
          pool.importFile(
              new StringReader(
                  """
                  \uFEFFNumber,Type,City,State
                  +12062170100,,,
                  +18005550100,,,
                  "+12062170101",Local,"Ballard, North",wa

                  +18832340123,Local,,
                  """));
      assertEquals(List.of(), imported.found().list());
      assertEquals(4, imported.added());
      List<NumberPool.PoolNumber> entries =
          pool.list("", 10).stream().map(NumberPool.Listed::entry).toList();
      assertEquals(
          List.of(
              new NumberPool.PoolNumber(
                  new E164("+12062170100"), "US", PhoneNumberType.LOCAL, "Seattle", "WA"),
              new NumberPool.PoolNumber(
                  new E164("+12062170101"), "US", PhoneNumberType.LOCAL, "Ballard, North", "WA"),
              new NumberPool.PoolNumber(
                  new E164("+18005550100"), "US", PhoneNumberType.TOLL_FREE, null, null),
              new NumberPool.PoolNumber(
                  new E164("+18832340123"), null, PhoneNumberType.LOCAL, null, null)),
          entries);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneWrongRowKeepsTheWholeFileOut(Engine engine) throws IOException {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      pool.addBlock("+12065550100-+12065550109", null);
      var imported =
          pool.importFile(
              new StringReader(
                  """
                  number,type,city,state,product type
                  +12065550200
                  12065550201
                  +12065550200,Local
                  +12065550202,Mobile
                  +12065550105,Local,Elsewhere
                  +12065550203,Local,,,BusinessCalling
                  """));
      assertEquals(0, imported.added());
      assertEquals(
          List.of(
              "3: 12065550201 has no plus; write +12065550201",
              "4: +12065550200 is already in line 2",
              "5: type \"Mobile\" is unknown; write Local or TollFree",
              "6: +12065550105 is already in the pool",
              "7: a product type or an e-mail needs --organization"),
          imported.found().list().stream().map(each -> each.line() + ": " + each.what()).toList());
      assertEquals(10, pool.list("", 1000).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void importThatWasCutOffIsBegunAgainWithTheSameFile(Engine engine) throws IOException {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      String rows = "number,type,city,state\n+12065550100,Local,Ballard,wa\n+18005550100\n";
      assertEquals(2, pool.importFile(new StringReader(rows)).added());
      NumberPool.Imported again =
          pool.importFile(new StringReader(rows + "+12065550101,Local,Ballard,wa\n"));
      assertEquals(List.of(), again.found().list());
      assertEquals(1, again.added());
    }
  }

  @ParameterizedTest
  @EnumSource
  void seedThatWasEndedInTheMiddleGoesOn(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      int all = pool.seed();
      assertEquals(0, pool.seed());
      assertEquals(
          101,
          database.<Integer>write(transaction ->
              transaction.sql().execute("delete from pool_number where e164 <= '+12025550100'")));
      assertEquals(101, pool.seed());
      assertTrue(all > 40_000, "seeded " + all);
    }
  }

  @Test
  void fileReadsProductTypeAndEmailByTheirTitles() throws IOException {
    var content =
        NumberFile.read(
            new StringReader(
                """
                number,Product Type,E-mail
                +12065550100,VoiceConnector,jane@example.com
                """));
    assertEquals(List.of(), content.found().list());
    assertEquals(
        List.of(
            new NumberFile.Row(
                2,
                new E164("+12065550100"),
                null,
                null,
                null,
                PhoneNumberProductType.VOICE_CONNECTOR,
                "jane@example.com")),
        content.rows());
  }

  @Test
  void brokenFilesAreToldInWords() throws IOException {
    assertEquals(
        List.of(
            new NumberFile.Problem(
                1,
                "column \"colour\" is unknown; columns are number, type, city, state, product"
                    + " type, email")),
        NumberFile.read(new StringReader("number,colour\n")).found().list());
  }

  @ParameterizedTest
  @EnumSource
  void listTellsFreeTakenAndResting(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      assertEquals(3, pool.addBlock("+12065550100-+12065550102", PhoneNumberType.LOCAL));
      PoolSupplier supplier = new PoolSupplier(database, clock, PoolSettings.DEFAULTS);
      var first = new NumberSupplier.Request(new E164("+12065550100"), "a", clock.instant());
      supplier.order(first);
      supplier.release(first);
      supplier.order(new NumberSupplier.Request(new E164("+12065550101"), "b", clock.instant()));
      assertEquals(
          List.of(NumberPool.State.RESTING, NumberPool.State.TAKEN, NumberPool.State.FREE),
          pool.list("", 10).stream().map(NumberPool.Listed::state).toList());
      assertEquals(1, pool.list("+12065550101", 10).size());
      assertTrue(
          database.<Boolean>write(
              transaction -> pool.claim(transaction, new E164("+12065550100"), "import")));
      assertFalse(
          database.<Boolean>write(
              transaction -> pool.claim(transaction, new E164("+12065550101"), "import")));
      assertTrue(
          database.<Boolean>write(
              transaction -> pool.claim(transaction, new E164("+442079460000"), "import")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void blockThatOverlapsThePoolIsRefusedWhole(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      pool.addBlock("+12065550100-+12065550109", null);
      assertThrows(
          IllegalArgumentException.class, () -> pool.addBlock("+12065550109-+12065550119", null));
      assertEquals(10, pool.list("", 100).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void blockThatNoPlanHasOrThatIsOfAnotherTypeIsRefused(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      assertEquals(
          "+1206555500 is too short for a number of +1; write a number in E.164, such as"
              + " +12065550100",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> pool.addBlock("+1206555500-+1206555509", null))
              .getMessage());
      assertEquals(
          "+18885550100 is toll-free by its numbering plan, not Local; write TollFree, or leave"
              + " the type out",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> pool.addBlock("+18885550100-+18885550109", PhoneNumberType.LOCAL))
              .getMessage());
      assertEquals(List.of(), pool.list("", 100));
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbersOfNewAreaCodesAreFoundByThem(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      pool.addBlock("+14362340123-+14362340124", null);
      PoolSupplier supplier = new PoolSupplier(database, clock, PoolSettings.DEFAULTS);
      assertEquals(
          List.of("+14362340123", "+14362340124"),
          supplier
              .search(
                  "123456789012", new NumberSearch("US", null, "436", null, "OH", null, 10, null))
              .numbers());
    }
  }

  @Test
  void fileThatContradictsTheNumberingPlanIsRefused() throws IOException {
    try (Database database = TestDatabases.open(Engine.SQLITE, folder, clock)) {
      NumberPool pool = new NumberPool(database, new PhoneNumberFacts());
      assertEquals(
          List.of(
              "2: +14255550202 is not toll-free by its numbering plan, not TollFree; write Local,"
                  + " or leave the type out",
              "3: +18005555002 is toll-free by its numbering plan, not Local; write TollFree, or"
                  + " leave the type out",
              "4: +1425555015 is too short for a number of +1; write a number in E.164, such as"
                  + " +12065550100",
              "5: +999 begins with an unknown country code; write a number in E.164, such as"
                  + " +12065550100"),
          pool
              .importFile(
                  new StringReader(
                      """
                      number,type
                      +14255550202,TollFree
                      +18005555002,Local
                      +1425555015
                      +999
                      """))
              .found()
              .list()
              .stream()
              .map(each -> each.line() + ": " + each.what())
              .toList());
    }
  }

  @Test
  void blocksHaveTwoEndsOfOneLengthInOrderAndABoundedSize() {
    for (String wrong :
        List.of(
            "+12065550100",
            "+12065550100-12065550199",
            "+12065550199-+12065550100",
            "+1206555010-+12065550199",
            "+12060000000-+12069999999")) {
      assertThrows(IllegalArgumentException.class, () -> NumberBlock.parse(wrong), wrong);
    }
  }
}

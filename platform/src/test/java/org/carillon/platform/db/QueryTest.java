package org.carillon.platform.db;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ACCOUNT;
import static org.carillon.platform.db.schema.Tables.ORGANIZATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.platform.db.schema.tables.records.OrganizationRecord;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that are rendered once find, lock and change the same rows on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class QueryTest {

  private static final Command ADD =
      Command.insert(
          ORGANIZATION, ORGANIZATION.ORGANIZATION_ID, ORGANIZATION.NAME, ORGANIZATION.CREATED_AT);
  private static final Query<String> BY_ID =
      Query.of(
          sql ->
              sql.select(ORGANIZATION.NAME, ORGANIZATION.CREATED_AT)
                  .from(ORGANIZATION)
                  .where(given(ORGANIZATION.ORGANIZATION_ID)),
          row -> row.get(ORGANIZATION.NAME) + " " + row.get(ORGANIZATION.CREATED_AT));
  private static final Query<String> AMONG =
      Query.of(
          sql ->
              sql.select(ORGANIZATION.NAME)
                  .from(ORGANIZATION)
                  .where(among(ORGANIZATION.ORGANIZATION_ID))
                  .orderBy(ORGANIZATION.ORGANIZATION_ID),
          row -> row.get(ORGANIZATION.NAME));
  private static final Parameter<Instant> SINCE = Parameter.of(ORGANIZATION.CREATED_AT);
  private static final Condition CREATED_SINCE = ORGANIZATION.CREATED_AT.ge(SINCE.slot());
  private static final Condition CREATED_AT = given(ORGANIZATION.CREATED_AT);
  private static final Query<String> SOME =
      Query.filtered(
          (sql, filter) ->
              sql.select(ORGANIZATION.NAME)
                  .from(ORGANIZATION)
                  .where(filter)
                  .orderBy(ORGANIZATION.ORGANIZATION_ID),
          row -> row.get(ORGANIZATION.NAME));
  private static final Query<OrganizationRecord> RECORDS =
      Query.of(sql -> sql.selectFrom(ORGANIZATION), row -> row.into(ORGANIZATION));
  private static final Query<Integer> COUNT = Query.count(ORGANIZATION, CREATED_SINCE);
  private static final RecordCommand<OrganizationRecord> SAVE =
      RecordCommand.update(ORGANIZATION, given(ORGANIZATION.ORGANIZATION_ID));
  private static final RecordCommand<OrganizationRecord> ADD_IF_ABSENT =
      RecordCommand.insertIfAbsent(ORGANIZATION);
  private static final Command ADD_OR_RENAME =
      Command.insertOrUpdate(
          ORGANIZATION,
          List.of(ORGANIZATION.ORGANIZATION_ID),
          List.of(ORGANIZATION.NAME),
          ORGANIZATION.CREATED_AT);
  private static final Query<String> TWO_NAMES =
      Query.of(
          sql ->
              sql.select(ORGANIZATION.ORGANIZATION_ID, ORGANIZATION.NAME)
                  .select(ACCOUNT.NAME, ACCOUNT.ORGANIZATION_ID)
                  .from(ORGANIZATION)
                  .leftJoin(ACCOUNT)
                  .on(ACCOUNT.ORGANIZATION_ID.eq(ORGANIZATION.ORGANIZATION_ID)),
          row -> row.get(ACCOUNT.NAME) + " " + row.get(ORGANIZATION.NAME));
  private static final Command RENAME =
      Command.of(sql ->
          sql.update(ORGANIZATION)
              .set(ORGANIZATION.NAME, slot(ORGANIZATION.NAME))
              .where(given(ORGANIZATION.ORGANIZATION_ID)));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Engine engine;
  @TempDir private Path folder;
  private Database database;

  QueryTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    database = TestDatabases.open(engine, folder, new TestClock());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void rowsAreFoundByParametersThatMayComeInAnyOrder() {
    assertEquals(1, add("100000000001", "Bells"));
    assertEquals(
        Optional.of("Bells " + NOON),
        database.read(transaction ->
            BY_ID.find(transaction, Argument.of(ORGANIZATION.ORGANIZATION_ID, "100000000001"))));
    assertEquals(
        Optional.empty(),
        database.read(transaction ->
            BY_ID.find(transaction, Argument.of(ORGANIZATION.ORGANIZATION_ID, "100000000002"))));
  }

  @Test
  void listIsOneParameterHoweverLong() {
    database.write(transaction -> {
      ADD.runAll(
          transaction,
          List.of(
              arguments("100000000001", "Bells"),
              arguments("100000000002", "O'Brien \"&\" §p1 ?"),
              arguments("100000000003", "Horns")));
      return null;
    });
    assertEquals(List.of(), withIds(List.of()));
    assertEquals(
        List.of("Bells", "Horns"), withIds(List.of("100000000003", "100000000001", "x\"')")));
    assertEquals(
        List.of("O'Brien \"&\" §p1 ?"),
        withIds(
            IntStream.rangeClosed(2, 2_000)
                .mapToObj(i -> "10000000%04d".formatted(i == 3 ? 2 : i))
                .toList()));
  }

  @Test
  void columnsOfOneNameAreToldApartByTheirTables() {
    add("100000000001", "Bells");
    assertEquals(List.of("null Bells"), database.read(TWO_NAMES::list));
  }

  @Test
  void filterAddsItsConditionsAndTheirValues() {
    add("100000000001", "Bells");
    Filter since = Filter.of(CREATED_SINCE, SINCE.is(NOON.plusSeconds(1)));
    Filter at = Filter.of(CREATED_AT, Argument.of(ORGANIZATION.CREATED_AT, NOON));
    for (int i = 0; i < 2; i++) {
      assertEquals(List.of("Bells"), some(Filter.NONE));
      assertEquals(List.of("Bells"), some(at));
      assertEquals(List.of(), some(since));
      assertEquals(List.of(), some(at.and(since)), "two values of one column");
    }
  }

  @Test
  void rowIsReadAsTheRecordOfItsTable() {
    add("100000000001", "Bells");
    assertEquals(
        List.of(new OrganizationRecord("100000000001", "Bells", NOON)),
        database.<List<OrganizationRecord>>read(RECORDS::list));
  }

  @Test
  void countStopsAtTheLimit() {
    add("100000000001", "Bells");
    add("100000000002", "Horns");
    assertEquals(2, counted(NOON, 3));
    assertEquals(1, counted(NOON, 1));
    assertEquals(0, counted(NOON.plusSeconds(1), 3));
  }

  private int counted(Instant since, int most) {
    return database.read(
        transaction -> COUNT.get(transaction, SINCE.is(since), Argument.limit(most)));
  }

  private List<String> some(Filter filter) {
    return database.read(transaction -> SOME.list(transaction, filter));
  }

  @Test
  void recordChangesTheColumnsThatItHasValuesForAndNoOthers() {
    add("100000000001", "Bells");
    OrganizationRecord renamed = new OrganizationRecord();
    renamed.setName("Horns");
    Argument id = Argument.of(ORGANIZATION.ORGANIZATION_ID, "100000000001");
    assertEquals(1, database.<Integer>write(transaction -> SAVE.run(transaction, renamed, id)));
    assertEquals("Horns " + NOON, byId("100000000001"));
    OrganizationRecord moved = new OrganizationRecord();
    moved.setCreatedAt(NOON.plusSeconds(1));
    assertEquals(1, database.<Integer>write(transaction -> SAVE.run(transaction, moved, id)));
    assertEquals("Horns " + NOON.plusSeconds(1), byId("100000000001"));
  }

  @Test
  void recordsAreAddedInOneBatchAndAnExistingOneIsLeftOrUpdated() {
    add("100000000001", "Bells");
    List<OrganizationRecord> records =
        Stream.of("100000000001", "100000000002")
            .map(id -> new OrganizationRecord(id, "Horns", NOON.plusSeconds(1)))
            .toList();
    records.forEach(each -> each.touched(true));
    database.write(transaction -> {
      ADD_IF_ABSENT.runAll(transaction, records);
      return null;
    });
    assertEquals("Bells " + NOON, byId("100000000001"));
    assertEquals("Horns " + NOON.plusSeconds(1), byId("100000000002"));
    for (String id : List.of("100000000002", "100000000003")) {
      database.write(transaction -> ADD_OR_RENAME.run(transaction, arguments(id, "Drums")));
    }
    assertEquals("Drums " + NOON.plusSeconds(1), byId("100000000002"));
    assertEquals("Drums " + NOON, byId("100000000003"));
  }

  @Test
  void batchSaysHowManyRowsItChanged() {
    add("100000000001", "Bells");
    add("100000000002", "Horns");
    List<Argument> runs =
        Stream.of("100000000001", "100000000002", "100000000003")
            .map(id -> arguments(id, "Drums"))
            .toList();
    assertEquals(2, database.<Integer>write(transaction -> RENAME.runAll(transaction, runs)));
    assertEquals(0, database.<Integer>write(transaction -> RENAME.runAll(transaction, List.of())));
  }

  @Test
  void queryOfPartsIsMadeOnceForEachShape() {
    add("100000000001", "Bells");
    List<Boolean> made = new ArrayList<>();
    Shaped<Boolean, Query<String>> queries =
        new Shaped<>(descending -> {
          made.add(descending);
          return Query.of(
              sql ->
                  sql.select(ORGANIZATION.NAME)
                      .from(ORGANIZATION)
                      .orderBy(descending ? ORGANIZATION.NAME.desc() : ORGANIZATION.NAME.asc()),
              row -> row.get(ORGANIZATION.NAME));
        });
    add("100000000002", "Horns");
    for (int i = 0; i < 2; i++) {
      assertEquals(List.of("Bells", "Horns"), database.read(queries.of(false)::list));
      assertEquals(List.of("Horns", "Bells"), database.read(queries.of(true)::list));
    }
    assertEquals(List.of(false, true), made);
  }

  private String byId(String id) {
    return database.read(
        transaction -> BY_ID.get(transaction, Argument.of(ORGANIZATION.ORGANIZATION_ID, id)));
  }

  @Test
  void valueThatIsNoParameterIsRefusedWhenTheTextIsRendered() {
    Query<String> rendersEachTime =
        Query.of(
            sql ->
                sql.select(ORGANIZATION.NAME)
                    .from(ORGANIZATION)
                    .where(ORGANIZATION.ORGANIZATION_ID.eq("100000000001")),
            row -> row.get(ORGANIZATION.NAME));
    String refused =
        String.valueOf(
            assertThrows(IllegalStateException.class, () -> database.read(rendersEachTime::list))
                .getMessage());
    assertTrue(refused.startsWith("a value is neither inlined nor a parameter"), refused);
  }

  @Test
  void parameterWithoutAValueAndColumnThatIsNotSelectedAreRefused() {
    add("100000000001", "Bells");
    assertThrows(IllegalStateException.class, () -> database.read(BY_ID::list));
    Query<Instant> other =
        Query.of(
            sql -> sql.select(ORGANIZATION.NAME).from(ORGANIZATION),
            row -> row.get(ORGANIZATION.CREATED_AT));
    assertThrows(IllegalStateException.class, () -> database.read(other::list));
  }

  private int add(String id, String name) {
    return database.write(transaction -> ADD.run(transaction, arguments(id, name)));
  }

  private static Argument arguments(String id, String name) {
    return Argument.all(
        Argument.of(ORGANIZATION.CREATED_AT, NOON),
        Argument.of(ORGANIZATION.NAME, name),
        Argument.of(ORGANIZATION.ORGANIZATION_ID, id));
  }

  private List<String> withIds(List<String> ids) {
    return database.read(
        transaction -> AMONG.list(transaction, Argument.among(ORGANIZATION.ORGANIZATION_ID, ids)));
  }
}

package org.carillon.platform.db;

import static org.carillon.platform.db.schema.Tables.ORGANIZATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

  private static final Parameter<String> ID = Parameter.of(ORGANIZATION.ORGANIZATION_ID);
  private static final Parameter<String> NAME = Parameter.of(ORGANIZATION.NAME);
  private static final Parameter<Instant> CREATED = Parameter.of(ORGANIZATION.CREATED_AT);
  private static final ListParameter<String> IDS = ListParameter.of(ORGANIZATION.ORGANIZATION_ID);
  private static final Command ADD =
      Command.of(sql ->
          sql.insertInto(
                  ORGANIZATION,
                  ORGANIZATION.ORGANIZATION_ID,
                  ORGANIZATION.NAME,
                  ORGANIZATION.CREATED_AT)
              .values(ID.slot(), NAME.slot(), CREATED.slot()));
  private static final Query<String> BY_ID =
      Query.of(
          sql ->
              sql.select(ORGANIZATION.NAME, ORGANIZATION.CREATED_AT)
                  .from(ORGANIZATION)
                  .where(ORGANIZATION.ORGANIZATION_ID.eq(ID.slot())),
          row -> row.get(ORGANIZATION.NAME) + " " + row.get(ORGANIZATION.CREATED_AT));
  private static final Query<String> AMONG =
      Query.of(
          sql ->
              sql.select(ORGANIZATION.NAME)
                  .from(ORGANIZATION)
                  .where(IDS.has(ORGANIZATION.ORGANIZATION_ID))
                  .orderBy(ORGANIZATION.ORGANIZATION_ID),
          row -> row.get(ORGANIZATION.NAME));
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
        database.read(transaction -> BY_ID.find(transaction, ID.is("100000000001"))));
    assertEquals(
        Optional.empty(),
        database.read(transaction -> BY_ID.find(transaction, ID.is("100000000002"))));
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
    assertEquals(List.of(), among(List.of()));
    assertEquals(
        List.of("Bells", "Horns"), among(List.of("100000000003", "100000000001", "x\"')")));
    assertEquals(
        List.of("O'Brien \"&\" §p1 ?"),
        among(
            IntStream.rangeClosed(2, 2_000)
                .mapToObj(i -> "10000000%04d".formatted(i == 3 ? 2 : i))
                .toList()));
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

  private static Argument[] arguments(String id, String name) {
    return new Argument[] {CREATED.is(NOON), NAME.is(name), ID.is(id)};
  }

  private List<String> among(List<String> ids) {
    return database.read(transaction -> AMONG.list(transaction, IDS.are(ids)));
  }
}

package org.carillon.server;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.RecordType;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Pagination;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.Unit;
import org.carillon.platform.db.Engine;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Slice;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a page begins and ends, and which query its token goes on with. */
final class PagesTest {

  private record Request(String token, int size, List<Object> query) {}

  private record Cursor(String text, long key, Instant at, List<String> values) {}

  private static final Cursor START = new Cursor("", 0, Instant.EPOCH, List.of());

  private static final OperationShape<Request, Unit> LIST_BELLS =
      new OperationShape<>(
          "ListBells",
          "GET",
          "/bells",
          200,
          true,
          true,
          new StructureShape<>("Request", List::of, values -> null, request -> new Object[0]),
          Unit.SHAPE,
          List.of(),
          new Pagination<>(Request::token, Request::size, Request::query));

  private final TestServer server;
  private final Tenant bells;

  PagesTest(@TempDir Path folder) {
    server = new TestServer(Engine.SQLITE, folder);
    bells = server.organization();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Numbers that follow one another, up to the last. */
  private Page<Integer> count(String token, int size, int last) {
    return bells.read(context ->
        server
            .platform()
            .pages()
            .of(context, LIST_BELLS, new Request(token, size, List.of()))
            .read(
                0,
                (after, limit) ->
                    IntStream.rangeClosed(after + 1, Math.min(after + limit, last))
                        .boxed()
                        .toList(),
                number -> number));
  }

  @Test
  void everyRowComesOnceAndTheLastPageHasNoToken() {
    Page<Integer> first = count(null, 2, 4);
    assertEquals(List.of(1, 2), first.rows());
    Page<Integer> second = count(first.nextToken(), 2, 4);
    assertEquals(List.of(3, 4), second.rows());
    assertNull(second.nextToken());
    assertEquals(List.of("3", "4"), second.map(String::valueOf));
    assertEquals(new Page<>(List.of(), null), count(null, 2, 0));
  }

  private String token(List<Object> query, Cursor cursor) {
    return requireNonNull(
        bells.read(context ->
            server
                .platform()
                .pages()
                .of(context, LIST_BELLS, new Request(null, 1, query))
                .read(START, (after, size) -> new Slice<>(List.of(), cursor))
                .nextToken()));
  }

  private Cursor cursor(List<Object> query, String token) {
    return bells
        .read(context ->
            server
                .platform()
                .pages()
                .of(context, LIST_BELLS, new Request(token, 1, query))
                .read(START, (after, size) -> Slice.last(List.of(after))))
        .rows()
        .getFirst();
  }

  @Test
  void cursorComesBackAsItWas() {
    List<Object> query = Arrays.asList("a", null, List.of("b", "c"), 7, true, RecordType.CALL);
    Cursor cursor =
        new Cursor(
            "a \"b\" [c, d]", -7, Instant.parse("2026-03-01T09:00:00.123456Z"), List.of(" "));
    assertEquals(cursor, cursor(query, token(query, cursor)));
    assertEquals(START, cursor(query, null));
  }

  @Test
  void queriesThatReadAlikeHaveTokensOfTheirOwn() {
    String token = token(Arrays.asList("a, null", "b", null), START);
    for (List<Object> other :
        List.of(
            Arrays.<Object>asList("a", "null", "b", null),
            Arrays.<Object>asList("a, null", "b", "null"),
            Arrays.<Object>asList("a, null, b", null),
            Arrays.<Object>asList("a, null", "b", "-"),
            List.<Object>of(Arrays.asList("a, null", "b", null)))) {
      assertThrows(BadRequestException.class, () -> cursor(other, token), other.toString());
    }
  }

  @Test
  void memberWhoseTextLeavesSomethingOutIsNoPartOfAQuery() {
    assertThrows(IllegalStateException.class, () -> token(List.of(START), START));
  }

  @Test
  void tokenOfAnotherVersionsCursorsIsRefused() {
    String token = token(List.of(), START);
    assertEquals(
        "NextToken does not belong to this list with this query; begin the list again",
        assertThrows(
                BadRequestException.class,
                () ->
                    bells.read(context ->
                        server
                            .platform()
                            .pages()
                            .of(context, LIST_BELLS, new Request(token, 1, List.of()))
                            .read(0L, (after, size) -> Slice.last(List.of(after)))))
            .getMessage());
  }

  @Test
  void tokenServesForADay() {
    String token = token(List.of(), START);
    server.pass(Duration.ofDays(1));
    assertEquals(START, cursor(List.of(), token));
    server.pass(Duration.ofSeconds(1));
    assertEquals(
        "NextToken is older than a day; begin the list again",
        assertThrows(BadRequestException.class, () -> cursor(List.of(), token)).getMessage());
  }
}

package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.PageTokens;
import org.carillon.server.testing.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which query a token goes on with. */
final class PageTokensTest {

  private final List<PageTokens> tokens = new ArrayList<>();
  private final TestService service;
  private final String bells;

  PageTokensTest(@TempDir Path folder) {
    service =
        new TestService(
            Engine.SQLITE,
            folder,
            on -> {
              tokens.add(on.tokens());
              return List.of();
            });
    bells = service.organization();
  }

  @AfterEach
  void close() {
    service.close();
  }

  private String token(List<?> query) {
    return service.read(bells, context -> tokens.getFirst().next(context, query, "7"));
  }

  private String position(List<?> query, String token) {
    return service.read(
        bells, context -> tokens.getFirst().position(context, query, token, "", text -> text));
  }

  @Test
  void tokenGoesOnWithItsQuery() {
    List<?> query = Arrays.asList("a", null, List.of("b", "c"));
    assertEquals("7", position(query, token(query)));
    assertEquals(
        "",
        service.read(
            bells, context -> tokens.getFirst().position(context, query, null, "", text -> text)));
  }

  @Test
  void queriesThatReadAlikeHaveTokensOfTheirOwn() {
    String token = token(Arrays.asList("a, null", "b", null));
    for (List<?> other :
        List.of(
            Arrays.asList("a", "null", "b", null),
            Arrays.asList("a, null", "b", "null"),
            Arrays.asList("a, null, b", null),
            Arrays.asList("a, null", "b", "-"),
            List.of(Arrays.asList("a, null", "b", null)))) {
      assertThrows(BadRequestException.class, () -> position(other, token), other.toString());
    }
  }
}

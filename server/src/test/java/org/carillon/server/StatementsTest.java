package org.carillon.server;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds how many statements each operation sends, so that a change that adds one is seen. */
final class StatementsTest {

  @TempDir private Path folder;

  @Test
  void statementsOfOperationsAreThoseOfTheGoldenFile() throws IOException {
    Map<String, Integer> embedded = statements(Engine.SQLITE);
    Map<String, Integer> served = statements(Engine.POSTGRES);
    List<String> lines = new ArrayList<>();
    lines.add("# The statements of each operation on its usual path, on SQLite and on PostgreSQL,");
    lines.add("# which locks where SQLite has one writer. A change adds one for its audit row.");
    embedded.keySet().stream()
        .sorted()
        .forEach(name ->
            lines.add("%-58s %3d %3d".formatted(name, embedded.get(name), served.get(name))));
    Golden.check(StatementsTest.class, "statements.txt", lines);
  }

  private Map<String, Integer> statements(Engine engine) throws IOException {
    try (TestServer server =
        new TestServer(engine, Files.createDirectory(folder.resolve(engine.name())))) {
      Predicate<OperationShape<?, ?>> served = server.features().runner()::supports;
      Estate estate =
          Estate.of(
              server,
              "Bells",
              "206",
              served.and(shape -> !shape.equals(Operations.CREATE_PHONE_NUMBER_ORDER)));
      operations(served).forEach(estate::prepare);
      server.pass(Duration.ofHours(2));
      return operations(served)
          .collect(toMap(OperationShape::name, shape -> statements(estate, shape)));
    }
  }

  private static Stream<OperationShape<?, ?>> operations(Predicate<OperationShape<?, ?>> served) {
    return Operations.ALL.stream().filter(served);
  }

  private static int statements(Estate estate, OperationShape<?, ?> shape) {
    Inputs inputs = Inputs.of(shape).getFirst();
    return statements(estate.tenant(), shape, inputs.valid(member -> estate.mine(inputs, member)));
  }

  @SuppressWarnings("unchecked") // the input was made of the operation's own shape
  private static <I, O> int statements(Tenant tenant, OperationShape<I, O> shape, Object input) {
    return tenant.statements(shape, (I) input).size();
  }
}

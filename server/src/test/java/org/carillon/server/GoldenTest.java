package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.SchemaText;
import org.carillon.platform.identity.ManagedPolicy;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.RequestOrigin;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the contracts of the server in files of a size to review. */
final class GoldenTest {

  private static final Pattern ACTION = Pattern.compile("perform (\\S+) on");

  @TempDir private Path folder;

  @Test
  void routesAreThoseOfTheGoldenFile() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Every operation: verb, path, status of a success, action that a policy must allow,");
    lines.add(
        "# read or write, the error that a caller without that action gets, whether Amazon's");
    lines.add(
        "# clients know it or ours only, and which managed policies allow it beside FullAccess.");
    try (TestServer server = new TestServer(Engine.SQLITE, folder)) {
      Principal powerless = new Principal(server.organization().id(), "p", "nobody", List.of());
      for (OperationShape<?, ?> shape : Operations.ALL) {
        ModelledException refusal = refusal(server, shape, powerless);
        lines.add(
            "%-6s %-78s %s %-46s %-5s %-21s %-4s %s"
                .formatted(
                    shape.method(),
                    shape.uri(),
                    shape.successCode(),
                    action(refusal),
                    shape.readOnly() ? "read" : "write",
                    refusal.shape().name(),
                    shape.strict() ? "ours" : "aws",
                    policies(shape)));
      }
      lines.add(
          "# Amazon's that are known by verb and path only, so that they are refused by name.");
      for (OperationShape<?, ?> shape : Operations.UNSERVED) {
        lines.add(
            "%-6s %-94s %s"
                .formatted(shape.method(), shape.uri(), action(refusal(server, shape, powerless))));
      }
    }
    Golden.check(GoldenTest.class, "routes.txt", lines);
  }

  private static String policies(OperationShape<?, ?> shape) {
    String allowing =
        Stream.of(ManagedPolicy.values())
            .filter(each -> each != ManagedPolicy.FULL_ACCESS)
            .filter(each ->
                new Principal("", "", "", List.of(each.policy())).may("chime:" + shape.name()))
            .map(each -> each.awsName().replace("AmazonChime", ""))
            .collect(Collectors.joining(","));
    return allowing.isEmpty() ? "-" : allowing;
  }

  private static <I, O> ModelledException refusal(
      TestServer server, OperationShape<I, O> shape, Principal powerless) {
    return assertThrows(
        ModelledException.class,
        () ->
            server
                .features()
                .runner()
                .run(
                    shape,
                    () -> {
                      throw new AssertionError("the input was read before the caller was known");
                    },
                    powerless,
                    new RequestOrigin("0", null)));
  }

  /** As the runner asked the policies for it. */
  private static String action(ModelledException refusal) {
    Matcher named = ACTION.matcher(refusal.getMessage());
    return named.find() ? named.group(1) : "unknown: " + refusal.getMessage();
  }

  @Test
  void coverageIsThatOfTheGoldenFile() {
    List<String> lines = new ArrayList<>();
    try (TestServer server = new TestServer(Engine.SQLITE, folder)) {
      List<OperationShape<?, ?>> all = new ArrayList<>(Operations.ALL);
      all.addAll(Operations.UNSERVED);
      all.sort(Comparator.comparing(OperationShape::name));
      long done = all.stream().filter(server.features().runner()::supports).count();
      lines.add("# %d of %d operations are implemented.".formatted(done, all.size()));
      for (OperationShape<?, ?> shape : all) {
        lines.add((server.features().runner().supports(shape) ? "yes " : "no  ") + shape.name());
      }
    }
    Golden.check(GoldenTest.class, "coverage.txt", lines);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void schemaIsThatOfTheGoldenFile(Engine engine) {
    try (TestServer server = new TestServer(engine, folder)) {
      Golden.check(
          GoldenTest.class,
          "schema-%s.txt".formatted(engine.name().toLowerCase(Locale.ROOT)),
          SchemaText.of(server.database()));
    }
  }

  @Test
  void differencesAreTheLinesThatOnlyOneSideHas() {
    assertEquals(
        List.of("- b", "+ x", "+ d"),
        Golden.differences(List.of("a", "b", "c"), List.of("a", "x", "c", "d")));
  }
}

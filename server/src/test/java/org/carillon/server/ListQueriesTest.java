package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.Constraints;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A token goes on with one query: every list refuses it when any other member of the request but
 * the page size has another value.
 */
final class ListQueriesTest {

  private static final Instant EARLIER = Instant.parse("2026-03-02T09:30:00Z");

  /** Texts that some filter takes. */
  private static final List<String> TEXTS = List.of("US", "206", "800", "WA", "Seattle", "site");

  /** Members that are refused with any other value unless another member goes with it. */
  private static final Set<String> NEVER_ALONE =
      Set.of(
          "ListPhoneNumbers FilterName",
          "ListPhoneNumbers FilterValue",
          "ListUserPhoneNumbers AccountId",
          "ListVisibleRecords AccountId",
          "SearchInventory TagValue",
          "SearchAvailablePhoneNumbers City");

  @TempDir private Path folder;
  private TestServer server;
  private Estate estate;

  @AfterEach
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> tokenIsRefusedUnderAnotherQuery() {
    server = new TestServer(Engine.SQLITE, folder);
    Set<OperationShape<?, ?>> numbers =
        Set.of(
            Operations.GET_PHONE_NUMBER,
            Operations.LIST_HOLDER_ASSIGNMENTS,
            Operations.LIST_PHONE_NUMBER_ASSIGNMENTS);
    estate = Estate.of(server, "Bells", "206", numbers::contains);
    numbers.forEach(estate::prepare);
    server.pass(Duration.ofHours(2));
    server.supplier().stocks("+12065550198", "+12065550199");
    return Operations.ALL.stream()
        .filter(shape -> shape.pagination() != null)
        .filter(server.features().runner()::supports)
        .map(shape -> dynamicTest(shape.name(), () -> tokenBelongsToItsQuery(shape)));
  }

  private void tokenBelongsToItsQuery(OperationShape<?, ?> shape) {
    StructureShape<?> input = shape.input();
    Object[] asked =
        input.readAny(
            Inputs.of(shape)
                .getFirst()
                .valid(member -> isRequired(shape, member) ? identifier(shape, member) : null));
    set(asked, shape, "MaxResults", 1);
    String token = nextToken(shape, asked);
    assertNotNull(token, "the estate needs two of what " + shape.name() + " lists");
    String foreign = refusal(shape, with(asked, shape, "NextToken", "forged"));
    for (Member member : input.members()) {
      if (Set.of("NextToken", "MaxResults").contains(member.name())) {
        continue;
      }
      boolean proven = false;
      for (Object other : others(shape, member, value(asked, shape, member.name()))) {
        Object[] changed = with(asked, shape, member.name(), other);
        if (violates(input, changed)) {
          continue;
        }
        String told = refusal(shape, with(changed, shape, "NextToken", token));
        String without = refusal(shape, changed);
        // A request that is refused anyway may be refused for that.
        assertTrue(
            told != null && (told.equals(foreign) || told.equals(without)),
            () -> "%s goes on with %s %s: %s".formatted(shape.name(), member.name(), other, told));
        proven |= foreign.equals(told);
      }
      String name = shape.name() + " " + member.name();
      assertEquals(!NEVER_ALONE.contains(name), proven, name);
    }
  }

  /** Values that are not this one. */
  private List<Object> others(OperationShape<?, ?> shape, Member member, Object value) {
    List<Object> others = new ArrayList<>();
    switch (member.shape()) {
      case Shape.Text _ -> {
        others.addAll(TEXTS);
        others.addAll(estate.hidden());
        others.add(identifier(shape, member.name()));
      }
      case Shape.Enumeration choices -> others.addAll(choices.values().values());
      case Shape.Bool _ -> others.addAll(List.of(true, false));
      case Shape.Time _ -> others.addAll(List.of(EARLIER, EARLIER.plusSeconds(1)));
      default -> throw new AssertionError(shape.name() + " is narrowed down by " + member);
    }
    if (!member.required()) {
      others.add(null);
    }
    others.removeIf(each -> Objects.equals(each, value));
    return others;
  }

  private String identifier(OperationShape<?, ?> shape, String member) {
    return Inputs.names(member) ? estate.identifier(shape, member) : "site";
  }

  private static boolean isRequired(OperationShape<?, ?> shape, String member) {
    return shape.input().members().stream()
        .anyMatch(each -> each.name().equals(member) && each.required());
  }

  private static Object value(Object[] values, OperationShape<?, ?> shape, String name) {
    return values[index(shape.input(), name)];
  }

  private static void set(Object[] values, OperationShape<?, ?> shape, String name, Object value) {
    values[index(shape.input(), name)] = value;
  }

  private static Object[] with(
      Object[] values, OperationShape<?, ?> shape, String name, Object value) {
    Object[] changed = values.clone();
    set(changed, shape, name, value);
    return changed;
  }

  private static int index(StructureShape<?> shape, String name) {
    return shape.members().stream().map(Member::name).toList().indexOf(name);
  }

  private static <I> boolean violates(StructureShape<I> shape, Object[] values) {
    return !Constraints.violations(shape, shape.construct(values)).isEmpty();
  }

  private <I, O> String nextToken(OperationShape<I, O> shape, Object[] values) {
    O output = estate.tenant().call(shape, shape.input().construct(values));
    return (String) shape.output().read(output)[index(shape.output(), "NextToken")];
  }

  /** What the list is refused with; null when it is answered. */
  private <I> String refusal(OperationShape<I, ?> shape, Object[] values) {
    try {
      estate.tenant().call(shape, shape.input().construct(values));
      return null;
    } catch (ModelledException refusal) {
      return AnswerText.of(refusal);
    }
  }
}

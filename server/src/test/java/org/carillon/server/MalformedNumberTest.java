package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.Member.Location;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A text that is not a phone number has one answer in each position, whichever operation takes it:
 * NotFound in a path, and elsewhere BadRequest that names the member. The members come from the
 * model.
 */
final class MalformedNumberTest {

  private static final String TEXT = "nonsense";

  private static final Pattern NUMBER = Pattern.compile(".*PhoneNumber(s|Id|Ids)?");

  /** The calls of a line go to flows only, so that it refuses the type of the target first. */
  private static final Set<OperationShape<?, ?>> NO_NUMBER_AS_TARGET =
      Set.of(Operations.CREATE_LINE, Operations.UPDATE_LINE);

  @TempDir private Path folder;
  private TestServer server;

  /** The value of an input, or of a part of it, with one malformed number. */
  private record Malformed(Member member, Location location, Object value) {

    private Malformed within(StructureShape<?> shape, Object[] values, int index, Location place) {
      Object[] changed = values.clone();
      changed[index] = value;
      return new Malformed(member, place, shape.construct(changed));
    }
  }

  @BeforeEach
  void start() {
    server = new TestServer(Engine.SQLITE, folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> malformedNumberHasOneAnswerInEachPosition() {
    Predicate<OperationShape<?, ?>> supported = server.features().runner()::supports;
    List<OperationShape<?, ?>> operations = Operations.ALL.stream().filter(supported).toList();
    Estate estate =
        Estate.of(
            server,
            "Bells",
            "206",
            supported.and(each -> !each.equals(Operations.CREATE_PHONE_NUMBER_ORDER)));
    operations.forEach(estate::prepare);
    return operations.stream()
        .flatMap(shape ->
            numbers(shape, estate)
                .map(number ->
                    dynamicTest(
                        shape.name() + " " + number.member().name(),
                        () -> verify(estate, shape, number))));
  }

  private static Stream<Malformed> numbers(OperationShape<?, ?> shape, Estate estate) {
    Object input = Inputs.of(shape).getFirst().build(member -> estate.identifier(shape, member));
    return in(shape.input(), input)
        .filter(
            each -> !(NO_NUMBER_AS_TARGET.contains(shape) && each.member().name().equals("Value")));
  }

  private static Stream<Malformed> in(StructureShape<?> shape, Object structure) {
    Object[] values = shape.readAny(structure);
    return IntStream.range(0, values.length)
        .boxed()
        .flatMap(i -> {
          Member member = shape.members().get(i);
          return in(member, member.shape(), values[i], choice(shape, member, values))
              .map(each -> each.within(shape, values, i, member.location()));
        });
  }

  private static Stream<Malformed> in(
      Member member, Shape shape, Object value, boolean isChosenAsNumber) {
    return switch (shape) {
      case StructureShape<?> structure when value != null -> in(structure, value);
      case Shape.Sequence list when value != null ->
          in(member, list.item(), ((Collection<?>) value).iterator().next(), isChosenAsNumber)
              .map(each -> new Malformed(each.member(), each.location(), List.of(each.value())));
      case Shape.Text _ when isChosenAsNumber || NUMBER.matcher(member.name()).matches() ->
          Stream.of(new Malformed(member, member.location(), TEXT));
      default -> Stream.of();
    };
  }

  /** Chooses that a value is a number where a type beside it may say so. */
  private static boolean choice(StructureShape<?> shape, Member member, Object[] values) {
    if (!member.name().endsWith("Value")) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (shape.members().get(i).shape() instanceof Shape.Enumeration types) {
        for (String type : types.values().keySet()) {
          if (type.endsWith("PhoneNumber")) {
            values[i] = types.values().get(type);
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void verify(Estate estate, OperationShape<?, ?> shape, Malformed number) {
    String answer = answer(estate, shape, number.value());
    if (number.location() == Location.LABEL) {
      assertEquals(
          "NotFoundException {Code: NOT_FOUND, Message: there is no phone number with the id "
              + TEXT
              + "}",
          answer);
    } else {
      assertTrue(answer.contains("Code: BAD_REQUEST"), answer);
      assertTrue(
          Stream.of(number.member().name(), number.member().wireName())
              .anyMatch(name ->
                  Pattern.compile("Message: ([\\w.\\[\\]]+\\.)?" + name + " " + TEXT + " ")
                      .matcher(answer)
                      .find()),
          number.member().name() + ": " + answer);
    }
  }

  private static <I, O> String answer(Estate estate, OperationShape<I, O> shape, Object input) {
    try {
      @SuppressWarnings("unchecked") // the input was made of the operation's own shape
      O output = estate.tenant().call(shape, (I) input);
      return AnswerText.of(shape.output(), output);
    } catch (ModelledException refusal) {
      return AnswerText.of(refusal);
    }
  }
}

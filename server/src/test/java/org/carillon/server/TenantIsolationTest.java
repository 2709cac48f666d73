package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.StructureShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.schema.DefaultSchema;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No organization can see, change or so much as notice what another has. Two organizations with the
 * same estate run every operation: one names things of a third, the other names things that do not
 * exist, and both must be told the same.
 */
@ParameterizedClass
@EnumSource(Engine.class)
final class TenantIsolationTest {

  private final Engine engine;
  @TempDir private Path folder;
  private TestServer server;
  private Estate theirs;
  private Estate intruder;
  private Estate control;
  private List<String> everything;
  private final Estate nowhere = Estate.nowhere("NowhereBells", "312");

  TenantIsolationTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    server = new TestServer(engine, folder);
  }

  /** Founds the organizations; each gets a number for each of those operations. */
  private void found(Predicate<OperationShape<?, ?>> operations) {
    // Numbers ordered during the test must not be in the inventory before.
    Predicate<OperationShape<?, ?>> mine =
        operations.and(shape -> !shape.equals(Operations.CREATE_PHONE_NUMBER_ORDER));
    theirs = Estate.of(server, "TheirsBells", "206", operations);
    intruder = Estate.of(server, "IntruderBells", "212", mine);
    control = Estate.of(server, "ControlBells", "415", mine);
    Stream.of(theirs, intruder, control)
        .forEach(estate -> operations().filter(operations).forEach(estate::prepare));
    // The instant of the inventory must not be in the future.
    server.pass(Duration.ofHours(2));
    everything = everythingOf(theirs);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Stream<OperationShape<?, ?>> operations() {
    return Operations.ALL.stream().filter(server.features().runner()::supports);
  }

  @TestFactory
  Stream<DynamicTest> thingsOfAnotherOrganizationAreAsIfTheyDidNotExist() {
    found(server.features().runner()::supports);
    return Stream.concat(
        operations().map(shape -> dynamicTest(shape.name(), () -> isolated(shape))),
        Stream.of(dynamicTest("untouched in the end", this::untouched)));
  }

  private void isolated(OperationShape<?, ?> shape) {
    for (Inputs inputs : Inputs.of(shape)) {
      List<Set<String>> foreign = subsets(inputs.identifiers());
      for (Set<String> members : foreign) {
        server.pass(Duration.ofSeconds(1));
        Answer toIntruder = ask(intruder, inputs, members, theirs);
        Answer toControl = ask(control, inputs, members, nowhere);
        String what = shape.name() + " with foreign " + members + " by " + inputs.filter();
        assertEquals(toControl.told(), toIntruder.told(), what);
        assertFalse(members.isEmpty() && toControl.refused(), what + " should work: " + toControl);
        theirs
            .secrets()
            .filter(secret -> !toIntruder.asked().contains(secret))
            .filter(secret -> !theirs.number(Operations.CREATE_PHONE_NUMBER_ORDER).equals(secret))
            .forEach(
                secret -> assertFalse(toIntruder.raw().contains(secret), what + ": " + toIntruder));
      }
    }
    // What a read might have changed is seen after the next change, or in the end.
    if (!shape.readOnly()) {
      untouched();
    }
  }

  private void untouched() {
    assertEquals(everything, everythingOf(theirs));
  }

  @TestFactory
  Stream<DynamicTest> pageTokenOfAnotherOrganizationIsRefusedAsAForgedOne() {
    found(
        Set.of(
                Operations.GET_PHONE_NUMBER,
                Operations.LIST_HOLDER_ASSIGNMENTS,
                Operations.LIST_PHONE_NUMBER_ASSIGNMENTS)
            ::contains);
    server.supplier().stocks("+12065550198", "+12065550199");
    return operations()
        .filter(shape -> names(shape).contains("NextToken"))
        .map(shape -> dynamicTest(shape.name(), () -> tokenIsBound(shape)));
  }

  private void tokenIsBound(OperationShape<?, ?> shape) {
    Inputs inputs = Inputs.of(shape).getFirst();
    String token = nextToken(shape, run(theirs.tenant(), shape, page(inputs, theirs, null)));
    assertNotNull(token, "the estate needs two of what " + shape.name() + " lists");
    run(theirs.tenant(), shape, page(inputs, theirs, token));

    String own = nextToken(shape, run(intruder.tenant(), shape, page(inputs, intruder, null)));
    run(intruder.tenant(), shape, page(inputs, intruder, own));
    ModelledException foreign = refusal(intruder.tenant(), shape, page(inputs, intruder, token));
    assertInstanceOf(BadRequestException.class, foreign);
    assertEquals(
        AnswerText.of(refusal(intruder.tenant(), shape, page(inputs, intruder, "forged"))),
        AnswerText.of(foreign));
  }

  @Test
  void numberOfAnotherOrganizationCannotBeOrderedAndListsNothingByItsHolders() {
    OperationShape<?, ?> spare = Operations.GET_PHONE_NUMBER;
    found(spare::equals);
    server.supplier().lacks(nowhere.number(spare));
    List<String> told = new ArrayList<>();
    for (Estate[] each : new Estate[][] {{intruder, theirs}, {control, nowhere}}) {
      Tenant tenant = each[0].tenant();
      String number = each[1].number(spare);
      String order = tenant.order(number).phoneNumberOrderId();
      told.add(veiled(AnswerText.of(PHONE_NUMBER, tenant.number(number)), each[0], each[1]));
      server.sweep();
      told.add(veiled(AnswerText.of(PHONE_NUMBER, tenant.number(number)), each[0], each[1]));
      Answer outcome =
          ask(
              each[0],
              Inputs.of(Operations.GET_PHONE_NUMBER_ORDER).getFirst(),
              name -> order,
              each[1]);
      told.add(outcome.told());
      assertTrue(outcome.told().contains("Status: FAILED"), outcome.told());
      for (Inputs list : Inputs.of(Operations.LIST_PHONE_NUMBERS)) {
        if (list.filter() != null) {
          assertEquals(
              "{PhoneNumbers: []}", ask(each[0], list, list.identifiers(), each[1]).told());
        }
      }
    }
    assertEquals(told.subList(3, 6), told.subList(0, 3));
    untouched();
  }

  private static final StructureShape<?> PHONE_NUMBER = org.carillon.api.model.PhoneNumber.SHAPE;

  @Test
  void newOrganizationBetweenOthersFindsEveryListEmpty() {
    found(Operations.GET_PHONE_NUMBER::equals);
    Tenant newcomer = server.organization();
    for (OperationShape<?, ?> list :
        List.of(
            Operations.LIST_ACCOUNTS,
            Operations.LIST_HUNT_GROUPS,
            Operations.LIST_LINES,
            Operations.LIST_AUTO_ATTENDANTS,
            Operations.LIST_PHONE_NUMBERS,
            Operations.LIST_PHONE_NUMBER_LABELS,
            Operations.LIST_PHONE_NUMBERS_AS_OF,
            Operations.LIST_PHONE_NUMBER_ORDERS,
            Operations.LIST_VOICE_CONNECTORS,
            Operations.LIST_VOICE_CONNECTOR_GROUPS,
            Operations.LIST_SIP_MEDIA_APPLICATIONS,
            Operations.LIST_SIP_RULES)) {
      Object output = run(newcomer, list, page(Inputs.of(list).getFirst(), intruder, null));
      assertTrue(AnswerText.of(list.output(), output).endsWith(": []}"), list.name());
    }
  }

  /** Every row that is the organization's, and all that its own reads tell. */
  private List<String> everythingOf(Estate estate) {
    List<String> found = new ArrayList<>();
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      Field<String> owner = table.field("organization_id", String.class);
      if (owner != null) {
        found.add(
            table.getName()
                + "\n"
                + server
                    .database()
                    .read(transaction ->
                        transaction
                            .sql()
                            .selectFrom(table)
                            .where(owner.eq(estate.tenant().id()))
                            .orderBy(table.getPrimaryKey().getFields())
                            .fetch()
                            .formatCSV()));
      }
    }
    operations()
        .filter(OperationShape::readOnly)
        .flatMap(shape -> Inputs.of(shape).stream())
        .map(inputs -> told(estate, inputs))
        .forEach(found::add);
    return found;
  }

  /**
   * What an organization was told.
   *
   * @param asked the input, in which everything may be repeated that the answer names
   * @param told with whatever is its own, or random, replaced by words that another would see too
   * @param refused as a whole, or in one item of a batch
   */
  private record Answer(String asked, String raw, String told, boolean refused) {}

  private Answer ask(Estate own, Inputs inputs, Set<String> foreign, Estate other) {
    return ask(
        own,
        inputs,
        member ->
            foreign.contains(member)
                ? other.identifier(inputs.operation(), member)
                : own.mine(inputs, member),
        other);
  }

  private Answer ask(Estate own, Inputs inputs, Function<String, Object> identifier, Estate other) {
    Object input = inputs.valid(identifier);
    String asked = AnswerText.of(inputs.operation().input(), input);
    try {
      String raw = answered(own, inputs, input);
      return new Answer(asked, raw, veiled(raw, own, other), raw.contains("ErrorCode: "));
    } catch (ModelledException refusal) {
      String raw = AnswerText.of(refusal);
      return new Answer(asked, raw, veiled(raw, own, other), true);
    }
  }

  /** What it is told of its own, whether an answer or a refusal. */
  private static String told(Estate own, Inputs inputs) {
    try {
      return answered(own, inputs, inputs.valid(member -> own.mine(inputs, member)));
    } catch (ModelledException refusal) {
      return AnswerText.of(refusal);
    }
  }

  private static String answered(Estate own, Inputs inputs, Object input) {
    OperationShape<?, ?> shape = inputs.operation();
    return AnswerText.of(shape.output(), run(own.tenant(), shape, input));
  }

  private static String veiled(String raw, Estate own, Estate other) {
    return own.veiled(other.veiled(raw, "other"), "own")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
        .replaceAll("\\b[a-z][a-z0-9]{21}\\b", "<label>")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>");
  }

  /** Every choice among the members, none at all last, since that one changes things. */
  private static List<Set<String>> subsets(Set<String> members) {
    List<Set<String>> found = new ArrayList<>();
    List<String> all = List.copyOf(members);
    for (int bits = (1 << all.size()) - 1; bits >= 0; bits--) {
      int chosen = bits;
      found.add(
          all.stream()
              .filter(each -> (chosen >> all.indexOf(each) & 1) == 1)
              .collect(Collectors.toSet()));
    }
    return found;
  }

  private static List<String> names(OperationShape<?, ?> shape) {
    return shape.input().members().stream().map(Member::name).toList();
  }

  /** The first page of one item, or the next. */
  private static Object page(Inputs inputs, Estate own, String token) {
    StructureShape<?> shape = inputs.operation().input();
    Object[] values = shape.readAny(inputs.valid(member -> own.mine(inputs, member)));
    Map<String, Object> paging = new TreeMap<>();
    paging.put("NextToken", token);
    paging.put("MaxResults", 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = paging.getOrDefault(shape.members().get(i).name(), values[i]);
    }
    return shape.construct(values);
  }

  private static String nextToken(OperationShape<?, ?> shape, Object output) {
    List<Member> members = shape.output().members();
    Object[] values = shape.output().readAny(output);
    for (int i = 0; i < values.length; i++) {
      if (members.get(i).name().equals("NextToken")) {
        return (String) values[i];
      }
    }
    throw new AssertionError(shape.name() + " answers no NextToken");
  }

  private static ModelledException refusal(
      Tenant tenant, OperationShape<?, ?> shape, Object input) {
    try {
      throw new AssertionError(shape.name() + " answered " + run(tenant, shape, input));
    } catch (ModelledException refusal) {
      return refusal;
    }
  }

  @SuppressWarnings("unchecked") // the input was made of the operation's own shape
  private static <I, O> O run(Tenant tenant, OperationShape<I, O> shape, Object input) {
    return tenant.call(shape, (I) input);
  }
}

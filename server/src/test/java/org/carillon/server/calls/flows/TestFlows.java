package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.GetHuntGroupInput;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UpdateHuntGroupInput;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowId;
import org.carillon.server.calls.resolver.LineFlows;
import org.carillon.server.calls.resolver.ResolverFeature;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.users.UsersFeature;
import org.carillon.server.testing.TestService;
import org.jspecify.annotations.Nullable;

/** An organization with one account, on which the tests of call flows are played. */
final class TestFlows implements AutoCloseable {

  final TestService service;
  final String bells;
  final String account;
  private final Map<String, LineFlows.LineFlow> lines = new HashMap<>();
  private final Map<String, List<CallRoute>> routes = new HashMap<>();
  private final AtomicReference<@Nullable NumbersFeature> numbers = new AtomicReference<>();
  private final AtomicReference<@Nullable CallFlowsFeature> feature = new AtomicReference<>();

  TestFlows(Engine engine, Path folder) {
    service = new TestService(engine, folder, this::operations);
    bells = service.organization();
    account = service.account(bells);
  }

  private List<OperationBinding<?, ?>> operations(TestService.Foundation on) {
    CallFlowsFeature flows = new CallFlowsFeature(on.platform());
    ResolverFeature resolver = new ResolverFeature(on.platform(), flows);
    resolver.lines((context, ids) -> lines);
    resolver.trunks((context, holders) -> routes);
    numbers.set(on.numbers());
    feature.set(flows);
    return Stream.<List<OperationBinding<?, ?>>>of(
            new UsersFeature(on.platform(), on.accounts(), on.numbers()).operations(),
            flows.operations(),
            resolver.operations())
        .<OperationBinding<?, ?>>flatMap(List::stream)
        .toList();
  }

  private CallFlowsFeature feature() {
    return requireNonNull(feature.get());
  }

  /** Gives a number to a new line, as the feature that has lines does. */
  void line(String e164, LineFlows.LineFlow line) {
    Holder holder = new Holder("line-" + line.name(), Holder.Kind.LINE, null, line.name());
    lines.put(holder.holderId(), line);
    service.write(
        bells,
        context -> {
          FlowId flowId = new FlowId(FlowId.Kind.LINE, holder.holderId());
          feature().entries().serializeEdits(context);
          hold(context, e164, holder, Role.LINE);
          feature()
              .entries()
              .replace(
                  context,
                  flowId,
                  line.flow() == null
                      ? List.of()
                      : List.of(new FlowEntry(flowId, EntrySlot.FLOW, 0, line.flow())));
          return null;
        });
  }

  /** Gives a number to a new Voice Connector. */
  void connector(String e164, String name, List<CallRoute> found) {
    Holder holder = new Holder("connector", Holder.Kind.CONNECTOR, null, name);
    routes.put(holder.holderId(), found);
    service.write(
        bells,
        context -> {
          hold(context, e164, holder, Role.TRUNK);
          return null;
        });
  }

  private void hold(OperationContext context, String e164, Holder holder, Role role) {
    NumbersFeature inventory = requireNonNull(numbers.get());
    PhoneNumber number = inventory.numbers().lock(context, new E164(e164));
    inventory.holders().add(context, holder, context.now());
    inventory.assignments().assign(context, number, holder, role);
  }

  /** As the records of calls tell it. */
  void answered(String groupId, String userId, String at) {
    service.write(
        bells,
        context -> {
          Instant instant = Instant.parse(at);
          feature()
              .turns()
              .answered(context, List.of(new AnsweredCall(groupId, userId, instant, instant)));
          return null;
        });
  }

  List<UserRemoval.RemovedEntry> preview(String userId) {
    return service.write(
        bells, context -> feature().userRemoval().preview(context, userId, List.of()));
  }

  List<UserRemoval.RemovedEntry> remove(String userId) {
    return service.write(
        bells,
        context -> {
          feature().entries().serializeEdits(context);
          UserRemoval.Plan plan = feature().userRemoval().plan(context, userId, List.of());
          feature().userRemoval().remove(context, plan);
          return plan.entries();
        });
  }

  /** The id of a new user. */
  String user(String name) {
    return requireNonNull(service.user(bells, account, name + "@example.com").userId());
  }

  <I, O> O run(OperationShape<I, O> shape, I input) {
    return service.run(bells, shape, input);
  }

  /** Returns the message of the refusal. */
  <I> String refusal(Class<? extends ModelledException> type, OperationShape<I, ?> shape, I input) {
    return requireNonNull(assertThrows(type, () -> run(shape, input)).getMessage());
  }

  static CallTarget to(HuntGroup group) {
    return new CallTarget(CallTargetType.HUNT_GROUP, requireNonNull(group.huntGroupId()));
  }

  static CallTarget to(String e164) {
    return new CallTarget(CallTargetType.PHONE_NUMBER, e164);
  }

  HuntGroup group(String name, @Nullable CallTarget noAnswer, String... members) {
    return requireNonNull(
        run(Operations.CREATE_HUNT_GROUP, creation(name, noAnswer, members)).huntGroup());
  }

  static CreateHuntGroupInput creation(
      String name, @Nullable CallTarget noAnswer, String... members) {
    return new CreateHuntGroupInput(
        name, HuntGroupStrategy.SEQUENTIAL, List.of(members), null, noAnswer);
  }

  HuntGroup group(@Nullable String id) {
    return requireNonNull(
        run(Operations.GET_HUNT_GROUP, new GetHuntGroupInput(requireNonNull(id))).huntGroup());
  }

  /** An update that changes nothing yet. */
  static UpdateHuntGroupInput.Builder update(HuntGroup group) {
    return UpdateHuntGroupInput.builder()
        .huntGroupId(requireNonNull(group.huntGroupId()))
        .name(requireNonNull(group.name()))
        .strategy(requireNonNull(group.strategy()))
        .memberUserIds(requireNonNull(group.memberUserIds()))
        .ringSeconds(group.ringSeconds())
        .noAnswer(group.noAnswer())
        .revision(requireNonNull(group.revision()));
  }

  HuntGroup update(UpdateHuntGroupInput.Builder input) {
    return requireNonNull(run(Operations.UPDATE_HUNT_GROUP, input.build()).huntGroup());
  }

  @Override
  public void close() {
    service.close();
  }
}

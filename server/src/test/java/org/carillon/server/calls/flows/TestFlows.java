package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.GetHuntGroupInput;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UpdateHuntGroupInput;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;

/** An organization with one account, on which the tests of call flows are played. */
final class TestFlows implements AutoCloseable {

  final TestServer server;
  final Tenant bells;
  final String account;
  private @Nullable String clerk;

  TestFlows(Engine engine, Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    account = bells.account();
  }

  private CallFlowsFeature feature() {
    return server.feature(CallFlowsFeature.class);
  }

  /** Returns the id of a new line of a number, assigned to a clerk who is in no flow. */
  String line(String e164, String name, @Nullable CallTarget flow) {
    if (clerk == null) {
      clerk = user("clerk");
    }
    CreateLineInput line =
        CreateLineInput.builder()
            .e164PhoneNumber(e164)
            .name(name)
            .assignedUserIds(List.of(clerk))
            .callFlow(flow)
            .build();
    return requireNonNull(requireNonNull(run(Operations.CREATE_LINE, line).line()).lineId());
  }

  /** As the records of calls tell it. */
  void answered(String groupId, String userId, String at) {
    bells.write(context -> {
      Instant instant = Instant.parse(at);
      feature()
          .turns()
          .answered(context, List.of(new AnsweredCall(groupId, userId, instant, instant)));
      return null;
    });
  }

  List<UserRemoval.RemovedEntry> preview(String userId) {
    return bells.write(context -> feature().userRemoval().preview(context, userId, List.of()));
  }

  List<UserRemoval.RemovedEntry> remove(String userId) {
    return bells.write(context -> {
      feature().entries().serializeEdits(context);
      UserRemoval.Plan plan = feature().userRemoval().plan(context, userId, List.of());
      feature().userRemoval().remove(context, plan);
      return plan.entries();
    });
  }

  /** The id of a new user. */
  String user(String name) {
    return bells.user(account, name + "@example.com");
  }

  <I, O> O run(OperationShape<I, O> shape, I input) {
    return bells.call(shape, input);
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
    server.close();
  }
}

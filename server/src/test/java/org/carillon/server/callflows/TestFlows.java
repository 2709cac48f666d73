package org.carillon.server.callflows;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
import org.carillon.server.platform.db.Engine;
import org.carillon.server.testing.TestService;
import org.carillon.server.users.UsersFeature;
import org.jspecify.annotations.Nullable;

/** An organization with one account, on which the tests of call flows are played. */
final class TestFlows implements AutoCloseable {

  final TestService service;
  final String bells;
  final String account;

  TestFlows(Engine engine, Path folder) {
    service =
        new TestService(
            engine,
            folder,
            on ->
                Stream.concat(
                        new UsersFeature(on.keys(), on.tokens(), on.accounts(), on.numbers())
                            .operations().stream(),
                        new CallFlowsFeature(on.keys(), on.tokens()).operations().stream())
                    .toList());
    bells = service.organization();
    account = service.account(bells);
  }

  /** The id of a new user. */
  String user(String name) {
    return requireNonNull(service.user(bells, account, name + "@example.com").userId());
  }

  <I, O> O run(OperationShape<I, O> shape, I input) {
    return service.run(bells, shape, input);
  }

  /** What the refusal says. */
  <I> String refusal(Class<? extends ModelledException> type, OperationShape<I, ?> shape, I input) {
    return requireNonNull(assertThrows(type, () -> run(shape, input)).getMessage());
  }

  static CallTarget user(@Nullable String userId, CallTargetType type) {
    return new CallTarget(type, requireNonNull(userId));
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
        .version(requireNonNull(group.version()));
  }

  HuntGroup update(UpdateHuntGroupInput.Builder input) {
    return requireNonNull(run(Operations.UPDATE_HUNT_GROUP, input.build()).huntGroup());
  }

  @Override
  public void close() {
    service.close();
  }
}

package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Line;
import org.carillon.api.model.LineUser;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.UpdateLineInput;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;

/** An organization with two accounts and a number, on which the tests of lines are played. */
final class TestLines implements AutoCloseable {

  static final String NUMBER = "+12065550100";

  final TestServer server;
  final Tenant bells;
  final String sales;
  final String support;

  TestLines(Engine engine, Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    sales = bells.account();
    support = bells.account();
    number(NUMBER);
  }

  /** Puts a number into the inventory. */
  void number(String e164) {
    bells.stock(e164, PhoneNumberProductType.BUSINESS_CALLING);
  }

  /** The id of a new user of that account. */
  String user(String account, String name) {
    return bells.user(account, name + "@example.com");
  }

  /** The id of a new user. */
  String user(String name) {
    return user(sales, name);
  }

  <I, O> O run(OperationShape<I, O> shape, I input) {
    return bells.call(shape, input);
  }

  /** What the refusal says. */
  <I> String refusal(Class<? extends ModelledException> type, OperationShape<I, ?> shape, I input) {
    return requireNonNull(assertThrows(type, () -> run(shape, input)).getMessage());
  }

  /** A line called Front desk of {@link #NUMBER}, to be completed. */
  static CreateLineInput.Builder creation(String... assigned) {
    return CreateLineInput.builder()
        .e164PhoneNumber(NUMBER)
        .name("Front desk")
        .assignedUserIds(List.of(assigned));
  }

  /** A line called Front desk of {@link #NUMBER}. */
  Line desk(String... assigned) {
    return create(creation(assigned).build());
  }

  Line create(CreateLineInput input) {
    return requireNonNull(run(Operations.CREATE_LINE, input).line());
  }

  Line line(@Nullable String lineId) {
    return requireNonNull(
        run(Operations.GET_LINE, new GetLineInput(requireNonNull(lineId))).line());
  }

  /** The same line at the same revision, to be changed. */
  static UpdateLineInput.Builder update(Line line) {
    return UpdateLineInput.builder()
        .lineId(requireNonNull(line.lineId()))
        .revision(requireNonNull(line.revision()))
        .name(requireNonNull(line.name()))
        .assignedUserIds(ids(line.assignedUsers()))
        .outboundOnlyUserIds(ids(line.outboundOnlyUsers()))
        .defaultInboxUserId(line.defaultInboxUserId())
        .callFlow(line.callFlow())
        .ringSeconds(line.ringSeconds())
        .recordVisibility(line.recordVisibility());
  }

  Line update(UpdateLineInput input) {
    return requireNonNull(run(Operations.UPDATE_LINE, input).line());
  }

  void dissolve(Line line) {
    run(Operations.DELETE_LINE, new DeleteLineInput(requireNonNull(line.lineId()), null));
  }

  static List<String> ids(@Nullable List<LineUser> users) {
    return requireNonNull(users).stream().map(user -> requireNonNull(user.userId())).toList();
  }

  PhoneNumber number() {
    return requireNonNull(
        run(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(NUMBER)).phoneNumber());
  }

  /** The input that would give {@link #NUMBER} to a user of the sales account alone. */
  AssociatePhoneNumberWithUserInput association(String user) {
    return new AssociatePhoneNumberWithUserInput(sales, user, NUMBER);
  }

  /** A hunt group of one member whose unanswered calls go to that number. */
  CallTarget group(String name, String member, @Nullable String noAnswer) {
    return new CallTarget(
        CallTargetType.HUNT_GROUP,
        requireNonNull(
            requireNonNull(
                    run(
                            Operations.CREATE_HUNT_GROUP,
                            CreateHuntGroupInput.builder()
                                .name(name)
                                .strategy(HuntGroupStrategy.SEQUENTIAL)
                                .memberUserIds(List.of(member))
                                .noAnswer(
                                    noAnswer == null
                                        ? null
                                        : new CallTarget(CallTargetType.PHONE_NUMBER, noAnswer))
                                .build())
                        .huntGroup())
                .huntGroupId()));
  }

  @Override
  public void close() {
    server.close();
  }
}

package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.BatchDeletePhoneNumberInput;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A number that a call flow leads to stays: one that is gone would be dialled as an outside one.
 */
@ParameterizedClass
@EnumSource(Engine.class)
final class NamedNumbersTest {

  private static final String NUMBER = "+12065550100";
  private static final String OTHER = "+12065550101";
  private static final int ROUNDS = 20;

  private final TestServer server;
  private final Tenant bells;

  NamedNumbersTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    bells.order(NUMBER, OTHER);
    server.sweep();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HuntGroup group(String name, @Nullable String noAnswer) {
    return requireNonNull(
        bells
            .call(
                Operations.CREATE_HUNT_GROUP,
                new CreateHuntGroupInput(
                    name,
                    HuntGroupStrategy.SEQUENTIAL,
                    List.of(),
                    null,
                    noAnswer == null ? null : TestFlows.to(noAnswer)))
            .huntGroup());
  }

  private void delete(String e164) {
    bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(e164));
  }

  private void lead(HuntGroup group, @Nullable String noAnswer) {
    bells.call(
        Operations.UPDATE_HUNT_GROUP,
        TestFlows.update(group).noAnswer(noAnswer == null ? null : TestFlows.to(noAnswer)).build());
  }

  @Test
  void numberIsDeletedOnceNoFlowLeadsThere() {
    HuntGroup sales = group("Sales", NUMBER);
    BadRequestException told = assertThrows(BadRequestException.class, () -> delete(NUMBER));
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, told.code());
    assertEquals(
        "1 entry of a call flow leads to +12065550100: hunt group Sales (on no answer); change the"
            + " targets first",
        told.getMessage());
    lead(sales, null);
    delete(NUMBER);
    assertEquals(PhoneNumberStatus.DELETE_IN_PROGRESS, bells.status(NUMBER));
  }

  @Test
  void batchDeletesTheOthers() {
    group("Sales", NUMBER);
    List<PhoneNumberError> errors =
        requireNonNull(
            bells
                .call(
                    Operations.BATCH_DELETE_PHONE_NUMBER,
                    new BatchDeletePhoneNumberInput(List.of(NUMBER, OTHER)))
                .phoneNumberErrors());
    assertEquals(1, errors.size());
    assertEquals(NUMBER, errors.getFirst().phoneNumberId());
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, errors.getFirst().errorCode());
    assertEquals(PhoneNumberStatus.UNASSIGNED, bells.status(NUMBER));
    assertTrue(bells.status(OTHER) != PhoneNumberStatus.UNASSIGNED);
  }

  @Test
  void ofADeletionAndAnEditThatNamesTheNumberOnlyOnePasses() throws Exception {
    String[] numbers = new String[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      numbers[i] = "+120655502%02d".formatted(i);
    }
    bells.order(numbers);
    server.sweep();
    try (ExecutorService administrators = Executors.newFixedThreadPool(2)) {
      for (String e164 : numbers) {
        HuntGroup sales = group("Sales", null);
        CyclicBarrier both = new CyclicBarrier(2);
        Future<Boolean> edit = administrators.submit(() -> passes(both, () -> lead(sales, e164)));
        Future<Boolean> deletion = administrators.submit(() -> passes(both, () -> delete(e164)));
        boolean edited = edit.get();
        assertFalse(edited == deletion.get(), e164 + " is led to: " + edited);
      }
    }
  }

  private static boolean passes(CyclicBarrier both, Runnable what) throws Exception {
    both.await();
    try {
      what.run();
      return true;
    } catch (BadRequestException late) {
      return false;
    }
  }
}

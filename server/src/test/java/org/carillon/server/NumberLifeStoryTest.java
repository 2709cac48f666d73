package org.carillon.server;

import static org.carillon.api.model.PhoneNumberStatus.ACQUIRE_FAILED;
import static org.carillon.api.model.PhoneNumberStatus.ACQUIRE_IN_PROGRESS;
import static org.carillon.api.model.PhoneNumberStatus.ASSIGNED;
import static org.carillon.api.model.PhoneNumberStatus.DELETE_IN_PROGRESS;
import static org.carillon.api.model.PhoneNumberStatus.RELEASE_FAILED;
import static org.carillon.api.model.PhoneNumberStatus.RELEASE_IN_PROGRESS;
import static org.carillon.api.model.PhoneNumberStatus.UNASSIGNED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.GetPhoneNumberOrderInput;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberOrder;
import org.carillon.api.model.PhoneNumberOrderStatus;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.RestorePhoneNumberInput;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.TestCarillon.Tenant;
import org.carillon.server.TestSupplier.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A number's life over months, as two organizations live it. */
@ParameterizedClass
@EnumSource(Engine.class)
final class NumberLifeStoryTest {

  private static final String NUMBER = "+12065550100";
  private static final Duration DAY = Duration.ofDays(1);

  private final Engine engine;
  @TempDir private Path folder;
  private TestCarillon carillon;
  private Tenant acme;
  private Tenant other;

  NumberLifeStoryTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    carillon = new TestCarillon(engine, folder);
    acme = carillon.organization();
    other = carillon.organization();
  }

  @AfterEach
  void stop() {
    carillon.close();
  }

  @Test
  void shortestNumberThatThereMayBeIsForgottenLikeAnyOther() {
    carillon.supplier().become(TestSupplier.Mood.REFUSING);
    String shortest = "+6834000";
    for (int i = 0; i < 2; i++) {
      acme.call(
          Operations.CREATE_PHONE_NUMBER_ORDER,
          new CreatePhoneNumberOrderInput(
              PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN, List.of(shortest), "Short"));
      carillon.sweep();
      assertEquals(ACQUIRE_FAILED, acme.status(shortest));
    }
    acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(shortest));
    assertThrows(NotFoundException.class, () -> acme.status(shortest));
  }

  @Test
  void storedNumberThatNoPlanHasIsStillShownAndDeleted() {
    acme.order(NUMBER);
    carillon.sweep();
    carillon
        .database()
        .write(transaction -> transaction.sql().execute("update phone_number set e164 = '+12'"));
    assertEquals(UNASSIGNED, acme.status("+12"));
    acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput("+12"));
    assertEquals(DELETE_IN_PROGRESS, acme.status("+12"));
  }

  @Test
  void numberIsOrderedAssignedDeletedRestoredDeletedReleasedAndOrderedByAnother() {
    acme.order(NUMBER);
    assertEquals(ACQUIRE_IN_PROGRESS, acme.status(NUMBER));
    carillon.sweep();
    assertEquals(UNASSIGNED, acme.status(NUMBER));

    String account = acme.account();
    String jane = acme.user(account, "jane@example.com");
    acme.assign(account, jane, NUMBER);
    assertEquals(ASSIGNED, acme.status(NUMBER));
    carillon.clock().advance(DAY.multipliedBy(40));
    String refusal = assertThrows(BadRequestException.class, this::delete).getMessage();
    assertTrue(refusal.contains("jane@example.com since 2026-03-02T08:00:"), refusal);
    acme.unassign(account, jane);

    delete();
    assertEquals(DELETE_IN_PROGRESS, acme.status(NUMBER));
    carillon.clock().advance(DAY.multipliedBy(6));
    carillon.sweep();
    restore();
    assertEquals(UNASSIGNED, acme.status(NUMBER));

    delete();
    PhoneNumber queued = acme.number(NUMBER);
    assertEquals(queued.updatedTimestamp().plus(DAY.multipliedBy(7)), queued.deletionTimestamp());
    carillon.clock().advance(DAY.multipliedBy(7).plusMillis(1));
    // No job has run, and yet it is over.
    assertThrows(NotFoundException.class, () -> acme.status(NUMBER));
    assertThrows(NotFoundException.class, this::restore);
    assertEquals(List.of(), list(null));
    assertEquals(List.of(NUMBER), list(RELEASE_IN_PROGRESS));
    assertThrows(BadRequestException.class, () -> acme.order(NUMBER));
    assertEquals(
        "E164PhoneNumbers +1206555500 is too short for a number of +1; write a number in E.164,"
            + " such as +12065550100",
        assertThrows(BadRequestException.class, () -> acme.order("+1206555500")).getMessage());

    carillon.sweep();
    assertEquals(List.of(), list(RELEASE_IN_PROGRESS));
    other.order(NUMBER);
    carillon.sweep();
    assertEquals(UNASSIGNED, other.status(NUMBER));
    assertThrows(NotFoundException.class, () -> acme.status(NUMBER));
  }

  @Test
  void numberWhoseReleaseFailsIsNobodysUntilItSucceeds() {
    held(acme);
    delete();
    carillon.supplier().become(Mood.REFUSING);
    carillon.clock().advance(DAY.multipliedBy(7));
    carillon.sweep();
    assertEquals(List.of(NUMBER), list(RELEASE_FAILED));
    assertEquals(List.of(), list(RELEASE_IN_PROGRESS));
    assertThrows(BadRequestException.class, () -> acme.order(NUMBER));
    carillon.supplier().become(Mood.BROKEN);
    carillon.clock().advance(DAY);
    carillon.sweep();
    assertEquals(List.of(NUMBER), list(RELEASE_FAILED));
    carillon.supplier().become(Mood.OBLIGING);
    carillon.clock().advance(DAY);
    carillon.sweep();
    assertEquals(List.of(), list(RELEASE_FAILED));
    held(acme);
    assertEquals(UNASSIGNED, acme.status(NUMBER));
  }

  @Test
  void supplierThatIsSlowOrSilentDecidesWhenItAnswers() {
    carillon.supplier().become(Mood.SLOW);
    PhoneNumberOrder order = acme.order(NUMBER);
    carillon.sweep();
    carillon.clock().advance(Duration.ofSeconds(29));
    carillon.sweep();
    assertEquals(List.of("order " + NUMBER), carillon.supplier().asked());
    carillon.supplier().become(Mood.BROKEN);
    carillon.clock().advance(Duration.ofSeconds(1));
    carillon.sweep();
    assertEquals(ACQUIRE_IN_PROGRESS, acme.status(NUMBER));
    assertEquals(PhoneNumberOrderStatus.PROCESSING, status(order));
    carillon.supplier().become(Mood.OBLIGING);
    carillon.clock().advance(Duration.ofMinutes(10));
    carillon.sweep();
    assertEquals(UNASSIGNED, acme.status(NUMBER));
    assertEquals(PhoneNumberOrderStatus.SUCCESSFUL, status(order));
  }

  @Test
  void failedNumberClaimsNothingAndIsReplacedByANewOrder() {
    carillon.supplier().become(Mood.REFUSING);
    PhoneNumberOrder order = acme.order(NUMBER);
    carillon.sweep();
    assertEquals(ACQUIRE_FAILED, acme.status(NUMBER));
    assertEquals(PhoneNumberOrderStatus.FAILED, status(order));
    carillon.supplier().become(Mood.OBLIGING);
    held(other);
    acme.order(NUMBER);
    carillon.sweep();
    // Another organization has it by now; the answer does not name it.
    assertEquals(ACQUIRE_FAILED, acme.status(NUMBER));
    delete();
    assertThrows(NotFoundException.class, () -> acme.status(NUMBER));
    assertEquals(UNASSIGNED, other.status(NUMBER));
  }

  @Test
  void twoOrganizationsWaitForOneNumberAndOneGetsIt() {
    carillon.supplier().lacks("+12065550199");
    PhoneNumberOrder first = acme.order(NUMBER, "+12065550101");
    PhoneNumberOrder second = other.order(NUMBER, "+12065550102", "+12065550199");
    assertEquals(ACQUIRE_IN_PROGRESS, acme.status(NUMBER));
    assertEquals(ACQUIRE_IN_PROGRESS, other.status(NUMBER));
    carillon.sweep();
    boolean acmeHasIt = acme.status(NUMBER) == UNASSIGNED;
    assertEquals(acmeHasIt ? ACQUIRE_FAILED : UNASSIGNED, other.status(NUMBER));
    assertEquals(
        acmeHasIt ? PhoneNumberOrderStatus.SUCCESSFUL : PhoneNumberOrderStatus.PARTIAL,
        status(first));
    assertEquals(
        PhoneNumberOrderStatus.PARTIAL,
        other
            .call(
                Operations.GET_PHONE_NUMBER_ORDER,
                new GetPhoneNumberOrderInput(second.phoneNumberOrderId()))
            .phoneNumberOrder()
            .status());
  }

  @Test
  void callingNameFollowsTheSuppliersAnswerAndNeverAClock() {
    held(acme);
    carillon.supplier().become(Mood.SLOW);
    name("Acme");
    carillon.sweep();
    carillon.clock().advance(DAY.multipliedBy(30));
    assertEquals("UpdateInProgress", acme.number(NUMBER).callingNameStatus().value());
    carillon.supplier().become(Mood.OBLIGING);
    carillon.sweep();
    assertEquals("UpdateSucceeded", acme.number(NUMBER).callingNameStatus().value());
    carillon.supplier().become(Mood.REFUSING);
    name("Other");
    assertEquals("Other", acme.number(NUMBER).callingName());
    carillon.sweep();
    assertEquals("UpdateFailed", acme.number(NUMBER).callingNameStatus().value());
    assertEquals("Acme", acme.number(NUMBER).callingName());
  }

  private void held(Tenant tenant) {
    tenant.order(NUMBER);
    carillon.sweep();
    assertEquals(UNASSIGNED, tenant.status(NUMBER));
  }

  private void delete() {
    acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(NUMBER));
  }

  private void restore() {
    acme.call(Operations.RESTORE_PHONE_NUMBER, new RestorePhoneNumberInput(NUMBER));
  }

  private void name(String name) {
    acme.call(
        Operations.UPDATE_PHONE_NUMBER,
        UpdatePhoneNumberInput.builder().phoneNumberId(NUMBER).callingName(name).build());
  }

  private PhoneNumberOrderStatus status(PhoneNumberOrder order) {
    return acme.call(
            Operations.GET_PHONE_NUMBER_ORDER,
            new GetPhoneNumberOrderInput(order.phoneNumberOrderId()))
        .phoneNumberOrder()
        .status();
  }

  private List<String> list(PhoneNumberStatus status) {
    return acme
        .call(Operations.LIST_PHONE_NUMBERS, ListPhoneNumbersInput.builder().status(status).build())
        .phoneNumbers()
        .stream()
        .map(PhoneNumber::e164PhoneNumber)
        .toList();
  }
}

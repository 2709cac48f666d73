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
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.carillon.server.testing.TestSupplier;
import org.carillon.server.testing.TestSupplier.Mood;
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
  private TestServer server;
  private Tenant acme;
  private Tenant other;

  NumberLifeStoryTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    server = new TestServer(engine, folder);
    acme = server.organization();
    other = server.organization();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shortestNumberThatThereMayBeIsForgottenLikeAnyOther() {
    server.supplier().become(TestSupplier.Mood.REFUSING);
    String shortest = "+6834000";
    for (int i = 0; i < 2; i++) {
      acme.call(
          Operations.CREATE_PHONE_NUMBER_ORDER,
          new CreatePhoneNumberOrderInput(
              PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN, List.of(shortest), "Short"));
      server.sweep();
      assertEquals(ACQUIRE_FAILED, acme.status(shortest));
    }
    acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(shortest));
    assertThrows(NotFoundException.class, () -> acme.status(shortest));
  }

  @Test
  void storedNumberThatNoPlanHasIsStillShownAndDeleted() {
    acme.order(NUMBER);
    server.sweep();
    server.sql("update phone_number set e164 = '+12'");
    assertEquals(UNASSIGNED, acme.status("+12"));
    acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput("+12"));
    assertEquals(DELETE_IN_PROGRESS, acme.status("+12"));
  }

  @Test
  void numberIsOrderedAssignedDeletedRestoredDeletedReleasedAndOrderedByAnother() {
    acme.order(NUMBER);
    assertEquals(ACQUIRE_IN_PROGRESS, acme.status(NUMBER));
    server.sweep();
    assertEquals(UNASSIGNED, acme.status(NUMBER));

    String account = acme.account();
    String jane = acme.user(account, "jane@example.com");
    acme.assign(account, jane, NUMBER);
    assertEquals(ASSIGNED, acme.status(NUMBER));
    server.pass(DAY.multipliedBy(40));
    String refusal = assertThrows(BadRequestException.class, this::delete).getMessage();
    assertTrue(refusal.contains("jane@example.com since 2026-03-02T08:00:"), refusal);
    acme.unassign(account, jane);

    delete();
    assertEquals(DELETE_IN_PROGRESS, acme.status(NUMBER));
    server.pass(DAY.multipliedBy(6));
    server.sweep();
    restore();
    assertEquals(UNASSIGNED, acme.status(NUMBER));

    delete();
    PhoneNumber queued = acme.number(NUMBER);
    assertEquals(queued.updatedTimestamp().plus(DAY.multipliedBy(7)), queued.deletionTimestamp());
    server.pass(DAY.multipliedBy(7).plusMillis(1));
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

    server.sweep();
    assertEquals(List.of(), list(RELEASE_IN_PROGRESS));
    other.order(NUMBER);
    server.sweep();
    assertEquals(UNASSIGNED, other.status(NUMBER));
    assertThrows(NotFoundException.class, () -> acme.status(NUMBER));
  }

  @Test
  void numberWhoseReleaseFailsIsNobodysUntilItSucceeds() {
    held(acme);
    delete();
    server.supplier().become(Mood.REFUSING);
    server.pass(DAY.multipliedBy(7));
    server.sweep();
    assertEquals(List.of(NUMBER), list(RELEASE_FAILED));
    assertEquals(List.of(), list(RELEASE_IN_PROGRESS));
    assertThrows(BadRequestException.class, () -> acme.order(NUMBER));
    server.supplier().become(Mood.BROKEN);
    server.pass(DAY);
    server.sweep();
    assertEquals(List.of(NUMBER), list(RELEASE_FAILED));
    server.supplier().become(Mood.OBLIGING);
    server.pass(DAY);
    server.sweep();
    assertEquals(List.of(), list(RELEASE_FAILED));
    held(acme);
    assertEquals(UNASSIGNED, acme.status(NUMBER));
  }

  @Test
  void supplierThatIsSlowOrSilentDecidesWhenItAnswers() {
    server.supplier().become(Mood.SLOW);
    PhoneNumberOrder order = acme.order(NUMBER);
    server.sweep();
    server.pass(Duration.ofSeconds(29));
    server.sweep();
    assertEquals(List.of("order " + NUMBER), server.supplier().asked());
    server.supplier().become(Mood.BROKEN);
    server.pass(Duration.ofSeconds(1));
    server.sweep();
    assertEquals(ACQUIRE_IN_PROGRESS, acme.status(NUMBER));
    assertEquals(PhoneNumberOrderStatus.PROCESSING, status(order));
    server.supplier().become(Mood.OBLIGING);
    server.pass(Duration.ofMinutes(10));
    server.sweep();
    assertEquals(UNASSIGNED, acme.status(NUMBER));
    assertEquals(PhoneNumberOrderStatus.SUCCESSFUL, status(order));
  }

  @Test
  void failedNumberClaimsNothingAndIsReplacedByANewOrder() {
    server.supplier().become(Mood.REFUSING);
    PhoneNumberOrder order = acme.order(NUMBER);
    server.sweep();
    assertEquals(ACQUIRE_FAILED, acme.status(NUMBER));
    assertEquals(PhoneNumberOrderStatus.FAILED, status(order));
    server.supplier().become(Mood.OBLIGING);
    held(other);
    acme.order(NUMBER);
    server.sweep();
    // Another organization has it by now; the answer does not name it.
    assertEquals(ACQUIRE_FAILED, acme.status(NUMBER));
    delete();
    assertThrows(NotFoundException.class, () -> acme.status(NUMBER));
    assertEquals(UNASSIGNED, other.status(NUMBER));
  }

  @Test
  void twoOrganizationsWaitForOneNumberAndOneGetsIt() {
    server.supplier().lacks("+12065550199");
    PhoneNumberOrder first = acme.order(NUMBER, "+12065550101");
    PhoneNumberOrder second = other.order(NUMBER, "+12065550102", "+12065550199");
    assertEquals(ACQUIRE_IN_PROGRESS, acme.status(NUMBER));
    assertEquals(ACQUIRE_IN_PROGRESS, other.status(NUMBER));
    server.sweep();
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
    server.supplier().become(Mood.SLOW);
    name("Acme");
    server.sweep();
    server.pass(DAY.multipliedBy(30));
    assertEquals("UpdateInProgress", acme.number(NUMBER).callingNameStatus().value());
    server.supplier().become(Mood.OBLIGING);
    server.sweep();
    assertEquals("UpdateSucceeded", acme.number(NUMBER).callingNameStatus().value());
    server.supplier().become(Mood.REFUSING);
    name("Other");
    assertEquals("Other", acme.number(NUMBER).callingName());
    server.sweep();
    assertEquals("UpdateFailed", acme.number(NUMBER).callingNameStatus().value());
    assertEquals("Acme", acme.number(NUMBER).callingName());
  }

  private void held(Tenant tenant) {
    tenant.order(NUMBER);
    server.sweep();
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

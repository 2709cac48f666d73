package org.carillon.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.model.BadRequestException;
import software.amazon.awssdk.services.chime.model.CallingNameStatus;
import software.amazon.awssdk.services.chime.model.ChimeException;
import software.amazon.awssdk.services.chime.model.ConflictException;
import software.amazon.awssdk.services.chime.model.ListPhoneNumbersResponse;
import software.amazon.awssdk.services.chime.model.NotFoundException;
import software.amazon.awssdk.services.chime.model.OrderedPhoneNumberStatus;
import software.amazon.awssdk.services.chime.model.PhoneNumber;
import software.amazon.awssdk.services.chime.model.PhoneNumberAssociationName;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrder;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrderStatus;
import software.amazon.awssdk.services.chime.model.PhoneNumberProductType;
import software.amazon.awssdk.services.chime.model.PhoneNumberStatus;
import software.amazon.awssdk.services.chime.model.PhoneNumberType;
import software.amazon.awssdk.services.chime.model.SearchAvailablePhoneNumbersResponse;

/** The life of numbers as a program on AWS's SDK for Java sees it. */
final class NumberLifeTest {

  private final Office office = new Office();
  private final ChimeClient chime = office.chime;

  @Test
  void numberIsFoundOrderedAssignedUnassignedDeletedAndRestored() {
    String number = office.ordered("415", 1).getFirst();
    String account = office.account;
    String user = office.user("jane");
    chime.associatePhoneNumberWithUser(
        r -> r.accountId(account).userId(user).e164PhoneNumber(number));
    PhoneNumber assigned = office.get(number);
    assertEquals(PhoneNumberStatus.ASSIGNED, assigned.status());
    assertEquals(2, assigned.associations().size());
    assertEquals(PhoneNumberAssociationName.ACCOUNT_ID, assigned.associations().get(0).name());
    assertEquals(account, assigned.associations().get(0).value());
    assertEquals(user, assigned.associations().get(1).value());
    assertNotNull(assigned.associations().get(1).associatedTimestamp());
    assertEquals(
        number,
        chime.getUser(r -> r.accountId(account).userId(user)).user().primaryProvisionedNumber());

    BadRequestException refused =
        assertThrows(
            BadRequestException.class, () -> chime.deletePhoneNumber(r -> r.phoneNumberId(number)));
    assertEquals("PhoneNumberAssociationsExist", refused.code().toString());

    chime.disassociatePhoneNumberFromUser(r -> r.accountId(account).userId(user));
    assertNull(
        chime.getUser(r -> r.accountId(account).userId(user)).user().primaryProvisionedNumber());
    chime.deletePhoneNumber(r -> r.phoneNumberId(number));
    PhoneNumber queued = office.get(number);
    assertEquals(PhoneNumberStatus.DELETE_IN_PROGRESS, queued.status());
    assertEquals(queued.updatedTimestamp().plus(Duration.ofDays(7)), queued.deletionTimestamp());
    // The id is the percent-encoded number; clients send it back as it came, encoded once more.
    assertEquals("%2B" + number.substring(1), queued.phoneNumberId());
    assertEquals(
        PhoneNumberStatus.UNASSIGNED,
        chime
            .restorePhoneNumber(r -> r.phoneNumberId(queued.phoneNumberId()))
            .phoneNumber()
            .status());
  }

  @Test
  void twoOrdersForOneNumberGiveItToOne() {
    List<String> found = office.search("312", 2);
    String wanted = found.get(0);
    String other = found.get(1);
    PhoneNumberOrder first = office.order(List.of(wanted));
    assertEquals(PhoneNumberOrderStatus.PROCESSING, first.status());
    assertThrows(BadRequestException.class, () -> office.order(List.of(wanted)));
    PhoneNumberOrder partly = office.settled(office.order(List.of(other, "+12065559999")));
    assertEquals(PhoneNumberOrderStatus.PARTIAL, partly.status());
    assertEquals(OrderedPhoneNumberStatus.ACQUIRED, partly.orderedPhoneNumbers().get(0).status());
    assertEquals(OrderedPhoneNumberStatus.FAILED, partly.orderedPhoneNumbers().get(1).status());
    assertEquals(PhoneNumberStatus.ACQUIRE_FAILED, office.get("+12065559999").status());
    chime.deletePhoneNumber(r -> r.phoneNumberId("+12065559999"));
    assertThrows(NotFoundException.class, () -> office.get("+12065559999"));
  }

  @Test
  void furtherNumbersAreAdditionalAndTheLongestHeldSucceeds() {
    List<String> numbers = office.ordered("213", 3);
    String account = office.account;
    String user = office.user("jane");
    for (String number : numbers) {
      chime.associatePhoneNumberWithUser(
          r -> r.accountId(account).userId(user).e164PhoneNumber(number));
    }
    for (String number : numbers) {
      assertEquals(
          number,
          chime.getUser(r -> r.accountId(account).userId(user)).user().primaryProvisionedNumber());
      chime.disassociatePhoneNumberFromUser(r -> r.accountId(account).userId(user));
    }
    assertThrows(
        BadRequestException.class,
        () -> chime.disassociatePhoneNumberFromUser(r -> r.accountId(account).userId(user)));
  }

  @Test
  void callingNameIsUpdatedByTheSuppliersAnswer() {
    String number = office.ordered("646", 1).getFirst();
    assertEquals(CallingNameStatus.UNASSIGNED, office.get(number).callingNameStatus());
    chime.updatePhoneNumber(r -> r.phoneNumberId(number).callingName("Front desk"));
    assertEquals(CallingNameStatus.UPDATE_IN_PROGRESS, office.get(number).callingNameStatus());
    assertThrows(
        ConflictException.class,
        () -> chime.updatePhoneNumber(r -> r.phoneNumberId(number).callingName("Other")));
    await("the calling name")
        .until(() -> office.get(number).callingNameStatus() == CallingNameStatus.UPDATE_SUCCEEDED);
    assertEquals("Front desk", office.get(number).callingName());
    assertThrows(
        BadRequestException.class,
        () ->
            chime.updatePhoneNumber(r ->
                r.phoneNumberId(number)
                    .callingName("Both")
                    .productType(PhoneNumberProductType.VOICE_CONNECTOR)));
  }

  @Test
  void pagesGiveEveryNumberOnce() {
    List<String> numbers = office.ordered("702", 7);
    String account = office.account;
    String user = office.user("jane");
    for (String number : numbers) {
      chime.associatePhoneNumberWithUser(
          r -> r.accountId(account).userId(user).e164PhoneNumber(number));
    }
    Set<String> seen = new HashSet<>();
    String token = null;
    int pages = 0;
    do {
      String next = token;
      ListPhoneNumbersResponse page =
          chime.listPhoneNumbers(r ->
              r.filterName(PhoneNumberAssociationName.USER_ID)
                  .filterValue(user)
                  .maxResults(3)
                  .nextToken(next));
      page.phoneNumbers().forEach(each -> assertTrue(seen.add(each.e164PhoneNumber())));
      token = page.nextToken();
      pages++;
    } while (token != null);
    assertEquals(3, pages);
    assertEquals(new HashSet<>(numbers), seen);
  }

  @Test
  void tokenServesOnlyTheQueryItCameFrom() {
    SearchAvailablePhoneNumbersResponse page =
        chime.searchAvailablePhoneNumbers(r -> r.areaCode("503").maxResults(1));
    assertNotNull(page.nextToken());
    assertFalse(
        chime
            .searchAvailablePhoneNumbers(r -> r.areaCode("503").nextToken(page.nextToken()))
            .e164PhoneNumbers()
            .isEmpty());
    assertThrows(
        BadRequestException.class,
        () ->
            chime.searchAvailablePhoneNumbers(r -> r.areaCode("504").nextToken(page.nextToken())));
    assertThrows(
        BadRequestException.class,
        () -> chime.searchAvailablePhoneNumbers(r -> r.areaCode("503").nextToken("forged")));
  }

  @Test
  void searchKnowsTollFreeAndOtherCountries() {
    assertTrue(
        chime
            .searchAvailablePhoneNumbers(r -> r.tollFreePrefix("844").maxResults(1))
            .e164PhoneNumbers()
            .getFirst()
            .startsWith("+1844"));
    assertTrue(
        chime
            .searchAvailablePhoneNumbers(
                r -> r.country("GB").phoneNumberType(PhoneNumberType.LOCAL).maxResults(1))
            .e164PhoneNumbers()
            .getFirst()
            .startsWith("+44"));
    assertThrows(
        BadRequestException.class,
        () -> chime.searchAvailablePhoneNumbers(r -> r.country("GB").areaCode("20")));
  }

  @Test
  void wrongSecretAndUnknownKeyAreRefusedAsClientsExpect() {
    ChimeException secret =
        assertThrows(
            ChimeException.class,
            () ->
                RunningServer.chime(RunningServer.ACCESS_KEY_ID, "wrong")
                    .getGlobalSettings(r -> {}));
    assertEquals(403, secret.statusCode());
    ChimeException key =
        assertThrows(
            ChimeException.class,
            () -> RunningServer.chime("CARIUNKNOWN000000000", "x").getGlobalSettings(r -> {}));
    assertEquals(403, key.statusCode());
    assertEquals("UnrecognizedClientException", key.awsErrorDetails().errorCode());
  }
}

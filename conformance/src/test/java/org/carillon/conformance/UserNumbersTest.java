package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chime.model.PhoneNumberStatus;

/** The numbers of a user, the one that others see, and what the user has to do to notice. */
final class UserNumbersTest {

  private static final String USER = "/accounts/{}/users/{}";

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();
  private final String jane = office.user("jane");
  private final List<String> numbers = office.ordered("216", 3);
  private final String first = numbers.get(0);
  private final String second = numbers.get(1);
  private final String third = numbers.get(2);

  @BeforeEach
  void assign() {
    office.assign(jane, first, second);
  }

  private Question list(String user) {
    return carillon.get(USER + "/phone-numbers", office.account, user);
  }

  private Question swap(String user, String number) {
    return carillon
        .post(USER + "?operation=swap-primary-phone-number", office.account, user)
        .member("E164PhoneNumber", number);
  }

  private Question takeAdditional(String user, String number) {
    return carillon
        .post(USER + "?operation=disassociate-additional-phone-number", office.account, user)
        .member("E164PhoneNumber", number);
  }

  private Question show(String user) {
    return carillon.put(USER + "/caller-id", office.account, user);
  }

  private Question signIn(String user) {
    return carillon.post(USER + "?operation=report-sign-in", office.account, user);
  }

  private JsonNode telephony(String user) {
    return carillon
        .get(USER + "/telephony", office.account, user)
        .answers(200)
        .path("UserTelephony");
  }

  private List<String> roles(String user) {
    return list(user)
        .answers(200)
        .path("PhoneNumbers")
        .valueStream()
        .map(each -> each.path("E164PhoneNumber").asText() + " " + each.path("Role").asText())
        .toList();
  }

  private static void assertShows(String number, boolean primary, boolean chosen, JsonNode said) {
    assertEquals(number, said.path("ShownPhoneNumber").asText());
    assertEquals(primary, said.path("MatchesPrimary").asBoolean());
    assertEquals(chosen ? number : "", said.path("E164PhoneNumber").asText(""));
  }

  @Test
  void numbersAreListedWithRoleAndSinceWhen() {
    JsonNode listed = list(jane).answers(200);
    assertEquals(List.of(first + " Primary", second + " Additional"), roles(jane));
    JsonNode primary = listed.path("PhoneNumbers").path(0);
    JsonNode additional = listed.path("PhoneNumbers").path(1);
    assertEquals("%2B" + first.substring(1), primary.path("PhoneNumberId").asText());
    assertTrue(primary.path("Shown").asBoolean());
    assertFalse(additional.path("Shown").asBoolean());
    assertEquals(
        office.get(first).associations().getLast().associatedTimestamp(),
        Instant.parse(primary.path("AssignedTimestamp").asText()));
    assertTrue(
        primary
                .path("AssignedTimestamp")
                .asText()
                .compareTo(additional.path("AssignedTimestamp").asText())
            <= 0);
    assertEquals(first, telephony(jane).path("PrimaryProvisionedNumber").asText());
    assertTrue(listed.path("UserTelephony").isMissingNode());
  }

  @Test
  void listIsReadInPagesAndATokenServesOneUserOnly() {
    office.assign(jane, third);
    JsonNode page = list(jane).with("max-results", 2).answers(200);
    assertEquals(2, page.path("PhoneNumbers").size());
    String token = page.path("NextToken").asText();
    JsonNode last = list(jane).with("max-results", 2).with("next-token", token).answers(200);
    assertEquals(third, last.path("PhoneNumbers").path(0).path("E164PhoneNumber").asText());
    assertFalse(last.hasNonNull("NextToken"));
    list(office.user("joe"))
        .with("max-results", 2)
        .with("next-token", token)
        .refuses(400, "BadRequestException", "NextToken");
    list(jane).with("max-results", 101).refuses(400, "BadRequestException", "MaxResults", "100");
    list(jane).with("max-results", "many").refuses(400, "BadRequestException", "MaxResults");
  }

  @Test
  void primaryAndAdditionalNumbersExchangeTheirRolesAtOneInstant() {
    JsonNode before = list(jane).answers(200).path("PhoneNumbers");
    JsonNode swapped = swap(jane, second).answers(200).path("UserTelephony");
    assertEquals(second, swapped.path("PrimaryProvisionedNumber").asText());
    assertShows(first, false, true, swapped.path("CallerId"));
    JsonNode after = list(jane).answers(200).path("PhoneNumbers");
    assertEquals(List.of(first + " Additional", second + " Primary"), roles(jane));
    for (int i = 0; i < 2; i++) {
      assertEquals(
          before.path(i).path("AssignedTimestamp"), after.path(i).path("AssignedTimestamp"));
      assertNotEquals(
          before.path(i).path("RoleAssignedTimestamp"),
          after.path(i).path("RoleAssignedTimestamp"));
    }
    assertEquals(
        after.path(0).path("RoleAssignedTimestamp"), after.path(1).path("RoleAssignedTimestamp"));
    assertEquals(
        second,
        office
            .chime
            .getUser(r -> r.accountId(office.account).userId(jane))
            .user()
            .primaryProvisionedNumber());
  }

  @Test
  void numberOfTheInventoryTakesThePlaceOfThePrimaryOne() {
    office.permit(jane, true);
    JsonNode swapped = swap(jane, third).answers(200).path("UserTelephony");
    assertEquals(List.of(second + " Additional", third + " Primary"), roles(jane));
    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(first).status());
    assertEquals(PhoneNumberStatus.ASSIGNED, office.get(third).status());
    assertShows(third, true, false, swapped.path("CallerId"));
    assertTrue(swapped.path("Telephony").path("InboundCalling").asBoolean());
    // Sent again, it finds everything as it should be.
    assertEquals(swapped, swap(jane, third).answers(200).path("UserTelephony"));
  }

  @Test
  void swapIsRefusedWithTheHolderAndSinceWhen() {
    String joe = office.user("joe");
    swap(joe, third).refuses(400, "BadRequestException", "has no phone number to swap");
    office.assign(joe, third);
    swap(jane, third)
        .refuses(409, "ConflictException", third + " is assigned to user joe-", "since");
    swap(jane, "+12165559999").refuses(404, "NotFoundException", "+12165559999");
    swap(jane, "216 555").refuses(400, "BadRequestException", "E164PhoneNumber");
    carillon
        .post(USER + "?operation=swap-primary-phone-number", office.account, jane)
        .raw("{}")
        .refuses(400, "BadRequestException", "E164PhoneNumber");
    swap("nobody", third).refuses(404, "NotFoundException", "nobody");
    assertEquals(List.of(first + " Primary", second + " Additional"), roles(jane));
  }

  @Test
  void additionalNumberGoesBackToTheInventoryAndThePrimaryOneDoesNot() {
    takeAdditional(jane, first)
        .refuses(
            400, "BadRequestException", "is the primary number", "DisassociatePhoneNumberFromUser");
    takeAdditional(jane, second).answers(200);
    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(second).status());
    assertEquals(List.of(first + " Primary"), roles(jane));
    takeAdditional(jane, second).refuses(400, "BadRequestException", "is not a number of user");
    takeAdditional(jane, "+12165559999").refuses(404, "NotFoundException", "+12165559999");
  }

  @Test
  void chosenCallerIdStaysUntilItsNumberGoes() {
    JsonNode chosen =
        show(jane).member("E164PhoneNumber", second).answers(200).path("UserTelephony");
    assertShows(second, false, true, chosen.path("CallerId"));
    assertShows(
        second, true, true, swap(jane, second).answers(200).path("UserTelephony").path("CallerId"));
    swap(jane, first).answers(200);
    takeAdditional(jane, second).answers(200);
    assertShows(first, true, false, telephony(jane).path("CallerId"));
    office.assign(jane, second);
    assertShows(
        first,
        true,
        false,
        carillon.get(USER + "/caller-id", office.account, jane).answers(200).path("CallerId"));
  }

  @Test
  void callerIdIsANumberOfTheUserOrNone() {
    show(jane).member("E164PhoneNumber", third).refuses(400, "BadRequestException", third, "jane-");
    show(jane)
        .member("E164PhoneNumber", "first")
        .refuses(400, "BadRequestException", "E164PhoneNumber");
    show(jane).member("E164PhoneNumber", second).answers(200);
    assertShows(
        first,
        true,
        false,
        show(jane).raw("{}").answers(200).path("UserTelephony").path("CallerId"));
    JsonNode nobodys =
        carillon.get(USER + "/caller-id", office.account, office.user("joe")).answers(200);
    assertFalse(nobodys.hasNonNull("CallerId"), nobodys.toString());
  }

  @Test
  void nothingIsPermittedAfterAFirstNumber() {
    JsonNode permitted = telephony(jane).path("Telephony");
    assertEquals(3, permitted.size());
    permitted.forEach(each -> assertFalse(each.asBoolean(), permitted.toString()));
    office.permit(jane, true);
    telephony(jane).path("Telephony").forEach(each -> assertTrue(each.asBoolean()));
  }

  @Test
  void userBearsTheMarkToSignInAgainUntilTheSignIn() {
    JsonNode marked = telephony(jane);
    assertTrue(marked.path("SignInRequired").asBoolean());
    assertFalse(marked.hasNonNull("LastSignInTimestamp"));
    assertFalse(signIn(jane).answers(200).path("UserTelephony").path("SignInRequired").asBoolean());
    JsonNode signedIn = telephony(jane);
    assertFalse(signedIn.hasNonNull("SignInRequiredTimestamp"));
    Instant then = Instant.parse(signedIn.path("LastSignInTimestamp").asText());

    assertTrue(
        swap(jane, second).answers(200).path("UserTelephony").path("SignInRequired").asBoolean());
    JsonNode late =
        signIn(jane)
            .member("SignedInTimestamp", then.minus(1, ChronoUnit.HOURS).toString())
            .answers(200)
            .path("UserTelephony");
    assertTrue(late.path("SignInRequired").asBoolean(), "an earlier sign-in noticed nothing");
    assertEquals(
        then.toString(), Instant.parse(late.path("LastSignInTimestamp").asText()).toString());
    signIn(jane)
        .member("SignedInTimestamp", Instant.now().plus(1, ChronoUnit.HOURS).toString())
        .refuses(400, "BadRequestException", "SignedInTimestamp", "ahead");
    signIn(jane)
        .member("SignedInTimestamp", "yesterday")
        .refuses(400, "BadRequestException", "SignedInTimestamp");
    assertFalse(signIn(jane).answers(200).path("UserTelephony").path("SignInRequired").asBoolean());
    // What changes nothing is nothing to notice.
    assertFalse(
        swap(jane, second).answers(200).path("UserTelephony").path("SignInRequired").asBoolean());
  }
}

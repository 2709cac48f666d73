package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers given to Voice Connectors and groups, moved and taken back, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class ConnectorNumbersTest {

  private final Trunks trunks;
  private final String first;
  private final String second;
  private final String group;
  private final List<String> numbers;

  ConnectorNumbersTest(Engine engine, @TempDir Path folder) {
    trunks = new Trunks(engine, folder, TestServer.Settings.INITIAL);
    first = trunks.connectorId("First");
    second = trunks.connectorId("Second");
    group = trunks.groupId("Group", first, second);
    numbers = trunks.numbers(3);
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private void heldBy(PhoneNumberAssociationName kind, String holder, Instant since, String e164) {
    PhoneNumber number = trunks.number(e164);
    assertEquals(PhoneNumberStatus.ASSIGNED, number.status());
    assertEquals(
        List.of(
            PhoneNumberAssociation.builder()
                .name(kind)
                .value(holder)
                .associatedTimestamp(since)
                .build()),
        number.associations());
  }

  private List<String> listed(PhoneNumberAssociationName kind, String holder) {
    return requireNonNull(
            trunks
                .run(
                    Operations.LIST_PHONE_NUMBERS,
                    ListPhoneNumbersInput.builder().filterName(kind).filterValue(holder).build())
                .phoneNumbers())
        .stream()
        .map(each -> requireNonNull(each.e164PhoneNumber()))
        .toList();
  }

  @Test
  void connectorIsGivenNumbersAndTheyAreTakenBack() {
    trunks.server().pass(Duration.ofSeconds(1));
    assertEquals(List.of(), trunks.give(first, numbers, null));
    heldBy(
        PhoneNumberAssociationName.VOICE_CONNECTOR_ID,
        first,
        trunks.server().now(),
        numbers.getFirst());
    assertEquals(numbers, listed(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, first));
    assertEquals(List.of(), trunks.give(first, numbers, null), "what it has stays");

    assertEquals(List.of(), trunks.take(first, numbers.subList(0, 2)));
    assertEquals(PhoneNumberStatus.UNASSIGNED, trunks.number(numbers.getFirst()).status());
    assertEquals(
        numbers.subList(2, 3), listed(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, first));
  }

  @Test
  void heldNumberIsReportedWithItsHolderUnlessForceMovesIt() {
    trunks.server().pass(Duration.ofSeconds(1));
    Instant since = trunks.server().now();
    trunks.give(first, numbers.subList(0, 1), false);
    trunks.server().pass(Duration.ofSeconds(1));

    List<PhoneNumberError> errors = trunks.giveGroup(group, numbers, false);
    assertEquals(1, errors.size());
    PhoneNumberError error = errors.getFirst();
    assertEquals(numbers.getFirst(), error.phoneNumberId());
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, error.errorCode());
    String message = requireNonNull(error.errorMessage());
    assertTrue(message.contains("Voice Connector First (" + first + ") since " + since), message);
    heldBy(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, first, since, numbers.getFirst());
    assertEquals(
        numbers.subList(1, 3), listed(PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID, group));

    trunks.server().pass(Duration.ofSeconds(1));
    assertEquals(List.of(), trunks.giveGroup(group, numbers, true));
    heldBy(
        PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID,
        group,
        trunks.server().now(),
        numbers.getFirst());
    assertEquals(List.of(), listed(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, first));
  }

  @Test
  void eachNumberIsRefusedByItself() {
    String business = "+12065559999";
    trunks.bells().stock(business, PhoneNumberProductType.BUSINESS_CALLING);
    List<String> mixed = List.of(business, numbers.getFirst(), "+12065558888");
    List<PhoneNumberError> errors = trunks.give(first, mixed, true);
    assertEquals(
        List.of(business, "+12065558888"),
        errors.stream().map(PhoneNumberError::phoneNumberId).toList());
    assertEquals(
        List.of(ErrorCode.BAD_REQUEST, ErrorCode.NOT_FOUND),
        errors.stream().map(PhoneNumberError::errorCode).toList());
    assertEquals(
        numbers.subList(0, 1), listed(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, first));

    assertEquals(
        1,
        trunks
            .server()
            .count(
                "SELECT count(*) FROM audit_entry"
                    + " WHERE operation = 'AssociatePhoneNumbersWithVoiceConnector' AND detail = '"
                    + numbers.getFirst()
                    + "'"),
        "the audit row names what was given and not what was refused");

    errors = trunks.take(second, numbers);
    assertEquals(3, errors.size(), "another's is not taken, nor what is free");
    assertEquals(
        numbers.subList(0, 1), listed(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, first));
    assertEquals(3, trunks.takeGroup(group, numbers).size());
  }

  @Test
  void emptyListChangesNothing() {
    assertEquals(
        List.of(),
        new AssociatePhoneNumbersWithVoiceConnectorInput(first, List.of(), null).validate());
    assertEquals(List.of(), trunks.give(first, List.of(), null));
    assertEquals(List.of(), trunks.takeGroup(group, List.of()));
  }

  @Test
  void holdersAreAskedOnlyForWhatTheyCanHave() {
    trunks.give(first, numbers, null);
    ListPhoneNumbersInput.Builder its =
        ListPhoneNumbersInput.builder()
            .filterName(PhoneNumberAssociationName.VOICE_CONNECTOR_ID)
            .filterValue(first);
    for (ListPhoneNumbersInput.Builder never :
        List.of(
            its.build().toBuilder().status(PhoneNumberStatus.UNASSIGNED),
            its.build().toBuilder().productType(PhoneNumberProductType.BUSINESS_CALLING))) {
      assertEquals(
          List.of(), trunks.run(Operations.LIST_PHONE_NUMBERS, never.build()).phoneNumbers());
      assertEquals(
          List.of(), trunks.bells().plans(Operations.LIST_PHONE_NUMBERS, never.build()).steps());
    }
    its.status(PhoneNumberStatus.ASSIGNED).productType(PhoneNumberProductType.VOICE_CONNECTOR);
    assertEquals(
        3,
        requireNonNull(trunks.run(Operations.LIST_PHONE_NUMBERS, its.build()).phoneNumbers())
            .size());
  }

  @Test
  void refusalStopsToCountAtThousand() {
    assertEquals("999 items", DeletionRules.counted(999, "item"));
    assertEquals("1000 or more items", DeletionRules.counted(1_000, "item"));
  }

  @Test
  void trunkWithNumbersIsNotDeleted() {
    String lone = trunks.connectorId("Lone");
    trunks.give(lone, numbers, null);
    ConflictException refused =
        assertThrows(ConflictException.class, () -> trunks.deleteConnector(lone));
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, refused.code());
    assertEquals(
        "Voice Connector Lone (" + lone + ") still holds 3 phone numbers; disassociate them first",
        refused.getMessage());
    trunks.updateGroup(group, "Group", List.of());
    trunks.giveGroup(group, numbers.subList(0, 1), true);
    refused = assertThrows(ConflictException.class, () -> trunks.deleteGroup(group));
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, refused.code());
    assertEquals(
        "Voice Connector group Group ("
            + group
            + ") still holds 1 phone number; disassociate it first",
        refused.getMessage());
    assertEquals(List.of(), trunks.take(lone, numbers.subList(1, 3)));
    trunks.deleteConnector(lone);
    assertEquals(List.of(), trunks.takeGroup(group, numbers.subList(0, 1)));
    trunks.deleteGroup(group);
    assertEquals(PhoneNumberStatus.UNASSIGNED, trunks.number(numbers.getFirst()).status());
  }
}

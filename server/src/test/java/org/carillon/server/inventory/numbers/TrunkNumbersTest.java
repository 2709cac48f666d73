package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Giving numbers to trunks, moving them and taking them back, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TrunkNumbersTest {

  private static final String FIRST = "+12065550100";
  private static final String SECOND = "+12065550101";
  private static final String FOR_USERS = "+12065550102";
  private static final String UNKNOWN = "+12065550199";
  private static final Holder EAST = new Holder("east", Holder.Kind.CONNECTOR, null, "East");
  private static final Holder ALL = new Holder("all", Holder.Kind.GROUP, null, "All");

  private final TestServer server;
  private final Tenant bells;

  TrunkNumbersTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    bells.stock(FIRST, PhoneNumberProductType.VOICE_CONNECTOR);
    bells.stock(SECOND, PhoneNumberProductType.VOICE_CONNECTOR);
    bells.stock(FOR_USERS, PhoneNumberProductType.BUSINESS_CALLING);
    bells.write(context -> {
      server.feature(NumbersFeature.class).holders().add(context, EAST, context.now());
      server.feature(NumbersFeature.class).holders().add(context, ALL, context.now());
      return null;
    });
    server.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void givenNumbersAreAssociatedWithTheTrunk() {
    assertEquals(List.of(), give(EAST, false, FIRST, SECOND));
    assertAssociated(FIRST, PhoneNumberAssociationName.VOICE_CONNECTOR_ID, EAST);
    assertAssociated(SECOND, PhoneNumberAssociationName.VOICE_CONNECTOR_ID, EAST);
    assertEquals(2, held(EAST));
    assertEquals(1, held(EAST, 1), "the count stops");
  }

  @Test
  void numberThatTheTrunkHasAlreadyStaysSinceThen() {
    give(EAST, false, FIRST);
    var since = association(FIRST).associatedTimestamp();
    server.pass(Duration.ofHours(1));
    assertEquals(List.of(), give(EAST, false, FIRST));
    assertEquals(List.of(), give(EAST, true, FIRST, FIRST));
    assertEquals(since, association(FIRST).associatedTimestamp());
  }

  @Test
  void numberHeldElsewhereIsReportedWithItsHolderAndSinceWhen() {
    give(EAST, false, FIRST);
    var since = association(FIRST).associatedTimestamp();
    server.pass(Duration.ofHours(1));
    PhoneNumberError error = only(give(ALL, false, FIRST, SECOND));
    assertEquals(FIRST, error.phoneNumberId());
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, error.errorCode());
    String message = requireNonNull(error.errorMessage());
    assertTrue(message.contains("Voice Connector East (east) since " + since), message);
    assertTrue(message.contains("ForceAssociate"), message);
    assertAssociated(FIRST, PhoneNumberAssociationName.VOICE_CONNECTOR_ID, EAST);
    assertAssociated(SECOND, PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID, ALL);
  }

  @Test
  void forceMovesANumberAtOneInstant() {
    give(EAST, false, FIRST);
    server.pass(Duration.ofHours(1));
    assertEquals(List.of(), give(ALL, true, FIRST));
    assertAssociated(FIRST, PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID, ALL);
    assertEquals(0, held(EAST));
    assertEquals(1, held(ALL));
    List<Long> ledger =
        bells.write(context ->
            context
                .transaction()
                .sql()
                .fetch(
                    "select a.to_at - b.from_at from assignment a, assignment b"
                        + " where a.holder_id = 'east' and b.holder_id = 'all'")
                .getValues(0, Long.class));
    assertEquals(List.of(0L), ledger);
  }

  @Test
  void eachNumberOfABatchIsRefusedByItself() {
    List<PhoneNumberError> errors = give(EAST, true, UNKNOWN, FOR_USERS, FIRST, "none");
    assertEquals(
        List.of(UNKNOWN, FOR_USERS, "none"),
        errors.stream().map(PhoneNumberError::phoneNumberId).toList());
    assertEquals(
        List.of(ErrorCode.NOT_FOUND, ErrorCode.BAD_REQUEST, ErrorCode.BAD_REQUEST),
        errors.stream().map(PhoneNumberError::errorCode).toList());
    assertTrue(
        requireNonNull(errors.get(1).errorMessage())
            .contains("can hold only VoiceConnector numbers"));
    assertAssociated(FIRST, PhoneNumberAssociationName.VOICE_CONNECTOR_ID, EAST);
  }

  @Test
  void takenNumbersAreUnassigned() {
    give(EAST, false, FIRST);
    assertEquals(List.of(), take(EAST, FIRST));
    var number = number(FIRST);
    assertEquals(PhoneNumberStatus.UNASSIGNED, number.status());
    assertEquals(List.of(), number.associations());
  }

  @Test
  void trunkGivesBackOnlyWhatItHas() {
    give(EAST, false, FIRST);
    List<PhoneNumberError> errors = take(ALL, FIRST, SECOND);
    assertTrue(
        requireNonNull(errors.getFirst().errorMessage())
            .matches(
                ".* but to Voice Connector East \\(east\\) since .*; to free it, unassign it"));
    assertTrue(requireNonNull(errors.getLast().errorMessage()).contains("it has no holder"));
    assertAssociated(FIRST, PhoneNumberAssociationName.VOICE_CONNECTOR_ID, EAST);
    assertNull(number(SECOND).deletionTimestamp());
  }

  private List<PhoneNumberError> give(Holder trunk, boolean force, String... e164s) {
    return bells.write(context ->
        server
            .feature(NumbersFeature.class)
            .trunkNumbers()
            .assign(context, trunk, List.of(e164s), force));
  }

  private List<PhoneNumberError> take(Holder trunk, String... e164s) {
    return bells.write(context ->
        server
            .feature(NumbersFeature.class)
            .trunkNumbers()
            .unassign(context, trunk, List.of(e164s)));
  }

  private int held(Holder trunk) {
    return held(trunk, 9);
  }

  private int held(Holder trunk, int most) {
    return bells.write(context ->
        server
            .feature(NumbersFeature.class)
            .holders()
            .numbersHeld(context, trunk.holderId(), most));
  }

  private static PhoneNumberError only(List<PhoneNumberError> errors) {
    assertEquals(1, errors.size(), errors::toString);
    return errors.getFirst();
  }

  private org.carillon.api.model.PhoneNumber number(String e164) {
    return requireNonNull(
        bells.call(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(e164)).phoneNumber());
  }

  private PhoneNumberAssociation association(String e164) {
    return requireNonNull(number(e164).associations()).getFirst();
  }

  private void assertAssociated(String e164, PhoneNumberAssociationName name, Holder trunk) {
    PhoneNumberAssociation association = association(e164);
    assertEquals(name, association.name());
    assertEquals(trunk.holderId(), association.value());
  }
}

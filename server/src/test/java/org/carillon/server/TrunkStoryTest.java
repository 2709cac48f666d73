package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorGroupInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.BatchDeletePhoneNumberInput;
import org.carillon.api.model.BatchUpdatePhoneNumberInput;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.CreateSipRuleInput;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.DeleteSipRuleInput;
import org.carillon.api.model.DeleteVoiceConnectorGroupInput;
import org.carillon.api.model.DeleteVoiceConnectorInput;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorGroupInput;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.SipRule;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.api.model.UpdatePhoneNumberRequestItem;
import org.carillon.api.model.UpdateSipRuleInput;
import org.carillon.api.model.UpdateVoiceConnectorGroupInput;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.carillon.server.trunks.connectors.SipDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten numbers and the trunks that hold them, from the order to the deletion queue. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TrunkStoryTest {

  private static final List<String> TEN =
      IntStream.range(0, 10).mapToObj(i -> "+1206555020" + i).toList();

  private final Engine engine;
  @TempDir private Path folder;
  private TestServer server;
  private Tenant acme;

  TrunkStoryTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    server = new TestServer(engine, folder);
    acme = server.organization();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tenNumbersAreGivenMovedSwitchedTakenBackAndDeleted() {
    acme.call(
        Operations.CREATE_PHONE_NUMBER_ORDER,
        new CreatePhoneNumberOrderInput(PhoneNumberProductType.VOICE_CONNECTOR, TEN, "Trunk"));
    server.sweep();
    String east = connector("East");
    String west = connector("West");
    String group = group(east, west);

    // Three to a connector; without force they stay there, and the refusal says since when.
    List<String> three = TEN.subList(0, 3);
    assertEquals(List.of(), give(east, three, false));
    assertEquals(three, heldBy(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, east));
    Instant since = association(TEN.get(0)).associatedTimestamp();
    server.pass(Duration.ofDays(30));
    List<PhoneNumberError> errors = give(west, TEN.subList(2, 5), false);
    assertEquals(
        List.of(TEN.get(2)), errors.stream().map(PhoneNumberError::phoneNumberId).toList());
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, errors.getFirst().errorCode());
    assertTrue(
        errors
            .getFirst()
            .errorMessage()
            .contains("Voice Connector East (" + east + ") since " + since),
        errors.getFirst().errorMessage());
    assertEquals(TEN.subList(3, 5), heldBy(PhoneNumberAssociationName.VOICE_CONNECTOR_ID, west));

    // With force the group takes one from each.
    assertEquals(List.of(), giveGroup(group, List.of(TEN.get(0), TEN.get(3)), true));
    assertEquals(
        List.of(TEN.get(0), TEN.get(3)),
        heldBy(PhoneNumberAssociationName.VOICE_CONNECTOR_GROUP_ID, group));

    // An assigned number keeps its product type and stays.
    assertEquals(
        List.of(TEN.get(1)),
        switched(PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN, TEN.get(1), TEN.get(9)));
    assertEquals(
        ErrorCode.BAD_REQUEST, give(east, List.of(TEN.get(9)), true).getFirst().errorCode());
    assertThrows(
        BadRequestException.class,
        () -> acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(TEN.get(1))));

    // What holds something is not deleted, and says what.
    assertConflict(
        ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, "2 phone numbers", () -> delete(east));
    take(east, TEN.subList(1, 3));
    assertConflict(
        ErrorCode.VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST,
        "1 Voice Connector group",
        () -> delete(east));
    assertConflict(
        ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, "2 phone numbers", () -> deleteGroup(group));
    takeGroup(group, List.of(TEN.get(0), TEN.get(3)));
    assertConflict(
        ErrorCode.VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST, "2", () -> deleteGroup(group));
    acme.call(
        Operations.UPDATE_VOICE_CONNECTOR_GROUP,
        new UpdateVoiceConnectorGroupInput(group, "All", List.of()));
    deleteGroup(group);
    delete(east);
    assertThrows(NotFoundException.class, () -> give(east, three, true));

    // Back in the inventory, and into the queue; the one at West is named and stays.
    assertEquals(PhoneNumberStatus.UNASSIGNED, acme.status(TEN.get(0)));
    List<PhoneNumberError> kept =
        acme.call(Operations.BATCH_DELETE_PHONE_NUMBER, new BatchDeletePhoneNumberInput(TEN))
            .phoneNumberErrors();
    assertEquals(List.of(TEN.get(4)), kept.stream().map(PhoneNumberError::phoneNumberId).toList());
    assertEquals(PhoneNumberStatus.DELETE_IN_PROGRESS, acme.status(TEN.get(0)));
    assertEquals(PhoneNumberStatus.ASSIGNED, acme.status(TEN.get(4)));
  }

  @Test
  void connectorWhoseHostNameIsTheTriggerOfARuleIsNotDeleted() {
    String east = connector("East");
    SipRule rule = rule(east);
    ConflictException refused = assertThrows(ConflictException.class, () -> delete(east));
    assertEquals(ErrorCode.CONFLICT, refused.code());
    assertEquals(
        ("Voice Connector %1$s cannot be deleted while its host name %1$s.%2$s is the"
                + " trigger of SIP rule Host (%3$s) since %4$s; disable and delete that rule first")
            .formatted(east, SipDomain.DEFAULT.name(), rule.sipRuleId(), rule.createdTimestamp()),
        refused.getMessage());
    acme.call(
        Operations.UPDATE_SIP_RULE,
        UpdateSipRuleInput.builder()
            .sipRuleId(rule.sipRuleId())
            .name("Host")
            .disabled(true)
            .build());
    assertThrows(ConflictException.class, () -> delete(east));
    acme.call(Operations.DELETE_SIP_RULE, new DeleteSipRuleInput(rule.sipRuleId()));
    delete(east);
  }

  @Test
  void ofARuleAndADeletionAtOnceOneIsRefused() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        String connector = connector("Round");
        List<Callable<Object>> both =
            List.of(
                () -> rule(connector),
                () -> {
                  delete(connector);
                  return connector;
                });
        int refused = 0;
        for (Future<Object> each : threads.invokeAll(both)) {
          try {
            each.get();
          } catch (ExecutionException refusal) {
            assertTrue(
                refusal.getCause() instanceof BadRequestException
                    || refusal.getCause() instanceof ConflictException,
                refusal::toString);
            refused++;
          }
        }
        assertEquals(1, refused);
      }
    }
  }

  private SipRule rule(String connector) {
    return acme.call(
            Operations.CREATE_SIP_RULE,
            CreateSipRuleInput.builder()
                .name("Host")
                .triggerType(SipRuleTriggerType.REQUEST_URI_HOSTNAME)
                .triggerValue(SipDomain.DEFAULT.hostName(connector))
                .build())
        .sipRule();
  }

  private String connector(String name) {
    return acme.call(
            Operations.CREATE_VOICE_CONNECTOR,
            CreateVoiceConnectorInput.builder().name(name).requireEncryption(true).build())
        .voiceConnector()
        .voiceConnectorId();
  }

  private String group(String first, String second) {
    return acme.call(
            Operations.CREATE_VOICE_CONNECTOR_GROUP,
            new CreateVoiceConnectorGroupInput(
                "All",
                List.of(new VoiceConnectorItem(first, 1), new VoiceConnectorItem(second, 2))))
        .voiceConnectorGroup()
        .voiceConnectorGroupId();
  }

  private List<PhoneNumberError> give(String connector, List<String> numbers, boolean force) {
    return acme.call(
            Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
            new AssociatePhoneNumbersWithVoiceConnectorInput(connector, numbers, force))
        .phoneNumberErrors();
  }

  private List<PhoneNumberError> giveGroup(String group, List<String> numbers, boolean force) {
    return acme.call(
            Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP,
            new AssociatePhoneNumbersWithVoiceConnectorGroupInput(group, numbers, force))
        .phoneNumberErrors();
  }

  private void take(String connector, List<String> numbers) {
    assertEquals(
        List.of(),
        acme.call(
                Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR,
                new DisassociatePhoneNumbersFromVoiceConnectorInput(connector, numbers))
            .phoneNumberErrors());
  }

  private void takeGroup(String group, List<String> numbers) {
    assertEquals(
        List.of(),
        acme.call(
                Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR_GROUP,
                new DisassociatePhoneNumbersFromVoiceConnectorGroupInput(group, numbers))
            .phoneNumberErrors());
  }

  private void delete(String connector) {
    acme.call(Operations.DELETE_VOICE_CONNECTOR, new DeleteVoiceConnectorInput(connector));
  }

  private void deleteGroup(String group) {
    acme.call(Operations.DELETE_VOICE_CONNECTOR_GROUP, new DeleteVoiceConnectorGroupInput(group));
  }

  /** Asks for another product and answers which numbers were refused. */
  private List<String> switched(PhoneNumberProductType product, String... numbers) {
    return acme
        .call(
            Operations.BATCH_UPDATE_PHONE_NUMBER,
            new BatchUpdatePhoneNumberInput(
                Stream.of(numbers)
                    .map(number -> new UpdatePhoneNumberRequestItem(number, product, null, null))
                    .toList()))
        .phoneNumberErrors()
        .stream()
        .map(PhoneNumberError::phoneNumberId)
        .toList();
  }

  private List<String> heldBy(PhoneNumberAssociationName kind, String holder) {
    return acme
        .call(
            Operations.LIST_PHONE_NUMBERS,
            ListPhoneNumbersInput.builder()
                .filterName(kind)
                .filterValue(holder)
                .status(PhoneNumberStatus.ASSIGNED)
                .productType(PhoneNumberProductType.VOICE_CONNECTOR)
                .build())
        .phoneNumbers()
        .stream()
        .map(PhoneNumber::e164PhoneNumber)
        .toList();
  }

  private PhoneNumberAssociation association(String e164) {
    return acme.number(e164).associations().getFirst();
  }

  private static void assertConflict(ErrorCode code, String words, Runnable change) {
    ConflictException conflict = assertThrows(ConflictException.class, change::run);
    assertEquals(code, conflict.code());
    assertTrue(conflict.getMessage().contains(words), conflict.getMessage());
  }
}

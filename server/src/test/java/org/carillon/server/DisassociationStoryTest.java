package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.AssignmentRole;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorGroupInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.CreateSipMediaApplicationInput;
import org.carillon.api.model.CreateSipRuleInput;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.DeleteHuntGroupInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.DisassociatePhoneNumberInput;
import org.carillon.api.model.DisassociatePhoneNumberOutput;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.GetSipRuleInput;
import org.carillon.api.model.GetUserTelephonyInput;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.ListPhoneNumberAssignmentsInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAssignment;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.SipMediaApplicationEndpoint;
import org.carillon.api.model.SipRuleTargetApplication;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdateSipRuleInput;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.model.UserSettings;
import org.carillon.api.model.UserTelephony;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A number is taken from its holder by a caller who does not know which kind of holder it is. */
@ParameterizedClass
@EnumSource(Engine.class)
final class DisassociationStoryTest {

  private static final String NUMBER = "+12065550100";
  private static final String SECOND = "+12065550101";
  private static final String THIRD = "+12065550102";

  private final TestServer server;
  private final Tenant bells;
  private String account = "";
  private String jane = "";

  DisassociationStoryTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
  }

  @BeforeEach
  void found() {
    account = bells.account();
    jane = bells.user(account, "jane@example.com");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void order(PhoneNumberProductType product, String... numbers) {
    bells.call(
        Operations.CREATE_PHONE_NUMBER_ORDER,
        CreatePhoneNumberOrderInput.builder()
            .productType(product)
            .e164PhoneNumbers(List.of(numbers))
            .build());
    server.sweep();
    pass();
  }

  private void pass() {
    server.pass(Duration.ofSeconds(1));
  }

  private DisassociatePhoneNumberOutput free(String number, boolean deletes) {
    pass();
    return bells.call(
        Operations.DISASSOCIATE_PHONE_NUMBER, new DisassociatePhoneNumberInput(number, deletes));
  }

  private String refusal(String number, boolean deletes) {
    return String.valueOf(
        assertThrows(ConflictException.class, () -> free(number, deletes)).getMessage());
  }

  /** Compares an answer with the newest entry of the ledger that is not of a line's member. */
  private void assertFreed(
      HolderType type, AssignmentRole role, String id, DisassociatePhoneNumberOutput answer) {
    PhoneNumberAssignment told = answer.assignment();
    assertEquals(type, told.holder().type());
    assertEquals(id, told.holder().holderId());
    assertEquals(role, told.role());
    PhoneNumberAssignment ended =
        bells
            .call(
                Operations.LIST_PHONE_NUMBER_ASSIGNMENTS,
                ListPhoneNumberAssignmentsInput.builder()
                    .phoneNumberId(told.e164PhoneNumber())
                    .build())
            .assignments()
            .stream()
            .filter(each -> each.role() == role)
            .findFirst()
            .orElseThrow();
    assertEquals("DisassociatePhoneNumber", ended.endedBy().operation(), ended.toString());
    assertEquals(told.endedTimestamp(), ended.endedTimestamp());
    assertEquals(told.assignedTimestamp(), ended.assignedTimestamp());
    assertEquals(PhoneNumberStatus.UNASSIGNED, bells.status(told.e164PhoneNumber()));
  }

  private UserTelephony telephony() {
    return bells
        .call(Operations.GET_USER_TELEPHONY, new GetUserTelephonyInput(account, jane))
        .userTelephony();
  }

  @Test
  void userLosesTheNumberAsByTheOperationsForUsers() {
    order(PhoneNumberProductType.BUSINESS_CALLING, NUMBER, SECOND, THIRD);
    for (String each : List.of(NUMBER, SECOND, THIRD)) {
      bells.assign(account, jane, each);
      pass();
    }
    TelephonySettings calling = new TelephonySettings(true, true, true);
    bells.call(
        Operations.UPDATE_USER_SETTINGS,
        new UpdateUserSettingsInput(account, jane, new UserSettings(calling)));

    DisassociatePhoneNumberOutput primary = free(NUMBER, false);
    assertFreed(HolderType.USER, AssignmentRole.PRIMARY, jane, primary);
    assertEquals(List.of(jane), primary.signInRequiredUserIds());
    assertEquals(SECOND, telephony().primaryProvisionedNumber());
    assertEquals(calling, telephony().telephony());
    assertEquals(primary.assignment().endedTimestamp(), telephony().signInRequiredTimestamp());

    DisassociatePhoneNumberOutput additional = free(THIRD, true);
    assertFreed(HolderType.USER, AssignmentRole.ADDITIONAL, jane, additional);
    assertEquals(SECOND, telephony().primaryProvisionedNumber());
    free(SECOND, false);
    assertNull(telephony().primaryProvisionedNumber());
  }

  @Test
  void trunksLoseTheirNumbers() {
    order(PhoneNumberProductType.VOICE_CONNECTOR, NUMBER, SECOND);
    String connector =
        bells
            .call(
                Operations.CREATE_VOICE_CONNECTOR,
                CreateVoiceConnectorInput.builder().name("Lobby").requireEncryption(false).build())
            .voiceConnector()
            .voiceConnectorId();
    String group =
        bells
            .call(
                Operations.CREATE_VOICE_CONNECTOR_GROUP,
                CreateVoiceConnectorGroupInput.builder().name("Lobbies").build())
            .voiceConnectorGroup()
            .voiceConnectorGroupId();
    bells.call(
        Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
        AssociatePhoneNumbersWithVoiceConnectorInput.builder()
            .voiceConnectorId(connector)
            .e164PhoneNumbers(List.of(NUMBER))
            .build());
    bells.call(
        Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP,
        AssociatePhoneNumbersWithVoiceConnectorGroupInput.builder()
            .voiceConnectorGroupId(group)
            .e164PhoneNumbers(List.of(SECOND))
            .build());
    DisassociatePhoneNumberOutput freed = free(NUMBER, false);
    assertFreed(HolderType.CONNECTOR, AssignmentRole.TRUNK, connector, freed);
    assertEquals(List.of(), freed.signInRequiredUserIds());
    assertFreed(HolderType.GROUP, AssignmentRole.TRUNK, group, free(SECOND, false));
  }

  @Test
  void sipRuleIsDeletedOnRequestAndOnlyWhenDisabled() {
    order(PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN, NUMBER);
    String rule = rule();
    assertTrue(
        refusal(NUMBER, false)
            .matches(
                "\\+12065550100 is assigned to SIP rule Bells \\("
                    + rule
                    + "\\) since .*, which"
                    + " cannot be without it; disable and delete that rule, or set"
                    + " DeleteLineOrSipRule"),
        () -> refusal(NUMBER, false));
    assertTrue(refusal(NUMBER, true).contains("disable it with UpdateSipRule"));
    assertEquals(PhoneNumberStatus.ASSIGNED, bells.status(NUMBER));
    bells.call(
        Operations.UPDATE_SIP_RULE,
        UpdateSipRuleInput.builder().sipRuleId(rule).name("Bells").disabled(true).build());
    assertFreed(HolderType.SIP_RULE, AssignmentRole.RULE, rule, free(NUMBER, true));
    assertThrows(
        NotFoundException.class,
        () -> bells.call(Operations.GET_SIP_RULE, new GetSipRuleInput(rule)));
  }

  private String rule() {
    String application =
        bells
            .call(
                Operations.CREATE_SIP_MEDIA_APPLICATION,
                CreateSipMediaApplicationInput.builder()
                    .awsRegion("us-east-1")
                    .name("Bells")
                    .endpoints(
                        List.of(
                            new SipMediaApplicationEndpoint(
                                "arn:aws:lambda:us-east-1:123456789012:function:answer")))
                    .build())
            .sipMediaApplication()
            .sipMediaApplicationId();
    return bells
        .call(
            Operations.CREATE_SIP_RULE,
            CreateSipRuleInput.builder()
                .name("Bells")
                .triggerType(SipRuleTriggerType.TO_PHONE_NUMBER)
                .triggerValue(NUMBER)
                .targetApplications(
                    List.of(new SipRuleTargetApplication(application, 1, "us-east-1")))
                .build())
        .sipRule()
        .sipRuleId();
  }

  @Test
  void lineIsDissolvedOnRequestAndOnlyWhenNoEntryLeadsToIt() {
    order(PhoneNumberProductType.BUSINESS_CALLING, NUMBER);
    String joe = bells.user(account, "joe@example.com");
    String line =
        bells.line(
            CreateLineInput.builder()
                .e164PhoneNumber(NUMBER)
                .name("Front desk")
                .assignedUserIds(List.of(jane))
                .outboundOnlyUserIds(List.of(joe))
                .build());
    assertTrue(
        refusal(NUMBER, false).contains("line Front desk (" + line + ") since "),
        () -> refusal(NUMBER, false));
    String sales =
        bells
            .call(
                Operations.CREATE_HUNT_GROUP,
                CreateHuntGroupInput.builder()
                    .name("Sales")
                    .strategy(HuntGroupStrategy.SEQUENTIAL)
                    .memberUserIds(List.of(jane))
                    .noAnswer(new CallTarget(CallTargetType.PHONE_NUMBER, NUMBER))
                    .build())
            .huntGroup()
            .huntGroupId();
    assertTrue(refusal(NUMBER, true).contains("hunt group Sales"), () -> refusal(NUMBER, true));
    bells.call(Operations.DELETE_HUNT_GROUP, new DeleteHuntGroupInput(sales, null));
    DisassociatePhoneNumberOutput freed = free(NUMBER, true);
    assertFreed(HolderType.LINE, AssignmentRole.LINE, line, freed);
    assertEquals(Stream.of(jane, joe).sorted().toList(), freed.signInRequiredUserIds());
    assertThrows(
        NotFoundException.class, () -> bells.call(Operations.GET_LINE, new GetLineInput(line)));
  }

  @Test
  void numberWithoutAHolderIsAConflictThatSaysSinceWhen() {
    order(PhoneNumberProductType.BUSINESS_CALLING, NUMBER);
    String since = String.valueOf(server.now().minusSeconds(1)).substring(0, 19);
    assertTrue(
        refusal(NUMBER, false).startsWith(NUMBER + " has been Unassigned since " + since),
        () -> refusal(NUMBER, false));
    bells.assign(account, jane, NUMBER);
    String ended = free(NUMBER, false).assignment().endedTimestamp().toString().substring(0, 19);
    server.pass(Duration.ofHours(1));
    assertTrue(
        refusal(NUMBER, false).startsWith(NUMBER + " has been Unassigned since " + ended),
        () -> refusal(NUMBER, false));
    bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(NUMBER));
    assertTrue(
        refusal(NUMBER, false).contains("has been in the deletion queue since "),
        () -> refusal(NUMBER, false));
    assertThrows(NotFoundException.class, () -> free("+12065550199", false));
  }
}

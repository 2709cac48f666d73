package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.trunks.rules.TestSip.hostRule;
import static org.carillon.server.trunks.rules.TestSip.id;
import static org.carillon.server.trunks.rules.TestSip.rule;
import static org.carillon.server.trunks.rules.TestSip.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateSipRuleInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.DeleteSipRuleInput;
import org.carillon.api.model.GetSipRuleInput;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.ListSipRulesInput;
import org.carillon.api.model.ListSipRulesOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.SipMediaApplication;
import org.carillon.api.model.SipRule;
import org.carillon.api.model.SipRuleTargetApplication;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.api.model.UpdateSipRuleInput;
import org.carillon.platform.db.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** SIP rules, the numbers that they hold and where they send calls, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SipRulesTest {

  private static final String FIRST = "+12065550100";
  private static final String SECOND = "+12065550101";

  private final TestSip sip;
  private final SipMediaApplication east;
  private final SipMediaApplication west;

  SipRulesTest(Engine engine, @TempDir Path folder) {
    sip = new TestSip(engine, folder, TestSip.limits(3, 10));
    east = sip.application("East", "us-east-1");
    west = sip.application("West", "us-west-2");
    stock(FIRST, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    stock(SECOND, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    sip.server().pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    sip.close();
  }

  private void stock(String e164, PhoneNumberProductType product) {
    sip.organization().stock(e164, product);
  }

  private SipRule get(SipRule rule) {
    return requireNonNull(
        sip.run(Operations.GET_SIP_RULE, new GetSipRuleInput(id(rule))).sipRule());
  }

  private SipRule update(UpdateSipRuleInput.Builder change) {
    return requireNonNull(sip.run(Operations.UPDATE_SIP_RULE, change.build()).sipRule());
  }

  private String refused(CreateSipRuleInput.Builder rule) {
    return sip.refused(BadRequestException.class, Operations.CREATE_SIP_RULE, rule.build());
  }

  private String conflict(CreateSipRuleInput.Builder rule) {
    return sip.refused(ConflictException.class, Operations.CREATE_SIP_RULE, rule.build());
  }

  @Test
  void newRuleHoldsItsNumberAndListsTargetsByPriority() {
    SipRule made = sip.create(rule("Bells", "%2B" + FIRST.substring(1), to(west, 2), to(east, 1)));
    assertEquals(
        SipRule.builder()
            .sipRuleId(id(made))
            .name("Bells")
            .disabled(false)
            .triggerType(SipRuleTriggerType.TO_PHONE_NUMBER)
            .triggerValue(FIRST)
            .targetApplications(List.of(to(east, 1), to(west, 2)))
            .createdTimestamp(made.createdTimestamp())
            .updatedTimestamp(made.createdTimestamp())
            .build(),
        made);
    assertEquals(made, get(made));
    PhoneNumber number = sip.number(FIRST);
    assertEquals(PhoneNumberStatus.ASSIGNED, number.status());
    assertEquals(
        List.of(
            new PhoneNumberAssociation(
                id(made), PhoneNumberAssociationName.SIP_RULE_ID, made.createdTimestamp())),
        number.associations());
    assertEquals(List.of(FIRST), held(made));
  }

  private List<@Nullable String> held(SipRule rule) {
    return requireNonNull(
            sip.run(
                    Operations.LIST_PHONE_NUMBERS,
                    ListPhoneNumbersInput.builder()
                        .filterName(PhoneNumberAssociationName.SIP_RULE_ID)
                        .filterValue(id(rule))
                        .build())
                .phoneNumbers())
        .stream()
        .<@Nullable String>map(PhoneNumber::e164PhoneNumber)
        .toList();
  }

  @Test
  void numberIsFreedByDeletingTheDisabledRuleOnly() {
    SipRule made = sip.create(rule("Bells", FIRST, to(east, 1)));
    String held =
        "%s is assigned to SIP rule Bells (%s) since %s; disable and delete that rule first"
            .formatted(FIRST, id(made), made.createdTimestamp());
    assertEquals(
        held,
        sip.refused(
            BadRequestException.class,
            Operations.DELETE_PHONE_NUMBER,
            new DeletePhoneNumberInput(FIRST)));
    assertEquals(
        held,
        sip.refused(
            BadRequestException.class,
            Operations.UPDATE_PHONE_NUMBER,
            UpdatePhoneNumberInput.builder()
                .phoneNumberId(FIRST)
                .productType(PhoneNumberProductType.VOICE_CONNECTOR)
                .build()));
    assertEquals(
        "SIP rule Bells ("
            + id(made)
            + ") is enabled; disable it with UpdateSipRule, then delete it",
        sip.refused(
            ConflictException.class, Operations.DELETE_SIP_RULE, new DeleteSipRuleInput(id(made))));
    sip.disable(made);
    assertEquals(PhoneNumberStatus.ASSIGNED, sip.number(FIRST).status());
    sip.delete(made);
    assertEquals(PhoneNumberStatus.UNASSIGNED, sip.number(FIRST).status());
    assertEquals(
        "there is no SIP rule " + id(made) + " in this organization",
        sip.refused(
            NotFoundException.class, Operations.GET_SIP_RULE, new GetSipRuleInput(id(made))));
    assertEquals(List.of(), list(null, null, 100).sipRules());
    sip.create(rule("Bells", FIRST, to(east, 1)));
  }

  @Test
  void triggerOfAnotherRuleIsAConflictSayingWhich() {
    SipRule made = sip.create(rule("Bells", FIRST));
    assertEquals(
        FIRST
            + " is the trigger of SIP rule Bells ("
            + id(made)
            + ") since "
            + made.createdTimestamp()
            + "; delete that rule first, or choose another trigger",
        conflict(rule("Chimes", FIRST)));
    String host = sip.host();
    SipRule lobby = sip.create(hostRule("Host", host));
    assertEquals(
        host
            + " is the trigger of SIP rule Host ("
            + id(lobby)
            + ") since "
            + lobby.createdTimestamp()
            + "; delete that rule first, or choose another trigger",
        conflict(hostRule("Host", host.toUpperCase(Locale.ROOT))));
    sip.disable(lobby);
    sip.delete(lobby);
    sip.create(hostRule("Host", host));
  }

  @Test
  void triggerIsAnUnassignedDialInNumberOrAHostNameOfTheOrganization() {
    stock("+12065550102", PhoneNumberProductType.VOICE_CONNECTOR);
    assertEquals(
        "+12065550102 is a VoiceConnector number, and SIP rules can hold only"
            + " SipMediaApplicationDialIn numbers; change its product type first",
        refused(rule("Bells", "+12065550102")));
    sip.server()
        .organization()
        .stock("+12065550103", PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    for (String e164 : List.of("+12065550103", "+12065550109")) {
      assertEquals(
          "there is no phone number " + e164 + " in this organization; order it first",
          refused(rule("Bells", e164)));
    }
    assertEquals(
        "TriggerValue bells is not a phone number; write a number in E.164, such as +12065550100",
        refused(rule("Bells", "bells")));
    sip.run(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(FIRST));
    assertTrue(refused(rule("Bells", FIRST)).contains("deletion queue"));
    assertTrue(
        refused(hostRule("Host", "x.example")).startsWith("x.example is not the outbound host"));
    assertEquals(List.of(), list(null, null, 100).sipRules());
  }

  @Test
  void targetsAreDistinctApplicationsOfTheOrganizationOneARegion() {
    String id = id(east);
    SipMediaApplication other = sip.application("Other", "us-east-1");
    assertEquals(
        "there is no SIP media application nowhere in this organization",
        refused(rule("R", FIRST, new SipRuleTargetApplication("nowhere", 1, null))));
    assertEquals(
        "SIP media application " + id + " runs in us-east-1, not in us-west-2",
        refused(rule("R", FIRST, new SipRuleTargetApplication(id, 1, "us-west-2"))));
    assertEquals(
        "TargetApplications lists SIP media application " + id + " twice; list each once",
        refused(rule("R", FIRST, to(east, 1), to(east, 2))));
    assertEquals(
        "SIP media applications "
            + id
            + " and "
            + id(other)
            + " both run in us-east-1; a rule has one application in each region",
        refused(rule("R", FIRST, to(east, 1), to(other, 2))));
    assertEquals(
        "TargetApplications has the Priority 1 twice; give each application its own",
        refused(rule("R", FIRST, to(east, 1), to(west, 1))));
    assertEquals(PhoneNumberStatus.UNASSIGNED, sip.number(FIRST).status());
    assertEquals(
        List.of(to(east, 7)),
        sip.create(rule("R", FIRST, new SipRuleTargetApplication(id, 7, null)))
            .targetApplications());
    assertEquals(List.of(), sip.create(rule("R", SECOND)).targetApplications());
    assertEquals(
        1, rule("R", FIRST, new SipRuleTargetApplication(id, 0, null)).build().validate().size());
  }

  @Test
  void updateChangesWhatItNamesAndTheLedgerFollowsTheName() {
    SipRule made = sip.create(rule("Bells", FIRST, to(east, 1)).disabled(true));
    sip.server().pass(Duration.ofHours(1));
    UpdateSipRuleInput.Builder of = UpdateSipRuleInput.builder().sipRuleId(id(made));
    SipRule renamed = update(of.name("Chimes"));
    assertEquals("Chimes", renamed.name());
    assertEquals(true, renamed.disabled());
    assertEquals(List.of(to(east, 1)), renamed.targetApplications());
    SipRule moved =
        update(of.disabled(false).targetApplications(List.of(to(east, 2), to(west, 1))));
    assertEquals(false, moved.disabled());
    assertEquals(List.of(to(west, 1), to(east, 2)), moved.targetApplications());
    assertEquals(moved, get(made));
    assertEquals(List.of(id(made)), ids(list(id(west), null, 100)));
    assertTrue(
        sip.refused(
                BadRequestException.class,
                Operations.DELETE_PHONE_NUMBER,
                new DeletePhoneNumberInput(FIRST))
            .contains("SIP rule Chimes"));
    sip.refused(
        BadRequestException.class,
        Operations.UPDATE_SIP_RULE,
        of.targetApplications(List.of(to(east, 1), to(west, 1))).build());
    sip.refused(
        NotFoundException.class, Operations.UPDATE_SIP_RULE, of.sipRuleId("nowhere").build());
    assertEquals(moved, get(made));
  }

  @Test
  void listIsInOrderOfCreationAndKeepsTheRulesOfAnApplication() {
    sip.server().pass(Duration.ofSeconds(1));
    SipRule first = sip.create(rule("A", FIRST, to(east, 1), to(west, 2)));
    sip.server().pass(Duration.ofSeconds(1));
    SipRule second = sip.create(rule("A", SECOND, to(west, 1)));
    sip.server().pass(Duration.ofSeconds(1));
    SipRule third = sip.create(hostRule("A", sip.host(), to(east, 1), to(west, 2)));
    assertEquals(List.of(first, second, third), list(null, null, 100).sipRules());
    assertEquals(List.of(first, third), list(id(east), null, 100).sipRules());
    assertEquals(List.of(), list("nowhere", null, 100).sipRules());
    for (@Nullable String application : new @Nullable String[] {null, id(west)}) {
      ListSipRulesOutput page = list(application, null, 2);
      assertEquals(List.of(first, second), page.sipRules());
      page = list(application, page.nextToken(), 2);
      assertEquals(List.of(third), page.sipRules());
      assertNull(page.nextToken());
    }
    sip.disable(second);
    sip.delete(second);
    assertEquals(List.of(id(first), id(third)), ids(list(id(west), null, 100)));
  }

  private ListSipRulesOutput list(@Nullable String application, @Nullable String token, int size) {
    return sip.run(
        Operations.LIST_SIP_RULES,
        ListSipRulesInput.builder()
            .sipMediaApplicationId(application)
            .nextToken(token)
            .maxResults(size)
            .build());
  }

  private static List<String> ids(ListSipRulesOutput page) {
    return requireNonNull(page.sipRules()).stream().map(TestSip::id).toList();
  }

  @Test
  void quotaCountsWhatIsNotDeleted() {
    SipRule first = sip.create(rule("A", FIRST));
    sip.create(rule("A", SECOND));
    sip.create(hostRule("A", sip.host()));
    stock("+12065550102", PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    CreateSipRuleInput.Builder fourth = rule("A", "+12065550102");
    assertTrue(
        sip.refused(
                ResourceLimitExceededException.class, Operations.CREATE_SIP_RULE, fourth.build())
            .startsWith("the organization would have 4 SIP rules, and the limit is 3"));
    sip.disable(first);
    sip.delete(first);
    sip.create(fourth);
  }

  @Test
  void ofRulesCreatedAtOnceForOneNumberOneWinsAndTheOthersAreToldWhich() throws Exception {
    List<Callable<String>> attempts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CreateSipRuleInput.Builder wanted = rule("R" + i, FIRST, to(east, 1));
      attempts.add(() -> {
        try {
          return "made " + id(sip.create(wanted));
        } catch (ConflictException told) {
          return String.valueOf(told.getMessage());
        }
      });
    }
    List<String> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
      for (Future<String> each : threads.invokeAll(attempts)) {
        outcomes.add(each.get());
      }
    }
    SipRule winner = requireNonNull(list(null, null, 100).sipRules()).getFirst();
    assertEquals(1, requireNonNull(list(null, null, 100).sipRules()).size());
    assertEquals(1, outcomes.stream().filter(("made " + id(winner))::equals).count());
    assertEquals(
        attempts.size() - 1,
        outcomes.stream()
            .filter(each ->
                each.startsWith(
                    FIRST + " is the trigger of SIP rule " + winner.name() + " (" + id(winner)))
            .count(),
        outcomes.toString());
    assertEquals(List.of(FIRST), held(winner));
  }
}

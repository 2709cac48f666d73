package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociationName;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberProductType;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberStatus;
import software.amazon.awssdk.services.chimesdkvoice.model.SipMediaApplication;
import software.amazon.awssdk.services.chimesdkvoice.model.SipMediaApplicationEndpoint;
import software.amazon.awssdk.services.chimesdkvoice.model.SipRule;
import software.amazon.awssdk.services.chimesdkvoice.model.SipRuleTargetApplication;
import software.amazon.awssdk.services.chimesdkvoice.model.SipRuleTriggerType;
import software.amazon.awssdk.services.chimesdkvoice.model.VoiceConnector;

/** SIP rules and SIP media applications as a program on AWS's SDK for chime-sdk-voice sees them. */
final class SipRulesTest {

  private final ChimeSdkVoiceClient voice = RunningServer.voice();
  private final TrunkNumbers numbers = new TrunkNumbers(voice);

  private SipMediaApplication application(String name) {
    return voice
        .createSipMediaApplication(
            r -> r.name(name).awsRegion("us-east-1").endpoints(function("answer")))
        .sipMediaApplication();
  }

  private static SipMediaApplicationEndpoint function(String name) {
    return SipMediaApplicationEndpoint.builder()
        .lambdaArn("arn:aws:lambda:us-east-1:123456789012:function:" + name)
        .build();
  }

  private static SipRuleTargetApplication target(SipMediaApplication application) {
    return SipRuleTargetApplication.builder()
        .sipMediaApplicationId(application.sipMediaApplicationId())
        .priority(1)
        .awsRegion(application.awsRegion())
        .build();
  }

  private SipRule rule(SipRuleTriggerType type, String value, SipMediaApplication application) {
    return voice
        .createSipRule(r ->
            r.name("Dial in")
                .triggerType(type)
                .triggerValue(value)
                .targetApplications(target(application)))
        .sipRule();
  }

  private void delete(SipRule rule) {
    voice.updateSipRule(r -> r.sipRuleId(rule.sipRuleId()).name("Off").disabled(true));
    voice.deleteSipRule(r -> r.sipRuleId(rule.sipRuleId()));
  }

  private void delete(SipMediaApplication application) {
    voice.deleteSipMediaApplication(
        r -> r.sipMediaApplicationId(application.sipMediaApplicationId()));
  }

  private List<SipRule> rulesOf(SipMediaApplication application) {
    return voice
        .listSipRulesPaginator(
            r -> r.sipMediaApplicationId(application.sipMediaApplicationId()).maxResults(1))
        .stream()
        .flatMap(page -> page.sipRules().stream())
        .toList();
  }

  @Test
  void ruleHoldsItsNumberUntilItIsDeleted() {
    String number =
        numbers.ordered("253", 1, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN).getFirst();
    SipMediaApplication application = application("Answer");
    SipRule rule = rule(SipRuleTriggerType.TO_PHONE_NUMBER, number, application);
    numbers.assertHeld(number, PhoneNumberAssociationName.SIP_RULE_ID, rule.sipRuleId());
    assertThrows(
        BadRequestException.class, () -> voice.deletePhoneNumber(r -> r.phoneNumberId(number)));
    assertThrows(ConflictException.class, () -> delete(application));
    assertThrows(
        ConflictException.class, () -> voice.deleteSipRule(r -> r.sipRuleId(rule.sipRuleId())));
    delete(rule);
    assertEquals(PhoneNumberStatus.UNASSIGNED, numbers.get(number).status());
    assertThrows(
        NotFoundException.class, () -> voice.getSipRule(r -> r.sipRuleId(rule.sipRuleId())));
    delete(application);
  }

  @Test
  void rulesAreShownAndListedByTheirApplication() {
    List<String> two =
        numbers.ordered("425", 2, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    SipMediaApplication first = application("First");
    SipMediaApplication second = application("Second");
    SipRule one = rule(SipRuleTriggerType.TO_PHONE_NUMBER, two.getFirst(), first);
    SipRule other = rule(SipRuleTriggerType.TO_PHONE_NUMBER, two.getLast(), second);
    assertEquals(one, voice.getSipRule(r -> r.sipRuleId(one.sipRuleId())).sipRule());
    assertEquals(List.of(one), rulesOf(first));
    assertEquals(List.of(other), rulesOf(second));
    assertTrue(voice.listSipRules(r -> {}).sipRules().containsAll(List.of(one, other)));

    SipRule moved =
        voice
            .updateSipRule(
                r -> r.sipRuleId(other.sipRuleId()).name("Moved").targetApplications(target(first)))
            .sipRule();
    assertEquals(List.of(one, moved), rulesOf(first));
    assertEquals(List.of(), rulesOf(second));
    delete(one);
    delete(moved);
    delete(first);
    delete(second);
  }

  @Test
  void applicationsAreListedAndUpdated() {
    SipMediaApplication made = application("Old");
    SipMediaApplication updated =
        voice
            .updateSipMediaApplication(r ->
                r.sipMediaApplicationId(made.sipMediaApplicationId())
                    .name("New")
                    .endpoints(function("other")))
            .sipMediaApplication();
    assertEquals("New", updated.name());
    assertEquals(List.of(function("other")), updated.endpoints());
    assertEquals(
        updated,
        voice
            .getSipMediaApplication(r -> r.sipMediaApplicationId(made.sipMediaApplicationId()))
            .sipMediaApplication());
    assertTrue(
        voice.listSipMediaApplicationsPaginator(r -> r.maxResults(1)).stream()
            .anyMatch(page -> page.sipMediaApplications().contains(updated)));
    delete(updated);
  }

  @Test
  void connectorIsNotDeletedWhileARuleListensToItsHostName() {
    VoiceConnector connector =
        voice.createVoiceConnector(r -> r.name("Host").requireEncryption(false)).voiceConnector();
    SipMediaApplication application = application("Host");
    SipRule rule =
        rule(SipRuleTriggerType.REQUEST_URI_HOSTNAME, connector.outboundHostName(), application);
    ConflictException refused =
        assertThrows(
            ConflictException.class,
            () ->
                voice.deleteVoiceConnector(r -> r.voiceConnectorId(connector.voiceConnectorId())));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(rule.sipRuleId()), message);
    delete(rule);
    voice.deleteVoiceConnector(r -> r.voiceConnectorId(connector.voiceConnectorId()));
    delete(application);
  }
}

package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.CreateSipMediaApplicationInput;
import org.carillon.api.model.CreateSipRuleInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.DeleteSipRuleInput;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.SipMediaApplication;
import org.carillon.api.model.SipMediaApplicationEndpoint;
import org.carillon.api.model.SipRule;
import org.carillon.api.model.SipRuleTargetApplication;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.api.model.UpdateSipRuleInput;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.Limits;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;

/** One organization with SIP rules, SIP media applications and tags, and short words for them. */
final class TestSip implements AutoCloseable {

  private final TestServer server;
  private final Tenant organization;

  /** With those settings. */
  TestSip(Engine engine, Path folder, TestServer.Settings settings) {
    this.server = new TestServer(engine, folder, settings);
    this.organization = server.organization();
  }

  /** The initial limits but for these two. */
  static TestServer.Settings limits(int rules, int applications) {
    return TestServer.Settings.INITIAL.with(
        new Limits(Map.of("quota.sip-rules", rules, "quota.sip-media-applications", applications)));
  }

  TestServer server() {
    return server;
  }

  Tenant organization() {
    return organization;
  }

  <I, O> O run(OperationShape<I, O> shape, I input) {
    return organization.call(shape, input);
  }

  /** What a refusal says; its type is the one given. */
  <I> String refused(Class<? extends RuntimeException> type, OperationShape<I, ?> shape, I input) {
    return String.valueOf(assertThrows(type, () -> run(shape, input)).getMessage());
  }

  /** The host name of a new Voice Connector. */
  String host() {
    return requireNonNull(
        requireNonNull(
                run(
                        Operations.CREATE_VOICE_CONNECTOR,
                        CreateVoiceConnectorInput.builder()
                            .name("Lobby")
                            .requireEncryption(false)
                            .build())
                    .voiceConnector())
            .outboundHostName());
  }

  static List<SipMediaApplicationEndpoint> function(String region) {
    return List.of(
        new SipMediaApplicationEndpoint(
            "arn:aws:lambda:" + region + ":123456789012:function:answer:live"));
  }

  SipMediaApplication application(String name, String region) {
    return requireNonNull(
        run(
                Operations.CREATE_SIP_MEDIA_APPLICATION,
                CreateSipMediaApplicationInput.builder()
                    .awsRegion(region)
                    .name(name)
                    .endpoints(function(region))
                    .build())
            .sipMediaApplication());
  }

  static SipRuleTargetApplication to(SipMediaApplication application, int priority) {
    return new SipRuleTargetApplication(
        requireNonNull(application.sipMediaApplicationId()), priority, application.awsRegion());
  }

  static CreateSipRuleInput.Builder rule(
      String name, String e164, SipRuleTargetApplication... targets) {
    return CreateSipRuleInput.builder()
        .name(name)
        .triggerType(SipRuleTriggerType.TO_PHONE_NUMBER)
        .triggerValue(e164)
        .targetApplications(Arrays.asList(targets));
  }

  static CreateSipRuleInput.Builder hostRule(
      String name, String host, SipRuleTargetApplication... targets) {
    return rule(name, host, targets).triggerType(SipRuleTriggerType.REQUEST_URI_HOSTNAME);
  }

  SipRule create(CreateSipRuleInput.Builder rule) {
    return requireNonNull(run(Operations.CREATE_SIP_RULE, rule.build()).sipRule());
  }

  void disable(SipRule rule) {
    run(
        Operations.UPDATE_SIP_RULE,
        UpdateSipRuleInput.builder()
            .sipRuleId(id(rule))
            .name(requireNonNull(rule.name()))
            .disabled(true)
            .build());
  }

  void delete(SipRule rule) {
    run(Operations.DELETE_SIP_RULE, new DeleteSipRuleInput(id(rule)));
  }

  static String id(SipRule rule) {
    return requireNonNull(rule.sipRuleId());
  }

  static String id(SipMediaApplication application) {
    return requireNonNull(application.sipMediaApplicationId());
  }

  PhoneNumber number(String e164) {
    return requireNonNull(
        run(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(e164)).phoneNumber());
  }

  @Override
  public void close() {
    server.close();
  }
}

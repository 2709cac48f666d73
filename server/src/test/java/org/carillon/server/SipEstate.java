package org.carillon.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.CreateSipMediaApplicationInput;
import org.carillon.api.model.CreateSipRuleInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.SipMediaApplication;
import org.carillon.api.model.SipMediaApplicationEndpoint;
import org.carillon.api.model.SipRuleTargetApplication;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;

/** Two SIP media applications and two SIP rules; one of each is for deletion. */
final class SipEstate {

  private static final String REGION = "us-east-1";

  private SipEstate() {}

  /**
   * Makes them, a moment apart.
   *
   * @param numbers two that nobody has
   * @return their ids by the names of members of inputs; what an operation needs for itself alone
   *     has a name that begins with the operation
   */
  static Map<String, String> of(TestServer server, Tenant tenant, List<String> numbers) {
    tenant.call(
        Operations.CREATE_PHONE_NUMBER_ORDER,
        CreatePhoneNumberOrderInput.builder()
            .productType(PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN)
            .e164PhoneNumbers(numbers)
            .build());
    server.sweep();
    SipMediaApplication used = application(server, tenant);
    return Map.of(
        "SipMediaApplicationId",
        used.sipMediaApplicationId(),
        "ResourceARN",
        used.sipMediaApplicationArn(),
        "DeleteSipMediaApplication SipMediaApplicationId",
        application(server, tenant).sipMediaApplicationId(),
        "SipRuleId",
        rule(server, tenant, numbers.getFirst(), used),
        "DeleteSipRule SipRuleId",
        rule(server, tenant, numbers.getLast(), used));
  }

  private static SipMediaApplication application(TestServer server, Tenant tenant) {
    server.pass(Duration.ofSeconds(1));
    return tenant
        .call(
            Operations.CREATE_SIP_MEDIA_APPLICATION,
            CreateSipMediaApplicationInput.builder()
                .awsRegion(REGION)
                .name("Bells")
                .endpoints(
                    List.of(
                        new SipMediaApplicationEndpoint(
                            "arn:aws:lambda:" + REGION + ":123456789012:function:answer")))
                .build())
        .sipMediaApplication();
  }

  /** Disabled, so that it can be deleted. */
  private static String rule(
      TestServer server, Tenant tenant, String e164, SipMediaApplication target) {
    server.pass(Duration.ofSeconds(1));
    return tenant
        .call(
            Operations.CREATE_SIP_RULE,
            CreateSipRuleInput.builder()
                .name("Bells")
                .triggerType(SipRuleTriggerType.TO_PHONE_NUMBER)
                .triggerValue(e164)
                .disabled(true)
                .targetApplications(
                    List.of(
                        new SipRuleTargetApplication(
                            target.sipMediaApplicationId(), 1, target.awsRegion())))
                .build())
        .sipRule()
        .sipRuleId();
  }

  /** The names that such things would have in an organization that does not exist. */
  static Map<String, String> nowhere() {
    List<String> ids = IntStream.range(0, 4).mapToObj(_ -> UUID.randomUUID().toString()).toList();
    return Map.of(
        "SipMediaApplicationId",
        ids.get(0),
        "ResourceARN",
        "arn:aws:chime:" + REGION + ":000000000000:sma/" + ids.get(0),
        "DeleteSipMediaApplication SipMediaApplicationId",
        ids.get(1),
        "SipRuleId",
        ids.get(2),
        "DeleteSipRule SipRuleId",
        ids.get(3));
  }
}

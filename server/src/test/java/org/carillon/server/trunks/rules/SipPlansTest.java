package org.carillon.server.trunks.rules;

import static org.carillon.server.trunks.rules.TestSip.id;
import static org.carillon.server.trunks.rules.TestSip.rule;
import static org.carillon.server.trunks.rules.TestSip.to;

import java.nio.file.Path;
import org.carillon.api.model.GetSipMediaApplicationInput;
import org.carillon.api.model.GetSipRuleInput;
import org.carillon.api.model.ListSipMediaApplicationsInput;
import org.carillon.api.model.ListSipRulesInput;
import org.carillon.api.model.ListTagsForResourceInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.SipMediaApplication;
import org.carillon.api.model.SipRule;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each way of looking at SIP rules, SIP media applications and tags. */
final class SipPlansTest {

  private static final String NUMBER = "+12065550100";
  private static final String KEY = "PRIMARY KEY (%s=? AND organization_id=?)";

  private final TestSip sip;
  private final SipMediaApplication desk;
  private final SipRule bells;

  SipPlansTest(@TempDir Path folder) {
    sip = new TestSip(Engine.SQLITE, folder, TestServer.Settings.INITIAL);
    sip.organization().stock(NUMBER, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    desk = sip.application("Desk", "us-east-1");
    bells = sip.create(rule("Bells", NUMBER, to(desk, 1)));
  }

  @AfterEach
  void close() {
    sip.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String... indexes) {
    sip.organization().plans(shape, input).use(indexes);
  }

  @Test
  void applicationsAreFoundByIdAndInOrder() {
    indexed(
        Operations.GET_SIP_MEDIA_APPLICATION,
        new GetSipMediaApplicationInput(id(desk)),
        KEY.formatted("application_id"));
    indexed(
        Operations.LIST_SIP_MEDIA_APPLICATIONS,
        ListSipMediaApplicationsInput.builder().build(),
        "sip_application_page (organization_id=? AND (created_at,application_id)>(?,?))");
  }

  @Test
  void rulesAreFoundByIdInOrderAndByApplication() {
    indexed(Operations.GET_SIP_RULE, new GetSipRuleInput(id(bells)), KEY.formatted("sip_rule_id"));
    indexed(
        Operations.LIST_SIP_RULES,
        ListSipRulesInput.builder().build(),
        "sip_rule_page (organization_id=? AND (created_at,sip_rule_id)>(?,?))");
    indexed(
        Operations.LIST_SIP_RULES,
        ListSipRulesInput.builder().sipMediaApplicationId(id(desk)).build(),
        "sip_rule_of_application (organization_id=? AND application_id=? AND"
            + " (rule_created_at,sip_rule_id)>(?,?))",
        KEY.formatted("sip_rule_id"));
  }

  @Test
  void tagsAreFoundByWhatTheyAreOn() {
    indexed(
        Operations.LIST_TAGS_FOR_RESOURCE,
        new ListTagsForResourceInput(String.valueOf(desk.sipMediaApplicationArn())),
        "PRIMARY KEY (resource_arn=?)");
  }
}

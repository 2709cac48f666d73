package org.carillon.server.trunks.rules;

import java.util.List;
import java.util.function.UnaryOperator;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.pages.Pages;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.tags.Taggable;
import org.carillon.server.inventory.tags.Tags;
import org.carillon.server.trunks.connectors.VoiceConnectorDeletion;

/** Puts SIP rules and SIP media applications together: what others use of them, and operations. */
public final class SipRulesFeature {

  private final SipMediaApplicationStore applications = new SipMediaApplicationStore();
  private final SipRuleStore rules = new SipRuleStore();
  private final Ids ids;
  private final Pages pages;
  private final NumbersFeature numbers;
  private final Tags tags;
  private final HostNames hostNames;
  private final Quotas quotas;

  /** Rules for those numbers and host names. */
  public SipRulesFeature(
      Ids ids, Pages pages, NumbersFeature numbers, Tags tags, HostNames hostNames, Quotas quotas) {
    this.ids = ids;
    this.pages = pages;
    this.numbers = numbers;
    this.tags = tags;
    this.hostNames = hostNames;
    this.quotas = quotas;
  }

  /** The applications as things that can have tags. */
  public Taggable taggable() {
    return applications;
  }

  /**
   * Refuses to delete a Voice Connector whose host name is the trigger of a rule: CreateSipRule
   * locks the connector too, so none is missed.
   *
   * @param hostName that of the connector with an id
   */
  public VoiceConnectorDeletion whenConnectorDeleted(UnaryOperator<String> hostName) {
    return (call, voiceConnectorId) ->
        rules
            .triggeredBy(call, SipRule.Trigger.hostName(hostName.apply(voiceConnectorId)))
            .ifPresent(rule -> {
              throw rule.needs("Voice Connector " + voiceConnectorId);
            });
  }

  /** The operations on rules and applications. */
  public List<OperationBinding<?, ?>> operations() {
    Targets targets = new Targets(applications);
    Triggers triggers = new Triggers(rules, numbers.numbers(), hostNames);
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_SIP_MEDIA_APPLICATION,
            new CreateSipMediaApplication(applications, tags, ids, quotas)),
        new OperationBinding<>(
            Operations.GET_SIP_MEDIA_APPLICATION, new GetSipMediaApplication(applications)),
        new OperationBinding<>(
            Operations.LIST_SIP_MEDIA_APPLICATIONS,
            new ListSipMediaApplications(applications, pages)),
        new OperationBinding<>(
            Operations.UPDATE_SIP_MEDIA_APPLICATION, new UpdateSipMediaApplication(applications)),
        new OperationBinding<>(
            Operations.DELETE_SIP_MEDIA_APPLICATION,
            new DeleteSipMediaApplication(applications, rules, tags)),
        new OperationBinding<>(
            Operations.CREATE_SIP_RULE,
            new CreateSipRule(
                rules, targets, triggers, numbers.holders(), numbers.assignments(), ids, quotas)),
        new OperationBinding<>(Operations.GET_SIP_RULE, new GetSipRule(rules)),
        new OperationBinding<>(Operations.LIST_SIP_RULES, new ListSipRules(rules, pages)),
        new OperationBinding<>(
            Operations.UPDATE_SIP_RULE, new UpdateSipRule(rules, targets, numbers.holders())),
        new OperationBinding<>(
            Operations.DELETE_SIP_RULE,
            new DeleteSipRule(rules, numbers.numbers(), numbers.holders(), numbers.assignments())));
  }
}

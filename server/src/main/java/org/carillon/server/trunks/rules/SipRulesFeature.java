package org.carillon.server.trunks.rules;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.Limits;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.tags.Taggable;
import org.carillon.server.inventory.tags.Tags;
import org.carillon.server.inventory.tags.TagsFeature;
import org.carillon.server.trunks.connectors.VoiceConnectorsFeature;

/** Puts SIP rules and SIP media applications together: what others use of them, and operations. */
public final class SipRulesFeature implements Feature {

  private static final Limit RULES =
      Limit.adjustable("sip-rules", 1000, 1_000_000, "SIP rules", "an organization", "delete one");
  private static final Limit APPLICATIONS =
      Limit.adjustable(
          "sip-media-applications",
          1000,
          1_000_000,
          "SIP media applications",
          "an organization",
          "delete one");

  /** The limits of the feature. */
  public static final List<Limit> LIMITS = List.of(RULES, APPLICATIONS);

  private final SipMediaApplicationStore applications = new SipMediaApplicationStore();
  private final SipRuleStore rules = new SipRuleStore();
  private final Ids ids;
  private final Pages pages;
  private final NumbersFeature numbers;
  private final Tags tags;
  private final VoiceConnectorsFeature connectors;
  private final Limits limits;

  /** Rules for those numbers and for the host names of those Voice Connectors. */
  public SipRulesFeature(
      Platform platform,
      NumbersFeature numbers,
      TagsFeature tags,
      VoiceConnectorsFeature connectors) {
    this.ids = platform.ids();
    this.pages = platform.pages();
    this.numbers = numbers;
    this.tags = tags.tags();
    this.connectors = connectors;
    this.limits = platform.limits();
  }

  /** SIP media applications. */
  @Override
  public List<Taggable> taggable() {
    return List.of(applications);
  }

  /**
   * Refuses to delete a Voice Connector whose host name is the trigger of a rule: CreateSipRule
   * locks the connector too, so none is missed.
   */
  public void refuseWhileTriggered(OperationContext context, String voiceConnectorId) {
    rules
        .triggeredBy(context, SipRule.Trigger.hostName(connectors.hostName(voiceConnectorId)))
        .ifPresent(rule -> {
          throw rule.needs("Voice Connector " + voiceConnectorId);
        });
  }

  /** Returns the deletion of rules, which frees their numbers. */
  public SipRuleDeletion deletion() {
    return new SipRuleDeletion(rules, numbers);
  }

  /** The operations on rules and applications. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    Targets targets = new Targets(applications);
    Triggers triggers = new Triggers(rules, numbers.numbers(), connectors.connectors());
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_SIP_MEDIA_APPLICATION,
            new CreateSipMediaApplication(applications, tags, ids, limits.of(APPLICATIONS))),
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
                rules,
                targets,
                triggers,
                numbers.holders(),
                numbers.assignments(),
                ids,
                limits.of(RULES))),
        new OperationBinding<>(Operations.GET_SIP_RULE, new GetSipRule(rules)),
        new OperationBinding<>(Operations.LIST_SIP_RULES, new ListSipRules(rules, pages)),
        new OperationBinding<>(
            Operations.UPDATE_SIP_RULE, new UpdateSipRule(rules, targets, numbers.holders())),
        new OperationBinding<>(Operations.DELETE_SIP_RULE, new DeleteSipRule(deletion())));
  }
}

package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.api.model.CreateSipRuleInput;
import org.carillon.api.model.CreateSipRuleOutput;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Quota;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.Role;

/** Creates a SIP rule and gives it the number that sets it off. */
final class CreateSipRule implements WriteOperation<CreateSipRuleInput, CreateSipRuleOutput> {

  private final SipRuleStore rules;
  private final Targets targets;
  private final Triggers triggers;
  private final HolderStore holders;
  private final Assignments assignments;
  private final Keys keys;
  private final Quotas quotas;

  CreateSipRule(
      SipRuleStore rules,
      Targets targets,
      Triggers triggers,
      HolderStore holders,
      Assignments assignments,
      Keys keys,
      Quotas quotas) {
    this.rules = rules;
    this.targets = targets;
    this.triggers = triggers;
    this.holders = holders;
    this.assignments = assignments;
    this.keys = keys;
    this.quotas = quotas;
  }

  @Override
  public CreateSipRuleOutput run(CreateSipRuleInput input, Call call) {
    call.transaction().alone("sip-rules/" + call.organizationId());
    quotas.refuseFurther(Quota.SIP_RULES, rules.count(call, quotas.of(Quota.SIP_RULES)));
    List<Target> wanted =
        targets.of(call, requireNonNullElse(input.targetApplications(), List.of()));
    Triggers.Found found = triggers.find(call, input.triggerType(), input.triggerValue());
    SipRule rule =
        SipRule.created(
            keys.id(), input.name(), input.disabled(), found.trigger(), wanted, call.now());
    holders.add(call, rule.holder(), call.now());
    rules.add(call, rule);
    found.number().ifPresent(number -> assignments.give(call, number, rule.holder(), Role.RULE));
    call.concerns(rule.ruleId());
    return new CreateSipRuleOutput(rule.view());
  }
}

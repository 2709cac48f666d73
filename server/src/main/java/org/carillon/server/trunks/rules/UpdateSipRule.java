package org.carillon.server.trunks.rules;

import java.util.List;
import org.carillon.api.model.SipRuleTargetApplication;
import org.carillon.api.model.UpdateSipRuleInput;
import org.carillon.api.model.UpdateSipRuleOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;

/** Changes the name of a SIP rule, whether it is disabled, and its target applications. */
final class UpdateSipRule implements WriteOperation<UpdateSipRuleInput, UpdateSipRuleOutput> {

  private final SipRuleStore rules;
  private final Targets targets;
  private final HolderStore holders;

  UpdateSipRule(SipRuleStore rules, Targets targets, HolderStore holders) {
    this.rules = rules;
    this.targets = targets;
    this.holders = holders;
  }

  @Override
  public UpdateSipRuleOutput run(UpdateSipRuleInput input, OperationContext context) {
    SipRule before = rules.lock(context, input.sipRuleId());
    List<SipRuleTargetApplication> wanted = input.targetApplications();
    List<Target> others = wanted == null ? null : targets.of(context, wanted);
    SipRule rule = before.updated(input.name(), input.disabled(), others, context.now());
    rules.save(context, rule);
    if (!rule.name().equals(before.name())) {
      holders.rename(context, rule.ruleId(), rule.name());
    }
    return new UpdateSipRuleOutput(rule.view());
  }
}

package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.api.model.CreateSipRuleInput;
import org.carillon.api.model.CreateSipRuleOutput;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.ResourceLock;
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
  private final Ids ids;
  private final Limit limit;

  CreateSipRule(
      SipRuleStore rules,
      Targets targets,
      Triggers triggers,
      HolderStore holders,
      Assignments assignments,
      Ids ids,
      Limit limit) {
    this.rules = rules;
    this.targets = targets;
    this.triggers = triggers;
    this.holders = holders;
    this.assignments = assignments;
    this.ids = ids;
    this.limit = limit;
  }

  @Override
  public CreateSipRuleOutput run(CreateSipRuleInput input, OperationContext context) {
    context.transaction().serialize(ResourceLock.SIP_RULES, context.organizationId());
    limit.refuseBeyond(context, Limit.ORGANIZATION, 1, most -> rules.count(context, most));
    List<Target> wanted =
        targets.of(context, requireNonNullElse(input.targetApplications(), List.of()));
    Triggers.LockedTrigger found =
        triggers.find(context, input.triggerType(), input.triggerValue());
    SipRule rule =
        SipRule.created(
            ids.id(), input.name(), input.disabled(), found.trigger(), wanted, context.now());
    holders.add(context, rule.holder(), context.now());
    rules.add(context, rule);
    found
        .number()
        .ifPresent(number -> assignments.assign(context, number, rule.holder(), Role.RULE));
    context.auditSubject(rule.ruleId());
    return new CreateSipRuleOutput(rule.view());
  }
}

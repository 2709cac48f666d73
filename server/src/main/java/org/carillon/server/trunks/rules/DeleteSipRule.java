package org.carillon.server.trunks.rules;

import org.carillon.api.model.DeleteSipRuleInput;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.pool.E164;

/** Deletes a disabled SIP rule, which alone frees the number that it held. */
final class DeleteSipRule implements WriteOperation<DeleteSipRuleInput, Unit> {

  private final SipRuleStore rules;
  private final PhoneNumberStore numbers;
  private final HolderStore holders;
  private final Assignments assignments;

  DeleteSipRule(
      SipRuleStore rules, PhoneNumberStore numbers, HolderStore holders, Assignments assignments) {
    this.rules = rules;
    this.numbers = numbers;
    this.holders = holders;
    this.assignments = assignments;
  }

  @Override
  public Unit run(DeleteSipRuleInput input, OperationContext context) {
    SipRule rule = rules.lock(context, input.sipRuleId());
    rule.refuseInForce();
    if (rule.trigger().type() == SipRuleTriggerType.TO_PHONE_NUMBER) {
      assignments.unassign(
          context, numbers.lock(context, new E164(rule.trigger().value())), rule.holder());
    }
    rules.delete(context, rule);
    holders.end(context, rule.ruleId(), context.now());
    return Unit.INSTANCE;
  }
}

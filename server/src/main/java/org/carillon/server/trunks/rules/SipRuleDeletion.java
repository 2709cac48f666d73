package org.carillon.server.trunks.rules;

import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.pool.E164;

/** Deletes SIP rules, which alone frees the number that one holds. */
public final class SipRuleDeletion {

  private final SipRuleStore rules;
  private final PhoneNumberStore numbers;
  private final HolderStore holders;
  private final Assignments assignments;

  SipRuleDeletion(SipRuleStore rules, NumbersFeature numbers) {
    this.rules = rules;
    this.numbers = numbers.numbers();
    this.holders = numbers.holders();
    this.assignments = numbers.assignments();
  }

  /**
   * Deletes a disabled rule; its number stays in the inventory, Unassigned.
   *
   * @throws org.carillon.api.model.ConflictException when the rule is in force
   * @throws org.carillon.api.model.NotFoundException when the organization has no such rule
   */
  public void delete(OperationContext context, String ruleId) {
    SipRule rule = rules.lock(context, ruleId);
    rule.refuseInForce();
    if (rule.trigger().type() == SipRuleTriggerType.TO_PHONE_NUMBER) {
      assignments.unassign(
          context, numbers.lock(context, new E164(rule.trigger().value())), rule.holder());
    }
    rules.delete(context, rule);
    holders.end(context, rule.ruleId(), context.now());
  }
}

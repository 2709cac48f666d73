package org.carillon.server.trunks.rules;

import org.carillon.api.model.GetSipRuleInput;
import org.carillon.api.model.GetSipRuleOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows a SIP rule. */
final class GetSipRule implements ReadOperation<GetSipRuleInput, GetSipRuleOutput> {

  private final SipRuleStore rules;

  GetSipRule(SipRuleStore rules) {
    this.rules = rules;
  }

  @Override
  public GetSipRuleOutput run(GetSipRuleInput input, OperationContext context) {
    return new GetSipRuleOutput(rules.get(context, input.sipRuleId()).view());
  }
}

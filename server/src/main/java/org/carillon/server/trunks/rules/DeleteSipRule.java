package org.carillon.server.trunks.rules;

import org.carillon.api.model.DeleteSipRuleInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Deletes a disabled SIP rule. */
final class DeleteSipRule implements WriteOperation<DeleteSipRuleInput, Unit> {

  private final SipRuleDeletion deletion;

  DeleteSipRule(SipRuleDeletion deletion) {
    this.deletion = deletion;
  }

  @Override
  public Unit run(DeleteSipRuleInput input, OperationContext context) {
    deletion.delete(context, input.sipRuleId());
    return Unit.INSTANCE;
  }
}

package org.carillon.server.trunks.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.carillon.api.model.DeleteSipMediaApplicationInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.inventory.tags.Tags;
import org.carillon.server.trunks.connectors.DeletionRules;

/** Deletes a SIP media application that no rule sends calls to, with its tags. */
final class DeleteSipMediaApplication
    implements WriteOperation<DeleteSipMediaApplicationInput, Unit> {

  /** The number of rules that an error message lists. */
  private static final int NAMED = 3;

  private final SipMediaApplicationStore applications;
  private final SipRuleStore rules;
  private final Tags tags;

  DeleteSipMediaApplication(SipMediaApplicationStore applications, SipRuleStore rules, Tags tags) {
    this.applications = applications;
    this.rules = rules;
    this.tags = tags;
  }

  @Override
  public Unit run(DeleteSipMediaApplicationInput input, OperationContext context) {
    SipMediaApplication application = applications.lock(context, input.sipMediaApplicationId());
    refuseUsed(context, application);
    tags.removeAll(context, application.arn(context.organizationId()));
    applications.delete(context, application);
    return Unit.INSTANCE;
  }

  private void refuseUsed(OperationContext context, SipMediaApplication application) {
    String id = application.applicationId();
    List<SipRule> first = rules.page(context, id, CreationCursor.OLDEST_FIRST, NAMED);
    if (!first.isEmpty()) {
      int count = rules.countSendingTo(context, id, DeletionRules.MOST_COUNTED);
      throw Refusal.conflict(
          "SIP media application "
              + application.name()
              + " is a target of "
              + DeletionRules.counted(count, "rule")
              + ": "
              + first.stream().map(SipRule::describe).collect(Collectors.joining(", "))
              + (count > first.size() ? " and others" : "")
              + "; change their target applications, or delete them first");
    }
  }
}

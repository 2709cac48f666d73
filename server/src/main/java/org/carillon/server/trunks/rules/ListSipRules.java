package org.carillon.server.trunks.rules;

import org.carillon.api.model.ListSipRulesInput;
import org.carillon.api.model.ListSipRulesOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;

/** Lists the SIP rules, or those that send calls to an application, in order of creation. */
final class ListSipRules implements ReadOperation<ListSipRulesInput, ListSipRulesOutput> {

  private final SipRuleStore rules;
  private final Pages pages;

  ListSipRules(SipRuleStore rules, Pages pages) {
    this.rules = rules;
    this.pages = pages;
  }

  @Override
  public ListSipRulesOutput run(ListSipRulesInput input, OperationContext context) {
    Page<SipRule> page =
        pages
            .of(context, Operations.LIST_SIP_RULES, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) -> rules.page(context, input.sipMediaApplicationId(), after, limit),
                last -> new CreationCursor(last.createdAt(), last.ruleId()));
    return new ListSipRulesOutput(page.map(SipRule::view), page.nextToken());
  }
}

package org.carillon.server.trunks.rules;

import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.ListSipRulesInput;
import org.carillon.api.model.ListSipRulesOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the SIP rules, or those that send calls to an application, in order of creation. */
final class ListSipRules implements ReadOperation<ListSipRulesInput, ListSipRulesOutput> {

  /** The most that the API allows. */
  private static final int PAGE = 100;

  private final SipRuleStore rules;
  private final PageTokens tokens;

  ListSipRules(SipRuleStore rules, PageTokens tokens) {
    this.rules = rules;
    this.tokens = tokens;
  }

  @Override
  public ListSipRulesOutput run(ListSipRulesInput input, OperationContext context) {
    List<Object> query = Arrays.asList(input.sipMediaApplicationId());
    CreationCursor after =
        tokens.position(
            context, query, input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        query,
        rules.page(context, input.sipMediaApplicationId(), after, size + 1),
        size,
        last -> new CreationCursor(last.createdAt(), last.ruleId()).text(),
        (page, next) -> new ListSipRulesOutput(page.stream().map(SipRule::view).toList(), next));
  }
}

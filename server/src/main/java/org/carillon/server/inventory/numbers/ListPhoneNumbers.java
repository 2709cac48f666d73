package org.carillon.server.inventory.numbers;

import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.ListPhoneNumbersOutput;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/** Lists the organization's numbers by status, product and holder, a page at a time. */
final class ListPhoneNumbers
    implements ReadOperation<ListPhoneNumbersInput, ListPhoneNumbersOutput> {

  /** The most that the API allows, since the newer service's clients ask for 100. */
  private static final int PAGE = 100;

  private final NumberListStore numbers;
  private final PageTokens tokens;

  ListPhoneNumbers(NumberListStore numbers, PageTokens tokens) {
    this.numbers = numbers;
    this.tokens = tokens;
  }

  @Override
  public ListPhoneNumbersOutput run(ListPhoneNumbersInput input, OperationContext context) {
    List<Object> query =
        Arrays.asList(input.status(), input.productType(), input.filterName(), input.filterValue());
    long after = tokens.position(context, query, input.nextToken(), 0L, Long::valueOf);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    NumberListStore.Found found =
        numbers.page(
            context,
            new NumberListStore.Wanted(
                input.status(), input.productType(), holder(input), after, size + 1));
    List<InventoryStore.Entry> page =
        found.entries().subList(0, Math.min(size, found.entries().size()));
    Long end =
        found.entries().size() > size
            ? Long.valueOf(page.getLast().number().numberId())
            : found.end();
    return new ListPhoneNumbersOutput(
        page.stream().map(entry -> entry.view(context.now())).toList(),
        end == null ? null : tokens.next(context, query, Long.toString(end)));
  }

  private static NumberListStore.@Nullable HolderFilter holder(ListPhoneNumbersInput input) {
    PhoneNumberAssociationName name = input.filterName();
    String value = input.filterValue();
    if (name == null && value == null) {
      return null;
    }
    if (name == null || value == null || value.isBlank()) {
      throw Refusal.badRequest("FilterName and FilterValue go together: give both or neither");
    }
    return new NumberListStore.HolderFilter(
        switch (name) {
          case ACCOUNT_ID -> null;
          case USER_ID -> Holder.Kind.USER;
          case VOICE_CONNECTOR_ID -> Holder.Kind.CONNECTOR;
          case VOICE_CONNECTOR_GROUP_ID -> Holder.Kind.GROUP;
          case SIP_RULE_ID -> Holder.Kind.SIP_RULE;
        },
        value);
  }
}

package org.carillon.server.inventory.numbers;

import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.ListPhoneNumbersOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.jspecify.annotations.Nullable;

/** Lists the organization's numbers by status, product and holder, a page at a time. */
final class ListPhoneNumbers
    implements ReadOperation<ListPhoneNumbersInput, ListPhoneNumbersOutput> {

  private final NumberListStore numbers;
  private final Pages pages;

  ListPhoneNumbers(NumberListStore numbers, Pages pages) {
    this.numbers = numbers;
    this.pages = pages;
  }

  @Override
  public ListPhoneNumbersOutput run(ListPhoneNumbersInput input, OperationContext context) {
    NumberListStore.NumberFilter wanted =
        new NumberListStore.NumberFilter(input.status(), input.productType(), holder(input));
    Page<InventoryStore.InventoryItem> page =
        pages
            .of(context, Operations.LIST_PHONE_NUMBERS, input)
            .read(0L, (after, size) -> numbers.page(context, wanted, after, size));
    return new ListPhoneNumbersOutput(
        page.map(entry -> entry.view(context.now())), page.nextToken());
  }

  private static NumberListStore.@Nullable HolderFilter holder(ListPhoneNumbersInput input) {
    PhoneNumberAssociationName name = input.filterName();
    String value = input.filterValue();
    if (name == null && value == null) {
      return null;
    }
    if (name == null || value == null || value.isBlank()) {
      throw Refusal.badRequest("FilterName and FilterValue need each other; give both or neither");
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

package org.carillon.server.inventory.search;

import org.carillon.api.model.ListPhoneNumberLabelsInput;
import org.carillon.api.model.ListPhoneNumberLabelsOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberLabelCount;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.server.inventory.search.AnnotationStore.LabelCount;

/** Lists the labels of the organization's numbers in alphabetical order, a page at a time. */
final class ListPhoneNumberLabels
    implements ReadOperation<ListPhoneNumberLabelsInput, ListPhoneNumberLabelsOutput> {

  /** A count stops here and is shown as "at least", which keeps a page of labels cheap. */
  private static final int MAX_COUNTED = 1_000;

  private final AnnotationStore annotations;
  private final Pages pages;

  ListPhoneNumberLabels(AnnotationStore annotations, Pages pages) {
    this.annotations = annotations;
    this.pages = pages;
  }

  @Override
  public ListPhoneNumberLabelsOutput run(
      ListPhoneNumberLabelsInput input, OperationContext context) {
    Page<LabelCount> page =
        pages
            .of(context, Operations.LIST_PHONE_NUMBER_LABELS, input)
            .read(
                "",
                (after, limit) -> annotations.labelsAfter(context, after, MAX_COUNTED, limit),
                LabelCount::labelKey);
    return new ListPhoneNumberLabelsOutput(page.map(ListPhoneNumberLabels::view), page.nextToken());
  }

  private static PhoneNumberLabelCount view(LabelCount counted) {
    return new PhoneNumberLabelCount(
        counted.label(), counted.numbers(), counted.numbers() < MAX_COUNTED);
  }
}

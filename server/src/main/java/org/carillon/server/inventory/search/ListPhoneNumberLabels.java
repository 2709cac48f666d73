package org.carillon.server.inventory.search;

import java.util.List;
import org.carillon.api.model.ListPhoneNumberLabelsInput;
import org.carillon.api.model.ListPhoneNumberLabelsOutput;
import org.carillon.api.model.PhoneNumberLabelCount;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.inventory.search.AnnotationStore.Counted;

/** Lists the labels of the organization's numbers in alphabetical order, a page at a time. */
final class ListPhoneNumberLabels
    implements ReadOperation<ListPhoneNumberLabelsInput, ListPhoneNumberLabelsOutput> {

  private static final int PAGE = 100;

  /** So many of a label are told as that many or more, which keeps a page of labels cheap. */
  private static final int MOST = 1_000;

  private final AnnotationStore annotations;
  private final PageTokens tokens;

  ListPhoneNumberLabels(AnnotationStore annotations, PageTokens tokens) {
    this.annotations = annotations;
    this.tokens = tokens;
  }

  @Override
  public ListPhoneNumberLabelsOutput run(
      ListPhoneNumberLabelsInput input, OperationContext context) {
    String after = tokens.position(context, List.of(), input.nextToken(), "", text -> text);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        List.of(),
        annotations.labelsAfter(context, after, MOST, size + 1),
        size,
        Counted::labelKey,
        (page, next) ->
            new ListPhoneNumberLabelsOutput(
                page.stream().map(ListPhoneNumberLabels::view).toList(), next));
  }

  private static PhoneNumberLabelCount view(Counted counted) {
    return new PhoneNumberLabelCount(counted.label(), counted.numbers(), counted.numbers() < MOST);
  }
}

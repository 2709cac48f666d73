package org.carillon.server.trunks.rules;

import java.util.List;
import org.carillon.api.model.ListSipMediaApplicationsInput;
import org.carillon.api.model.ListSipMediaApplicationsOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the SIP media applications in order of creation, a page at a time. */
final class ListSipMediaApplications
    implements ReadOperation<ListSipMediaApplicationsInput, ListSipMediaApplicationsOutput> {

  /** The most that the API allows. */
  private static final int PAGE = 100;

  private final SipMediaApplicationStore applications;
  private final PageTokens tokens;

  ListSipMediaApplications(SipMediaApplicationStore applications, PageTokens tokens) {
    this.applications = applications;
    this.tokens = tokens;
  }

  @Override
  public ListSipMediaApplicationsOutput run(
      ListSipMediaApplicationsInput input, OperationContext context) {
    List<Object> query = List.of();
    CreationCursor after =
        tokens.position(
            context, query, input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        query,
        applications.page(context, after, size + 1),
        size,
        last -> new CreationCursor(last.createdAt(), last.applicationId()).text(),
        (page, next) ->
            new ListSipMediaApplicationsOutput(
                page.stream().map(each -> each.view(context.organizationId())).toList(), next));
  }
}

package org.carillon.server.trunks.rules;

import java.util.List;
import org.carillon.api.model.ListSipMediaApplicationsInput;
import org.carillon.api.model.ListSipMediaApplicationsOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.CreationCursor;
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
  public ListSipMediaApplicationsOutput run(ListSipMediaApplicationsInput input, Call call) {
    List<Object> query = List.of();
    CreationCursor after =
        tokens.position(call, query, input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        call,
        query,
        applications.page(call, after, size + 1),
        size,
        last -> new CreationCursor(last.createdAt(), last.applicationId()).text(),
        (page, next) ->
            new ListSipMediaApplicationsOutput(
                page.stream().map(each -> each.view(call.organizationId())).toList(), next));
  }
}

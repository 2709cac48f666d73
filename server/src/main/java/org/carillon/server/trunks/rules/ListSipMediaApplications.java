package org.carillon.server.trunks.rules;

import org.carillon.api.model.ListSipMediaApplicationsInput;
import org.carillon.api.model.ListSipMediaApplicationsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;

/** Lists the SIP media applications in order of creation, a page at a time. */
final class ListSipMediaApplications
    implements ReadOperation<ListSipMediaApplicationsInput, ListSipMediaApplicationsOutput> {

  private final SipMediaApplicationStore applications;
  private final Pages pages;

  ListSipMediaApplications(SipMediaApplicationStore applications, Pages pages) {
    this.applications = applications;
    this.pages = pages;
  }

  @Override
  public ListSipMediaApplicationsOutput run(
      ListSipMediaApplicationsInput input, OperationContext context) {
    Page<SipMediaApplication> page =
        pages
            .of(context, Operations.LIST_SIP_MEDIA_APPLICATIONS, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) -> applications.page(context, after, limit),
                last -> new CreationCursor(last.createdAt(), last.applicationId()));
    return new ListSipMediaApplicationsOutput(
        page.map(each -> each.view(context.organizationId())), page.nextToken());
  }
}

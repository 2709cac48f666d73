package org.carillon.server.trunks.connectors;

import org.carillon.api.model.ListVoiceConnectorGroupsInput;
import org.carillon.api.model.ListVoiceConnectorGroupsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;

/** Lists the organization's groups of Voice Connectors in order of creation, a page at a time. */
final class ListVoiceConnectorGroups
    implements ReadOperation<ListVoiceConnectorGroupsInput, ListVoiceConnectorGroupsOutput> {

  private final GroupStore groups;
  private final Pages pages;

  ListVoiceConnectorGroups(GroupStore groups, Pages pages) {
    this.groups = groups;
    this.pages = pages;
  }

  @Override
  public ListVoiceConnectorGroupsOutput run(
      ListVoiceConnectorGroupsInput input, OperationContext context) {
    Page<VoiceConnectorGroup> page =
        pages
            .of(context, Operations.LIST_VOICE_CONNECTOR_GROUPS, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) -> groups.page(context, after, limit),
                last -> new CreationCursor(last.createdAt(), last.voiceConnectorGroupId()));
    return new ListVoiceConnectorGroupsOutput(
        page.map(each -> each.view(context.organizationId())), page.nextToken());
  }
}

package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.ListVoiceConnectorGroupsInput;
import org.carillon.api.model.ListVoiceConnectorGroupsOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the organization's groups of Voice Connectors in order of creation, a page at a time. */
final class ListVoiceConnectorGroups
    implements ReadOperation<ListVoiceConnectorGroupsInput, ListVoiceConnectorGroupsOutput> {

  private final GroupStore groups;
  private final PageTokens tokens;

  ListVoiceConnectorGroups(GroupStore groups, PageTokens tokens) {
    this.groups = groups;
    this.tokens = tokens;
  }

  @Override
  public ListVoiceConnectorGroupsOutput run(
      ListVoiceConnectorGroupsInput input, OperationContext context) {
    CreationCursor after =
        tokens.position(
            context, List.of(), input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? ListVoiceConnectors.PAGE : input.maxResults();
    return tokens.page(
        context,
        List.of(),
        groups.page(context, after, size + 1),
        size,
        last -> new CreationCursor(last.createdAt(), last.voiceConnectorGroupId()).text(),
        (page, next) ->
            new ListVoiceConnectorGroupsOutput(
                page.stream().map(each -> each.view(context.organizationId())).toList(), next));
  }
}

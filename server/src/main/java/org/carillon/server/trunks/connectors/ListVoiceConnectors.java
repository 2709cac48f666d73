package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.ListVoiceConnectorsInput;
import org.carillon.api.model.ListVoiceConnectorsOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the organization's Voice Connectors in order of creation, a page at a time. */
final class ListVoiceConnectors
    implements ReadOperation<ListVoiceConnectorsInput, ListVoiceConnectorsOutput> {

  /** The most that the API allows. */
  static final int PAGE = 100;

  private final VoiceConnectorStore connectors;
  private final SipDomain domain;
  private final PageTokens tokens;

  ListVoiceConnectors(VoiceConnectorStore connectors, SipDomain domain, PageTokens tokens) {
    this.connectors = connectors;
    this.domain = domain;
    this.tokens = tokens;
  }

  @Override
  public ListVoiceConnectorsOutput run(ListVoiceConnectorsInput input, OperationContext context) {
    CreationCursor after =
        tokens.position(
            context, List.of(), input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        List.of(),
        connectors.page(context, after, size + 1),
        size,
        last -> new CreationCursor(last.createdAt(), last.voiceConnectorId()).text(),
        (page, next) ->
            new ListVoiceConnectorsOutput(
                page.stream().map(each -> each.view(context.organizationId(), domain)).toList(),
                next));
  }
}

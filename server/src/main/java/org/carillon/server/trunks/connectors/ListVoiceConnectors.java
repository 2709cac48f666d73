package org.carillon.server.trunks.connectors;

import org.carillon.api.model.ListVoiceConnectorsInput;
import org.carillon.api.model.ListVoiceConnectorsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;

/** Lists the organization's Voice Connectors in order of creation, a page at a time. */
final class ListVoiceConnectors
    implements ReadOperation<ListVoiceConnectorsInput, ListVoiceConnectorsOutput> {

  private final VoiceConnectorStore connectors;
  private final SipDomain domain;
  private final Pages pages;

  ListVoiceConnectors(VoiceConnectorStore connectors, SipDomain domain, Pages pages) {
    this.connectors = connectors;
    this.domain = domain;
    this.pages = pages;
  }

  @Override
  public ListVoiceConnectorsOutput run(ListVoiceConnectorsInput input, OperationContext context) {
    Page<VoiceConnector> page =
        pages
            .of(context, Operations.LIST_VOICE_CONNECTORS, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) -> connectors.page(context, after, limit),
                last -> new CreationCursor(last.createdAt(), last.voiceConnectorId()));
    return new ListVoiceConnectorsOutput(
        page.map(each -> each.view(context.organizationId(), domain)), page.nextToken());
  }
}

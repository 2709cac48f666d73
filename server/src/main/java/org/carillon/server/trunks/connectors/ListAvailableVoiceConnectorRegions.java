package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.ListAvailableVoiceConnectorRegionsInput;
import org.carillon.api.model.ListAvailableVoiceConnectorRegionsOutput;
import org.carillon.api.model.VoiceConnectorAwsRegion;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Lists the regions that a Voice Connector can be created with. */
final class ListAvailableVoiceConnectorRegions
    implements ReadOperation<
        ListAvailableVoiceConnectorRegionsInput, ListAvailableVoiceConnectorRegionsOutput> {

  @Override
  public ListAvailableVoiceConnectorRegionsOutput run(
      ListAvailableVoiceConnectorRegionsInput input, OperationContext context) {
    return new ListAvailableVoiceConnectorRegionsOutput(List.of(VoiceConnectorAwsRegion.values()));
  }
}

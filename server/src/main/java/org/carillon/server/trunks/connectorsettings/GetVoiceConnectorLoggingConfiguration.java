package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.GetVoiceConnectorLoggingConfigurationInput;
import org.carillon.api.model.GetVoiceConnectorLoggingConfigurationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Tells which logs of a Voice Connector are written. */
final class GetVoiceConnectorLoggingConfiguration
    implements ReadOperation<
        GetVoiceConnectorLoggingConfigurationInput, GetVoiceConnectorLoggingConfigurationOutput> {

  private final VoiceConnectorStore connectors;
  private final LoggingStore logging;

  GetVoiceConnectorLoggingConfiguration(VoiceConnectorStore connectors, LoggingStore logging) {
    this.connectors = connectors;
    this.logging = logging;
  }

  @Override
  public GetVoiceConnectorLoggingConfigurationOutput run(
      GetVoiceConnectorLoggingConfigurationInput input, OperationContext context) {
    String id = connectors.get(context, input.voiceConnectorId()).voiceConnectorId();
    return new GetVoiceConnectorLoggingConfigurationOutput(logging.get(context, id));
  }
}

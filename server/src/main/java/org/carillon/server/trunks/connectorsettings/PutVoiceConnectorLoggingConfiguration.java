package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.LoggingConfiguration;
import org.carillon.api.model.PutVoiceConnectorLoggingConfigurationInput;
import org.carillon.api.model.PutVoiceConnectorLoggingConfigurationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Sets which logs of a Voice Connector are written. */
final class PutVoiceConnectorLoggingConfiguration
    implements WriteOperation<
        PutVoiceConnectorLoggingConfigurationInput, PutVoiceConnectorLoggingConfigurationOutput> {

  private final VoiceConnectorStore connectors;
  private final LoggingStore logging;

  PutVoiceConnectorLoggingConfiguration(VoiceConnectorStore connectors, LoggingStore logging) {
    this.connectors = connectors;
    this.logging = logging;
  }

  @Override
  public PutVoiceConnectorLoggingConfigurationOutput run(
      PutVoiceConnectorLoggingConfigurationInput input, OperationContext context) {
    String id = connectors.lock(context, input.voiceConnectorId()).voiceConnectorId();
    LoggingConfiguration wanted = input.loggingConfiguration();
    logging.put(
        context,
        id,
        Boolean.TRUE.equals(wanted.enableSIPLogs()),
        Boolean.TRUE.equals(wanted.enableMediaMetricLogs()));
    return new PutVoiceConnectorLoggingConfigurationOutput(logging.get(context, id));
  }
}

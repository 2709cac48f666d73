package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_LOGGING;

import org.carillon.api.model.LoggingConfiguration;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.OperationContext;

/** The rows of logging settings of Voice Connectors; without a row no logs are written. */
final class LoggingStore {

  private static final Query<LoggingConfiguration> ONE =
      Query.of(
          sql ->
              sql.selectFrom(VOICE_CONNECTOR_LOGGING)
                  .where(ConnectorSettingSql.ofConnector(VOICE_CONNECTOR_LOGGING)),
          row ->
              new LoggingConfiguration(
                  row.get(VOICE_CONNECTOR_LOGGING.HAS_SIP_LOGS),
                  row.get(VOICE_CONNECTOR_LOGGING.HAS_MEDIA_LOGS)));

  private static final Command ADD =
      Command.insert(
          VOICE_CONNECTOR_LOGGING,
          VOICE_CONNECTOR_LOGGING.ORGANIZATION_ID,
          VOICE_CONNECTOR_LOGGING.VOICE_CONNECTOR_ID,
          VOICE_CONNECTOR_LOGGING.HAS_SIP_LOGS,
          VOICE_CONNECTOR_LOGGING.HAS_MEDIA_LOGS);
  private static final Command CLEAR = ConnectorSettingSql.clear(VOICE_CONNECTOR_LOGGING);

  LoggingConfiguration get(OperationContext context, String voiceConnectorId) {
    return ONE.find(context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId))
        .orElseGet(() -> new LoggingConfiguration(false, false));
  }

  /** Replaces the logging settings of a locked connector. */
  void put(OperationContext context, String voiceConnectorId, boolean sipLogs, boolean mediaLogs) {
    clear(context, voiceConnectorId);
    ADD.run(
        context.transaction(),
        Argument.of(VOICE_CONNECTOR_LOGGING.ORGANIZATION_ID, context.organizationId()),
        Argument.of(VOICE_CONNECTOR_LOGGING.VOICE_CONNECTOR_ID, voiceConnectorId),
        Argument.of(VOICE_CONNECTOR_LOGGING.HAS_SIP_LOGS, sipLogs),
        Argument.of(VOICE_CONNECTOR_LOGGING.HAS_MEDIA_LOGS, mediaLogs));
  }

  void clear(OperationContext context, String voiceConnectorId) {
    CLEAR.run(context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
  }
}

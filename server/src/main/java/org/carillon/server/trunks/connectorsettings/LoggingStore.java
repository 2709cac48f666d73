package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_LOGGING;

import org.carillon.api.model.LoggingConfiguration;
import org.carillon.platform.operations.OperationContext;

/** The rows of logging settings of Voice Connectors; without a row no logs are written. */
final class LoggingStore {

  LoggingConfiguration get(OperationContext context, String voiceConnectorId) {
    return context
        .transaction()
        .sql()
        .selectFrom(VOICE_CONNECTOR_LOGGING)
        .where(ConnectorSettingSql.of(VOICE_CONNECTOR_LOGGING, context, voiceConnectorId))
        .fetchOptional(row -> new LoggingConfiguration(row.getHasSipLogs(), row.getHasMediaLogs()))
        .orElseGet(() -> new LoggingConfiguration(false, false));
  }

  /** Replaces the logging settings of a locked connector. */
  void put(OperationContext context, String voiceConnectorId, boolean sipLogs, boolean mediaLogs) {
    clear(context, voiceConnectorId);
    context
        .transaction()
        .sql()
        .insertInto(VOICE_CONNECTOR_LOGGING)
        .set(VOICE_CONNECTOR_LOGGING.ORGANIZATION_ID, context.organizationId())
        .set(VOICE_CONNECTOR_LOGGING.VOICE_CONNECTOR_ID, voiceConnectorId)
        .set(VOICE_CONNECTOR_LOGGING.HAS_SIP_LOGS, sipLogs)
        .set(VOICE_CONNECTOR_LOGGING.HAS_MEDIA_LOGS, mediaLogs)
        .execute();
  }

  void clear(OperationContext context, String voiceConnectorId) {
    ConnectorSettingSql.clear(VOICE_CONNECTOR_LOGGING, context, voiceConnectorId);
  }
}

package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.TERMINATION_HEALTH;

import java.util.Optional;
import org.carillon.api.model.TerminationHealth;
import org.carillon.platform.db.schema.tables.records.TerminationHealthRecord;
import org.carillon.platform.operations.OperationContext;

/** The last sign of life of Voice Connectors' equipment, and its address. */
final class HealthStore {

  Optional<TerminationHealth> find(OperationContext context, String voiceConnectorId) {
    return row(context, voiceConnectorId)
        .map(row -> new TerminationHealth(row.getHeardAt(), row.getSource()));
  }

  /** Notes for a locked connector that it was heard now, which is later than the last time. */
  void put(OperationContext context, String voiceConnectorId, String source) {
    row(context, voiceConnectorId)
        .ifPresent(last -> context.transaction().nowAfter(last.getHeardAt()));
    clear(context, voiceConnectorId);
    context
        .transaction()
        .sql()
        .insertInto(TERMINATION_HEALTH)
        .set(TERMINATION_HEALTH.ORGANIZATION_ID, context.organizationId())
        .set(TERMINATION_HEALTH.VOICE_CONNECTOR_ID, voiceConnectorId)
        .set(TERMINATION_HEALTH.HEARD_AT, context.now())
        .set(TERMINATION_HEALTH.SOURCE, source)
        .execute();
  }

  void clear(OperationContext context, String voiceConnectorId) {
    ConnectorSettingSql.clear(TERMINATION_HEALTH, context, voiceConnectorId);
  }

  private static Optional<TerminationHealthRecord> row(
      OperationContext context, String voiceConnectorId) {
    return context
        .transaction()
        .sql()
        .selectFrom(TERMINATION_HEALTH)
        .where(ConnectorSettingSql.of(TERMINATION_HEALTH, context, voiceConnectorId))
        .fetchOptional();
  }
}

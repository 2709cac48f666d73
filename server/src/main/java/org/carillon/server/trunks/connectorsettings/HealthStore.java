package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.TERMINATION_HEALTH;

import java.util.Optional;
import org.carillon.api.model.TerminationHealth;
import org.carillon.platform.db.schema.tables.records.TerminationHealthRecord;
import org.carillon.platform.operations.Call;

/** When and from where the equipment of Voice Connectors was last heard. */
final class HealthStore {

  Optional<TerminationHealth> find(Call call, String voiceConnectorId) {
    return row(call, voiceConnectorId)
        .map(row -> new TerminationHealth(row.getHeardAt(), row.getSource()));
  }

  /** Notes for a locked connector that it was heard now, which is later than the last time. */
  void put(Call call, String voiceConnectorId, String source) {
    row(call, voiceConnectorId).ifPresent(last -> call.transaction().locked(last.getHeardAt()));
    clear(call, voiceConnectorId);
    call.transaction()
        .sql()
        .insertInto(TERMINATION_HEALTH)
        .set(TERMINATION_HEALTH.ORGANIZATION_ID, call.organizationId())
        .set(TERMINATION_HEALTH.VOICE_CONNECTOR_ID, voiceConnectorId)
        .set(TERMINATION_HEALTH.HEARD_AT, call.now())
        .set(TERMINATION_HEALTH.SOURCE, source)
        .execute();
  }

  void clear(Call call, String voiceConnectorId) {
    ConnectorRows.clear(TERMINATION_HEALTH, call, voiceConnectorId);
  }

  private static Optional<TerminationHealthRecord> row(Call call, String voiceConnectorId) {
    return call.transaction()
        .sql()
        .selectFrom(TERMINATION_HEALTH)
        .where(ConnectorRows.of(TERMINATION_HEALTH, call, voiceConnectorId))
        .fetchOptional();
  }
}

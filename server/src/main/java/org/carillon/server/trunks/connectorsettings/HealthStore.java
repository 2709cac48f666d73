package org.carillon.server.trunks.connectorsettings;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.TERMINATION_HEALTH;

import java.util.Optional;
import org.carillon.api.model.TerminationHealth;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.OperationContext;

/** The last sign of life of Voice Connectors' equipment, and its address. */
final class HealthStore {

  private static final Query<TerminationHealth> ONE =
      Query.of(
          sql ->
              sql.selectFrom(TERMINATION_HEALTH)
                  .where(ConnectorSettingSql.ofConnector(TERMINATION_HEALTH)),
          row ->
              new TerminationHealth(
                  row.get(TERMINATION_HEALTH.HEARD_AT), row.get(TERMINATION_HEALTH.SOURCE)));

  private static final Command ADD =
      Command.insert(
          TERMINATION_HEALTH,
          TERMINATION_HEALTH.ORGANIZATION_ID,
          TERMINATION_HEALTH.VOICE_CONNECTOR_ID,
          TERMINATION_HEALTH.HEARD_AT,
          TERMINATION_HEALTH.SOURCE);
  private static final Command CLEAR = ConnectorSettingSql.clear(TERMINATION_HEALTH);

  Optional<TerminationHealth> find(OperationContext context, String voiceConnectorId) {
    return ONE.find(
        context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
  }

  /** Notes for a locked connector that it was heard now, which is later than the last time. */
  void put(OperationContext context, String voiceConnectorId, String source) {
    find(context, voiceConnectorId)
        .ifPresent(last -> context.transaction().nowAfter(requireNonNull(last.timestamp())));
    clear(context, voiceConnectorId);
    ADD.run(
        context.transaction(),
        Argument.of(TERMINATION_HEALTH.ORGANIZATION_ID, context.organizationId()),
        Argument.of(TERMINATION_HEALTH.VOICE_CONNECTOR_ID, voiceConnectorId),
        Argument.of(TERMINATION_HEALTH.HEARD_AT, context.now()),
        Argument.of(TERMINATION_HEALTH.SOURCE, source));
  }

  void clear(OperationContext context, String voiceConnectorId) {
    CLEAR.run(context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
  }
}

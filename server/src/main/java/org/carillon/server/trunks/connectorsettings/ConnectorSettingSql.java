package org.carillon.server.trunks.connectorsettings;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR;

import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;
import org.jooq.Table;

/** The common condition of the tables of settings: every row belongs to a Voice Connector. */
final class ConnectorSettingSql {

  private ConnectorSettingSql() {}

  /** Returns the condition that selects the connector's rows of the table. */
  static Condition of(Table<?> table, OperationContext context, String voiceConnectorId) {
    return requireNonNull(table.field(VOICE_CONNECTOR.VOICE_CONNECTOR_ID))
        .eq(voiceConnectorId)
        .and(
            requireNonNull(table.field(VOICE_CONNECTOR.ORGANIZATION_ID))
                .eq(context.organizationId()));
  }

  /** Removes the rows of a locked connector. */
  static void clear(Table<?> table, OperationContext context, String voiceConnectorId) {
    context
        .transaction()
        .sql()
        .deleteFrom(table)
        .where(of(table, context, voiceConnectorId))
        .execute();
  }
}

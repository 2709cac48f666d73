package org.carillon.server.trunks.connectorsettings;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR;

import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;
import org.jooq.Table;

/** The common condition of the tables of settings: every row belongs to a Voice Connector. */
final class ConnectorSettingSql {

  private static final Parameter<String> CONNECTOR =
      Parameter.of(VOICE_CONNECTOR.VOICE_CONNECTOR_ID);

  private ConnectorSettingSql() {}

  /** Returns the condition that rows of the table are those of the connector of a run. */
  static Condition ofConnector(Table<?> table) {
    return requireNonNull(table.field(VOICE_CONNECTOR.VOICE_CONNECTOR_ID))
        .eq(CONNECTOR.slot())
        .and(
            ContextSql.ofOrganization(
                requireNonNull(table.field(VOICE_CONNECTOR.ORGANIZATION_ID))));
  }

  /** Returns the command that removes the rows of a locked connector. */
  static Command clear(Table<?> table) {
    return Command.of(sql -> sql.deleteFrom(table).where(ofConnector(table)));
  }

  /** Returns a connector for {@link #ofConnector}. */
  static Argument connector(OperationContext context, String voiceConnectorId) {
    return Argument.all(context.organization(), CONNECTOR.is(voiceConnectorId));
  }
}

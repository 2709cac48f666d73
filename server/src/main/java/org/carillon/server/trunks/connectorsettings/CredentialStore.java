package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.TERMINATION_CREDENTIAL;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;

/** The user names of Voice Connectors with their sealed passwords. */
final class CredentialStore {

  private static final Condition OF_CONNECTOR =
      ConnectorSettingSql.ofConnector(TERMINATION_CREDENTIAL);
  private static final Condition ONE = OF_CONNECTOR.and(given(TERMINATION_CREDENTIAL.USERNAME));

  private static final Query<String> USERNAMES =
      Query.of(
          sql ->
              sql.select(TERMINATION_CREDENTIAL.USERNAME)
                  .from(TERMINATION_CREDENTIAL)
                  .where(OF_CONNECTOR),
          row -> row.get(TERMINATION_CREDENTIAL.USERNAME));

  private static final Query<byte[]> SEALED =
      Query.of(
          sql ->
              sql.select(TERMINATION_CREDENTIAL.PASSWORD).from(TERMINATION_CREDENTIAL).where(ONE),
          row -> row.get(TERMINATION_CREDENTIAL.PASSWORD));

  private static final Command PUT =
      Command.insertOrUpdate(
          TERMINATION_CREDENTIAL,
          List.of(
              TERMINATION_CREDENTIAL.VOICE_CONNECTOR_ID,
              TERMINATION_CREDENTIAL.USERNAME,
              TERMINATION_CREDENTIAL.ORGANIZATION_ID),
          List.of(TERMINATION_CREDENTIAL.PASSWORD));

  private static final Command REMOVE =
      Command.of(sql -> sql.deleteFrom(TERMINATION_CREDENTIAL).where(ONE));
  private static final Command CLEAR = ConnectorSettingSql.clear(TERMINATION_CREDENTIAL);

  /** In the order of their characters, which is not that of every database. */
  List<String> usernames(OperationContext context, String voiceConnectorId) {
    return USERNAMES
        .list(context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId))
        .stream()
        .sorted()
        .toList();
  }

  Optional<byte[]> sealed(OperationContext context, String voiceConnectorId, String username) {
    return SEALED.find(
        context.transaction(),
        ConnectorSettingSql.connector(context, voiceConnectorId),
        Argument.of(TERMINATION_CREDENTIAL.USERNAME, username));
  }

  /** Adds a user name to a locked connector, or gives it another password. */
  void put(OperationContext context, String voiceConnectorId, String username, byte[] sealed) {
    PUT.run(
        context.transaction(),
        Argument.of(TERMINATION_CREDENTIAL.ORGANIZATION_ID, context.organizationId()),
        Argument.of(TERMINATION_CREDENTIAL.VOICE_CONNECTOR_ID, voiceConnectorId),
        Argument.of(TERMINATION_CREDENTIAL.USERNAME, username),
        Argument.of(TERMINATION_CREDENTIAL.PASSWORD, sealed));
  }

  /** Removes a user name of a locked connector, if it is there. */
  void remove(OperationContext context, String voiceConnectorId, String username) {
    REMOVE.run(
        context.transaction(),
        ConnectorSettingSql.connector(context, voiceConnectorId),
        Argument.of(TERMINATION_CREDENTIAL.USERNAME, username));
  }

  void clear(OperationContext context, String voiceConnectorId) {
    CLEAR.run(context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
  }
}

package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.TERMINATION_CREDENTIAL;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.operations.OperationContext;

/** The user names of Voice Connectors with their sealed passwords. */
final class CredentialStore {

  /** In the order of their characters, which is not that of every database. */
  List<String> usernames(OperationContext context, String voiceConnectorId) {
    return context
        .transaction()
        .sql()
        .select(TERMINATION_CREDENTIAL.USERNAME)
        .from(TERMINATION_CREDENTIAL)
        .where(ConnectorSettingSql.of(TERMINATION_CREDENTIAL, context, voiceConnectorId))
        .fetch(TERMINATION_CREDENTIAL.USERNAME)
        .stream()
        .sorted()
        .toList();
  }

  Optional<byte[]> sealed(OperationContext context, String voiceConnectorId, String username) {
    return context
        .transaction()
        .sql()
        .select(TERMINATION_CREDENTIAL.PASSWORD)
        .from(TERMINATION_CREDENTIAL)
        .where(ConnectorSettingSql.of(TERMINATION_CREDENTIAL, context, voiceConnectorId))
        .and(TERMINATION_CREDENTIAL.USERNAME.eq(username))
        .fetchOptional(TERMINATION_CREDENTIAL.PASSWORD);
  }

  /** Adds a user name to a locked connector, or gives it another password. */
  void put(OperationContext context, String voiceConnectorId, String username, byte[] sealed) {
    context
        .transaction()
        .sql()
        .insertInto(TERMINATION_CREDENTIAL)
        .set(TERMINATION_CREDENTIAL.ORGANIZATION_ID, context.organizationId())
        .set(TERMINATION_CREDENTIAL.VOICE_CONNECTOR_ID, voiceConnectorId)
        .set(TERMINATION_CREDENTIAL.USERNAME, username)
        .set(TERMINATION_CREDENTIAL.PASSWORD, sealed)
        .onConflict(
            TERMINATION_CREDENTIAL.VOICE_CONNECTOR_ID,
            TERMINATION_CREDENTIAL.USERNAME,
            TERMINATION_CREDENTIAL.ORGANIZATION_ID)
        .doUpdate()
        .set(TERMINATION_CREDENTIAL.PASSWORD, sealed)
        .execute();
  }

  /** Removes a user name of a locked connector, if it is there. */
  void remove(OperationContext context, String voiceConnectorId, String username) {
    context
        .transaction()
        .sql()
        .deleteFrom(TERMINATION_CREDENTIAL)
        .where(ConnectorSettingSql.of(TERMINATION_CREDENTIAL, context, voiceConnectorId))
        .and(TERMINATION_CREDENTIAL.USERNAME.eq(username))
        .execute();
  }

  void clear(OperationContext context, String voiceConnectorId) {
    ConnectorSettingSql.clear(TERMINATION_CREDENTIAL, context, voiceConnectorId);
  }
}

package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_TERMINATION;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorTerminationRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;

/** The termination settings of Voice Connectors, in a row each. */
final class TerminationStore {

  private static final String BETWEEN = " ";

  private static final Query<TrunkTermination> ONE =
      Query.of(
          sql ->
              sql.selectFrom(VOICE_CONNECTOR_TERMINATION)
                  .where(ConnectorSettingSql.ofConnector(VOICE_CONNECTOR_TERMINATION)),
          TerminationStore::read);

  private static final RecordCommand<VoiceConnectorTerminationRecord> ADD =
      RecordCommand.insert(VOICE_CONNECTOR_TERMINATION);
  private static final Command CLEAR = ConnectorSettingSql.clear(VOICE_CONNECTOR_TERMINATION);

  Optional<TrunkTermination> find(OperationContext context, String voiceConnectorId) {
    return ONE.find(
        context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
  }

  /** Replaces what a locked connector has. */
  void put(OperationContext context, String voiceConnectorId, TrunkTermination termination) {
    clear(context, voiceConnectorId);
    VoiceConnectorTerminationRecord row = new VoiceConnectorTerminationRecord();
    row.setOrganizationId(context.organizationId());
    row.setVoiceConnectorId(voiceConnectorId);
    row.setCallsPerSecond(termination.callsPerSecond());
    E164 defaultNumber = termination.defaultNumber();
    row.setDefaultNumber(defaultNumber == null ? null : defaultNumber.text());
    row.setCallingRegions(String.join(BETWEEN, termination.callingRegions()));
    row.setAllowedRanges(String.join(BETWEEN, termination.allowedRanges()));
    row.setIsDisabled(termination.disabled());
    ADD.run(context.transaction(), row);
  }

  void clear(OperationContext context, String voiceConnectorId) {
    CLEAR.run(context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
  }

  private static TrunkTermination read(Row row) {
    String defaultNumber = row.get(VOICE_CONNECTOR_TERMINATION.DEFAULT_NUMBER);
    return new TrunkTermination(
        row.get(VOICE_CONNECTOR_TERMINATION.CALLS_PER_SECOND),
        defaultNumber == null ? null : new E164(defaultNumber),
        List.of(row.get(VOICE_CONNECTOR_TERMINATION.CALLING_REGIONS).split(BETWEEN)),
        List.of(row.get(VOICE_CONNECTOR_TERMINATION.ALLOWED_RANGES).split(BETWEEN)),
        row.get(VOICE_CONNECTOR_TERMINATION.IS_DISABLED));
  }
}

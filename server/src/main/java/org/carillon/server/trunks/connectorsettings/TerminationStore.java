package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_TERMINATION;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorTerminationRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;

/** The termination settings of Voice Connectors, in a row each. */
final class TerminationStore {

  private static final String BETWEEN = " ";

  Optional<TrunkTermination> find(OperationContext context, String voiceConnectorId) {
    return context
        .transaction()
        .sql()
        .selectFrom(VOICE_CONNECTOR_TERMINATION)
        .where(ConnectorSettingSql.of(VOICE_CONNECTOR_TERMINATION, context, voiceConnectorId))
        .fetchOptional(TerminationStore::read);
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
    context.transaction().sql().insertInto(VOICE_CONNECTOR_TERMINATION).set(row).execute();
  }

  void clear(OperationContext context, String voiceConnectorId) {
    ConnectorSettingSql.clear(VOICE_CONNECTOR_TERMINATION, context, voiceConnectorId);
  }

  private static TrunkTermination read(VoiceConnectorTerminationRecord row) {
    return new TrunkTermination(
        row.getCallsPerSecond(),
        row.getDefaultNumber() == null ? null : new E164(row.getDefaultNumber()),
        List.of(row.getCallingRegions().split(BETWEEN)),
        List.of(row.getAllowedRanges().split(BETWEEN)),
        row.getIsDisabled());
  }
}

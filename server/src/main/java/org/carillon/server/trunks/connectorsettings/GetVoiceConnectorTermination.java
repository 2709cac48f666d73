package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.GetVoiceConnectorTerminationInput;
import org.carillon.api.model.GetVoiceConnectorTerminationOutput;
import org.carillon.api.model.Termination;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/**
 * Shows the addresses from which equipment may call through a Voice Connector, and the countries
 * that it may call.
 */
final class GetVoiceConnectorTermination
    implements ReadOperation<
        GetVoiceConnectorTerminationInput, GetVoiceConnectorTerminationOutput> {

  private final VoiceConnectorStore connectors;
  private final TerminationStore terminations;
  private final DefaultNumber defaultNumber;

  GetVoiceConnectorTermination(
      VoiceConnectorStore connectors, TerminationStore terminations, DefaultNumber defaultNumber) {
    this.connectors = connectors;
    this.terminations = terminations;
    this.defaultNumber = defaultNumber;
  }

  @Override
  public GetVoiceConnectorTerminationOutput run(
      GetVoiceConnectorTerminationInput input, OperationContext context) {
    VoiceConnector connector = connectors.get(context, input.voiceConnectorId());
    Termination termination =
        terminations
            .find(context, connector.voiceConnectorId())
            .orElseThrow(() -> SettingsNotFound.settings(connector, "termination"))
            .view();
    String number = termination.defaultPhoneNumber();
    return new GetVoiceConnectorTerminationOutput(
        number == null || defaultNumber.isInForce(context, connector, new E164(number))
            ? termination
            : termination.toBuilder().defaultPhoneNumber(null).build());
  }
}

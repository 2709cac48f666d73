package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorInput;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorOutput;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.TrunkNumbers;

/** Takes numbers from a Voice Connector, each by itself. */
final class DisassociatePhoneNumbersFromVoiceConnector
    implements WriteOperation<
        DisassociatePhoneNumbersFromVoiceConnectorInput,
        DisassociatePhoneNumbersFromVoiceConnectorOutput> {

  private final VoiceConnectorStore connectors;
  private final TrunkNumbers numbers;

  DisassociatePhoneNumbersFromVoiceConnector(VoiceConnectorStore connectors, TrunkNumbers numbers) {
    this.connectors = connectors;
    this.numbers = numbers;
  }

  @Override
  public DisassociatePhoneNumbersFromVoiceConnectorOutput run(
      DisassociatePhoneNumbersFromVoiceConnectorInput input, OperationContext context) {
    Holder trunk = connectors.lock(context, input.voiceConnectorId()).holder();
    List<PhoneNumberError> errors = numbers.unassign(context, trunk, input.e164PhoneNumbers());
    return new DisassociatePhoneNumbersFromVoiceConnectorOutput(errors);
  }
}

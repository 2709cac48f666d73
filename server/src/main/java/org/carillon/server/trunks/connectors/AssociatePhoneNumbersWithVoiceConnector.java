package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorOutput;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.TrunkNumbers;

/** Gives numbers of the inventory to a Voice Connector, each by itself. */
final class AssociatePhoneNumbersWithVoiceConnector
    implements WriteOperation<
        AssociatePhoneNumbersWithVoiceConnectorInput,
        AssociatePhoneNumbersWithVoiceConnectorOutput> {

  private final VoiceConnectorStore connectors;
  private final TrunkNumbers numbers;

  AssociatePhoneNumbersWithVoiceConnector(VoiceConnectorStore connectors, TrunkNumbers numbers) {
    this.connectors = connectors;
    this.numbers = numbers;
  }

  @Override
  public AssociatePhoneNumbersWithVoiceConnectorOutput run(
      AssociatePhoneNumbersWithVoiceConnectorInput input, OperationContext context) {
    Holder trunk = connectors.lock(context, input.voiceConnectorId()).holder();
    boolean force = Boolean.TRUE.equals(input.forceAssociate());
    List<PhoneNumberError> errors = numbers.assign(context, trunk, input.e164PhoneNumbers(), force);
    return new AssociatePhoneNumbersWithVoiceConnectorOutput(errors);
  }
}

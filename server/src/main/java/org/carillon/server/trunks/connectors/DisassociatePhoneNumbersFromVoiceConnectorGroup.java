package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorGroupInput;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorGroupOutput;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.TrunkNumbers;

/** Takes numbers from a group of Voice Connectors, each by itself. */
final class DisassociatePhoneNumbersFromVoiceConnectorGroup
    implements WriteOperation<
        DisassociatePhoneNumbersFromVoiceConnectorGroupInput,
        DisassociatePhoneNumbersFromVoiceConnectorGroupOutput> {

  private final GroupStore groups;
  private final TrunkNumbers numbers;

  DisassociatePhoneNumbersFromVoiceConnectorGroup(GroupStore groups, TrunkNumbers numbers) {
    this.groups = groups;
    this.numbers = numbers;
  }

  @Override
  public DisassociatePhoneNumbersFromVoiceConnectorGroupOutput run(
      DisassociatePhoneNumbersFromVoiceConnectorGroupInput input, OperationContext context) {
    Holder trunk = groups.lock(context, input.voiceConnectorGroupId()).holder();
    List<PhoneNumberError> errors = numbers.unassign(context, trunk, input.e164PhoneNumbers());
    return new DisassociatePhoneNumbersFromVoiceConnectorGroupOutput(errors);
  }
}

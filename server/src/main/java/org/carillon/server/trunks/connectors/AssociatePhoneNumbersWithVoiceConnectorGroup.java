package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorGroupInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorGroupOutput;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.TrunkNumbers;

/** Gives numbers of the inventory to a group of Voice Connectors, each by itself. */
final class AssociatePhoneNumbersWithVoiceConnectorGroup
    implements WriteOperation<
        AssociatePhoneNumbersWithVoiceConnectorGroupInput,
        AssociatePhoneNumbersWithVoiceConnectorGroupOutput> {

  private final GroupStore groups;
  private final TrunkNumbers numbers;

  AssociatePhoneNumbersWithVoiceConnectorGroup(GroupStore groups, TrunkNumbers numbers) {
    this.groups = groups;
    this.numbers = numbers;
  }

  @Override
  public AssociatePhoneNumbersWithVoiceConnectorGroupOutput run(
      AssociatePhoneNumbersWithVoiceConnectorGroupInput input, OperationContext context) {
    Holder trunk = groups.lock(context, input.voiceConnectorGroupId()).holder();
    boolean force = Boolean.TRUE.equals(input.forceAssociate());
    List<PhoneNumberError> errors = numbers.assign(context, trunk, input.e164PhoneNumbers(), force);
    return new AssociatePhoneNumbersWithVoiceConnectorGroupOutput(errors);
  }
}

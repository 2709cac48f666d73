package org.carillon.server.trunks.rules;

import java.util.Locale;
import java.util.Optional;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Finds what sets a rule off, and refuses what cannot or what sets another rule off already. */
final class Triggers {

  private final SipRuleStore rules;
  private final PhoneNumberStore numbers;
  private final VoiceConnectorStore connectors;

  Triggers(SipRuleStore rules, PhoneNumberStore numbers, VoiceConnectorStore connectors) {
    this.rules = rules;
    this.numbers = numbers;
    this.connectors = connectors;
  }

  /**
   * What sets a new rule off.
   *
   * @param number the number to give to the rule, locked; empty for a host name
   */
  record LockedTrigger(SipRule.Trigger trigger, Optional<PhoneNumber> number) {}

  /**
   * The trigger, once its number is locked; asked after the applications.
   *
   * @param value as a client wrote it
   * @throws org.carillon.api.model.BadRequestException when the organization has no such number or
   *     host name, or the number is of another product
   * @throws org.carillon.api.model.ConflictException when it is the trigger of another rule
   */
  LockedTrigger find(OperationContext context, SipRuleTriggerType type, String value) {
    LockedTrigger found =
        switch (type) {
          case TO_PHONE_NUMBER -> number(context, value);
          case REQUEST_URI_HOSTNAME -> hostName(context, value);
        };
    Optional<SipRule> other = rules.triggeredBy(context, found.trigger());
    if (other.isPresent()) {
      throw other.get().alreadyTriggered();
    }
    found.number().ifPresent(Triggers::verifyProduct);
    return found;
  }

  private LockedTrigger number(OperationContext context, String value) {
    E164 e164 = E164.of("TriggerValue", value);
    PhoneNumber number =
        numbers
            .lockIfPresent(context, e164)
            .orElseThrow(() ->
                Refusal.badRequest(
                    "there is no phone number " + e164 + " in this organization; order it first"));
    return new LockedTrigger(
        new SipRule.Trigger(SipRuleTriggerType.TO_PHONE_NUMBER, e164.text()), Optional.of(number));
  }

  private static void verifyProduct(PhoneNumber number) {
    if (number.productType() != PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN) {
      throw Refusal.badRequest(
          number.e164()
              + " is a "
              + number.productType().value()
              + " number, and SIP rules can hold only SipMediaApplicationDialIn numbers; change its"
              + " product type first");
    }
  }

  private LockedTrigger hostName(OperationContext context, String value) {
    String hostName = value.toLowerCase(Locale.ROOT);
    if (!connectors.lockByHostName(context, hostName)) {
      throw Refusal.badRequest(
          value
              + " is not the outbound host name of a Voice Connector of this organization; write"
              + " such a host name");
    }
    return new LockedTrigger(SipRule.Trigger.hostName(hostName), Optional.empty());
  }
}

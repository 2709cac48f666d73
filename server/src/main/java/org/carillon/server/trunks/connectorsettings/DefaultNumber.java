package org.carillon.server.trunks.connectorsettings;

import static org.carillon.api.model.PhoneNumberProductType.VOICE_CONNECTOR;

import java.util.List;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Assignment;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.InventoryStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.State;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;
import org.jspecify.annotations.Nullable;

/**
 * Says which number the calls of a Voice Connector may come from when they bring none of their own:
 * a VoiceConnector number of the organization that nobody holds, or that this connector or one of
 * its groups does. It is verified when it is set and when it is shown; whoever carries a call looks
 * again.
 */
final class DefaultNumber {

  private final VoiceConnectorStore connectors;
  private final PhoneNumberStore numbers;
  private final Assignments assignments;
  private final InventoryStore inventory;

  DefaultNumber(VoiceConnectorStore connectors, NumbersFeature feature) {
    this.connectors = connectors;
    this.numbers = feature.numbers();
    this.assignments = feature.assignments();
    this.inventory = feature.inventory();
  }

  /**
   * Refuses a number that a locked connector cannot use.
   *
   * @param e164 with its leading plus; null for none, which is fine
   * @throws org.carillon.api.model.BadRequestException naming the rule, and who holds the number
   */
  void verify(OperationContext context, VoiceConnector connector, @Nullable String e164) {
    if (e164 == null) {
      return;
    }
    PhoneNumber number =
        numbers
            .lockIfPresent(context, e164)
            .filter(found -> found.state() instanceof State.Held)
            .orElseThrow(() -> refused(e164, "is not in the inventory of this organization"));
    if (number.productType() != VOICE_CONNECTOR) {
      throw refused(
          e164,
          "is a "
              + number.productType().value()
              + " number; change its product type to VoiceConnector first");
    }
    List<Assignment> held = assignments.of(context, number);
    for (Assignment each : held) {
      if (!connectors.isOrIsIn(context, connector, each.holder())) {
        throw refused(
            e164,
            "is assigned to "
                + each.describe()
                + ", which is neither this Voice Connector nor one of its groups; "
                + each.holder().kind().freeing()
                + " first");
      }
    }
  }

  /** Whether the number that was set is still one that the connector can use. */
  boolean isInForce(OperationContext context, VoiceConnector connector, String e164) {
    return inventory
        .find(context, e164)
        .filter(entry -> entry.number().state() instanceof State.Held)
        .filter(entry -> entry.number().productType() == VOICE_CONNECTOR)
        .filter(entry ->
            entry.assignments().stream()
                .allMatch(each -> connectors.isOrIsIn(context, connector, each.holder())))
        .isPresent();
  }

  private static RuntimeException refused(String e164, String rule) {
    return Refusal.badRequest("DefaultPhoneNumber: " + e164 + " " + rule);
  }
}

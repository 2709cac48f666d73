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
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;
import org.jspecify.annotations.Nullable;

/**
 * The caller ID of calls of a Voice Connector that have none: a VoiceConnector number of the
 * organization that is Unassigned, or assigned to this connector or one of its groups. It is
 * verified when it is set and when it is shown; an engine verifies it at each call.
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
   * @param e164 null for none, which is fine
   * @throws org.carillon.api.model.BadRequestException naming the rule, and who holds the number
   */
  void verify(OperationContext context, VoiceConnector connector, @Nullable E164 e164) {
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

  /** Returns whether the connector can still use the number. */
  boolean isInForce(OperationContext context, VoiceConnector connector, E164 e164) {
    return inventory
        .find(context, e164)
        .filter(entry -> entry.number().state() instanceof State.Held)
        .filter(entry -> entry.number().productType() == VOICE_CONNECTOR)
        .filter(entry ->
            entry.assignments().stream()
                .allMatch(each -> connectors.isOrIsIn(context, connector, each.holder())))
        .isPresent();
  }

  private static RuntimeException refused(E164 e164, String rule) {
    return Refusal.badRequest("DefaultPhoneNumber " + e164 + " " + rule);
  }
}

package org.carillon.server.changes.disassociation;

import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.DisassociatePhoneNumberInput;
import org.carillon.api.model.DisassociatePhoneNumberOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.lines.LineDeletion;
import org.carillon.server.inventory.numbers.Assignment;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.users.UserNumbers;
import org.carillon.server.trunks.connectors.VoiceConnectorsFeature;
import org.carillon.server.trunks.rules.SipRuleDeletion;

/** Takes a number from its holder, by the rules of the holder's own feature. */
final class DisassociatePhoneNumber
    implements WriteOperation<DisassociatePhoneNumberInput, DisassociatePhoneNumberOutput> {

  private final Assignments assignments;
  private final UserNumbers users;
  private final VoiceConnectorsFeature connectors;
  private final SipRuleDeletion rules;
  private final LineDeletion lines;

  DisassociatePhoneNumber(
      Assignments assignments,
      UserNumbers users,
      VoiceConnectorsFeature connectors,
      SipRuleDeletion rules,
      LineDeletion lines) {
    this.assignments = assignments;
    this.users = users;
    this.connectors = connectors;
    this.rules = rules;
    this.lines = lines;
  }

  @Override
  public DisassociatePhoneNumberOutput run(
      DisassociatePhoneNumberInput input, OperationContext context) {
    E164 e164 = E164.ofPath(input.phoneNumberId());
    Assignment held = assignments.getOfHolder(context, e164);
    boolean deletes = Boolean.TRUE.equals(input.deleteLineOrSipRule());
    List<String> noticing;
    try {
      noticing = take(context, e164, held, deletes);
    } catch (BadRequestException | NotFoundException refused) {
      refuseMoved(context, e164, held);
      throw refused;
    }
    return new DisassociatePhoneNumberOutput(held.ended(e164, context.now()), noticing);
  }

  /** Refuses a number that another holder got before the lock of the former one. */
  private void refuseMoved(OperationContext context, E164 e164, Assignment held) {
    Assignment present = assignments.getOfHolder(context, e164);
    if (!present.equals(held)) {
      throw Refusal.conflict(
          "%s moved to %s during the request; try again".formatted(e164, present.describe()));
    }
  }

  /** The holder's row is locked before the number's, as everywhere. */
  private List<String> take(OperationContext context, E164 e164, Assignment held, boolean deletes) {
    Holder holder = held.holder();
    switch (holder.kind()) {
      case USER -> {
        users.unassign(context, e164, held);
        return List.of(holder.holderId());
      }
      case CONNECTOR, GROUP -> connectors.unassign(context, holder, e164);
      case SIP_RULE -> {
        refuseToKeep(e164, held, deletes);
        rules.delete(context, holder.holderId());
      }
      case LINE -> {
        refuseToKeep(e164, held, deletes);
        return lines.delete(context, holder.holderId(), null);
      }
    }
    return List.of();
  }

  private static void refuseToKeep(E164 e164, Assignment held, boolean deletes) {
    if (!deletes) {
      throw Refusal.conflict(
          "%s is assigned to %s, which cannot be without it; %s, or set DeleteLineOrSipRule"
              .formatted(e164, held.describe(), held.holder().kind().freeing()));
    }
  }
}

package org.carillon.server.changes.disassociation;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.calls.lines.LinesFeature;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.people.users.UsersFeature;
import org.carillon.server.trunks.connectors.VoiceConnectorsFeature;
import org.carillon.server.trunks.rules.SipRulesFeature;

/** The operation that takes a number from any holder. */
public final class DisassociationFeature implements Feature {

  private final DisassociatePhoneNumber disassociation;

  /** Takes those numbers from all holders of these features. */
  @SuppressWarnings("unused") // every feature is given the platform
  public DisassociationFeature(
      Platform platform,
      NumbersFeature numbers,
      UsersFeature users,
      VoiceConnectorsFeature connectors,
      SipRulesFeature sipRules,
      LinesFeature lines) {
    this.disassociation =
        new DisassociatePhoneNumber(
            numbers.assignments(),
            users.userNumbers(),
            connectors,
            sipRules.deletion(),
            lines.deletion());
  }

  /** The operation on numbers of any holder. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(new OperationBinding<>(Operations.DISASSOCIATE_PHONE_NUMBER, disassociation));
  }
}

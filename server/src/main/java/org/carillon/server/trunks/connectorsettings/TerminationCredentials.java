package org.carillon.server.trunks.connectorsettings;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.Credential;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;

/**
 * The credentials with which equipment of Voice Connectors signs in to make calls. SIP digest needs
 * the password itself, so it is kept sealed rather than hashed, and bound to its organization,
 * connector and user name. Error messages have no user name: it may be half of a secret.
 */
final class TerminationCredentials {

  static final Limit OF_A_CONNECTOR =
      Limit.fixed(20, "credentials", "a Voice Connector", "delete some first");

  private final CredentialStore credentials = new CredentialStore();
  private final Vault vault;

  TerminationCredentials(Vault vault) {
    this.vault = vault;
  }

  /**
   * Returns the password for the SIP stack of this process; no answer may show it.
   *
   * @return nothing when the connector has no such user name, as one that was deleted
   */
  Optional<String> password(OperationContext context, String voiceConnectorId, String username) {
    return credentials
        .sealed(context, voiceConnectorId, username)
        .map(sealed -> vault.open(sealed, sealContext(context, voiceConnectorId, username)))
        .map(clear -> new String(clear, StandardCharsets.UTF_8));
  }

  /** In the order of their characters. */
  List<String> usernames(OperationContext context, String voiceConnectorId) {
    return credentials.usernames(context, voiceConnectorId);
  }

  /**
   * Adds credentials to a locked connector; a user name that is there gets the new password.
   *
   * @throws org.carillon.api.model.BadRequestException when a user name comes twice, or there would
   *     be too many
   */
  void put(OperationContext context, String voiceConnectorId, List<Credential> given) {
    Set<String> named = new HashSet<>();
    for (Credential each : given) {
      if (!named.add(each.username())) {
        throw Refusal.badRequest("Credentials lists a Username twice; list each Username once");
      }
    }
    List<String> present = usernames(context, voiceConnectorId);
    present.forEach(named::remove);
    OF_A_CONNECTOR.refuseBeyond(
        context, "Voice Connector " + voiceConnectorId, named.size(), most -> present.size());
    for (Credential each : given) {
      byte[] clear = each.password().getBytes(StandardCharsets.UTF_8);
      String sealedFor = sealContext(context, voiceConnectorId, each.username());
      credentials.put(context, voiceConnectorId, each.username(), vault.seal(clear, sealedFor));
    }
  }

  /** Removes those that are there from a locked connector. */
  void remove(OperationContext context, String voiceConnectorId, List<String> usernames) {
    usernames.forEach(username -> credentials.remove(context, voiceConnectorId, username));
  }

  void clear(OperationContext context, String voiceConnectorId) {
    credentials.clear(context, voiceConnectorId);
  }

  /** The user name comes last, since it alone may contain a slash. */
  private static String sealContext(
      OperationContext context, String voiceConnectorId, String username) {
    return "termination-credential/"
        + context.organizationId()
        + "/"
        + voiceConnectorId
        + "/"
        + username;
  }
}

package org.carillon.app.command;

import java.net.URI;
import java.net.URISyntaxException;
import org.carillon.app.installation.FailureException;
import org.carillon.app.installation.Installation;
import org.carillon.app.installation.TimeSource;
import org.carillon.app.settings.IdentitySettings;
import org.carillon.app.settings.Settings;
import org.carillon.platform.identity.AccessKey;
import org.carillon.platform.identity.AccessKeys;
import org.carillon.protocol.sigv4.RequestSigner;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a call of the API goes and which key signs it: what AWS's variables say, else what the
 * installation of the settings has.
 */
record ApiAccess(CommandEnvironment environment, CommandSpec spec, Settings settings) {

  private static final String SIGNING_NAME = "chime";
  private static final String NO_ADDRESS =
      "The endpoint %s is not an address; write it as http://127.0.0.1:8080";

  /**
   * Returns the server's address.
   *
   * @param given by a flag; empty when it was not
   * @throws IllegalArgumentException when it is not an address
   */
  URI endpoint(String given) {
    String url = given.isEmpty() ? variable("AWS_ENDPOINT_URL") : given;
    if (url.isEmpty()) {
      return settings.server().address(settings.server().port());
    }
    try {
      URI endpoint = new URI(url);
      if (endpoint.getHost() != null && String.valueOf(endpoint.getScheme()).matches("https?")) {
        return endpoint;
      }
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(NO_ADDRESS.formatted(url), malformed);
    }
    throw new IllegalArgumentException(NO_ADDRESS.formatted(url));
  }

  /**
   * Returns what signs with the key of the variables, else with the newest of the principal root.
   *
   * @throws FailureException when there is neither
   */
  RequestSigner signer() {
    String id = variable("AWS_ACCESS_KEY_ID");
    String secret = variable("AWS_SECRET_ACCESS_KEY");
    if (!id.isEmpty() && !secret.isEmpty()) {
      return signer(id, secret);
    }
    IdentitySettings identity = settings.identity();
    if (identity.hasRootKey()) {
      return signer(identity.rootAccessKeyId(), identity.rootSecretAccessKey().text());
    }
    try (Installation installation = environment.open(spec)) {
      AccessKey root =
          new AccessKeys(installation.database(), installation.vault(), installation.ids()).root();
      if (root == null) {
        throw new FailureException(
            "The principal root has no access key: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
                + " or issue a key with: "
                + environment.hint(
                    spec, "key", "create", "--organization", "ID", "--principal", "root"));
      }
      return signer(root.accessKeyId(), root.secret());
    }
  }

  private static RequestSigner signer(String id, String secret) {
    return new RequestSigner(id, secret, SIGNING_NAME, TimeSource.machine());
  }

  private String variable(String name) {
    return environment.environment().getOrDefault(name, "");
  }
}

package org.carillon.app.command;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.carillon.platform.identity.RootAccess;

/** The first lines of a server for its operator: its address and the first access key. */
final class Welcome {

  private Welcome() {}

  /**
   * The lines to print; only the very first start's hold a secret.
   *
   * @param command a command of ours as the reader can paste it, of its words
   */
  static String text(URI address, RootAccess access, UnaryOperator<String> command) {
    String organization = "Organization " + access.organizationId();
    return switch (access) {
      case RootAccess.Issued first ->
          """
          Carillon serves at %s

          %s was made, with an access key whose secret is shown only now. Paste:

            export AWS_ACCESS_KEY_ID=%s
            export AWS_SECRET_ACCESS_KEY=%s
            export AWS_DEFAULT_REGION=us-east-1
            export AWS_ENDPOINT_URL=%s

            aws chime search-available-phone-numbers --area-code 206 --endpoint-url %s
          """
              .formatted(
                  address,
                  organization,
                  first.key().accessKeyId(),
                  first.key().secret(),
                  address,
                  address);
      case RootAccess.Setting given ->
          """
          Carillon serves at %s
          %s; its root access key is %s, with the secret that the settings give.
          """
              .formatted(address, organization, given.accessKeyId());
      case RootAccess.Earlier earlier ->
          """
          Carillon serves at %s
          %s; %s.

            %s
            %s
          """
              .formatted(
                  address,
                  organization,
                  earlier.accessKeyId() == null
                      ? "it has no root access key"
                      : "the secret of " + earlier.accessKeyId() + " was shown when it was made",
                  command.apply("key list --organization " + access.organizationId()),
                  command.apply("key create --organization " + access.organizationId()));
    };
  }
}

package org.carillon.server.trunks.connectors;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain below which every Voice Connector has a host name of its own.
 *
 * @param name without dots at its ends
 */
public record SipDomain(String name) {

  /** The form of a domain: labels of RFC 1123 with dots between them. */
  public static final String FORM =
      "(?=.{1,200}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";

  private static final Pattern DOMAIN = Pattern.compile(FORM);

  /** A domain that no public name server knows. */
  public static final SipDomain DEFAULT = new SipDomain("voiceconnector.internal");

  /** Refuses a text that is not a domain in small letters. */
  public SipDomain {
    if (!DOMAIN.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " is not a domain name");
    }
  }

  /** The host name of the Voice Connector with that id. */
  public String hostName(String voiceConnectorId) {
    return voiceConnectorId + "." + name;
  }

  /**
   * Returns the connector's id of a host name, letter case aside; empty for a host name of another
   * domain.
   */
  public Optional<String> voiceConnectorId(String hostName) {
    String host = hostName.toLowerCase(Locale.ROOT);
    String rest = "." + name;
    return host.endsWith(rest)
        ? Optional.of(host.substring(0, host.length() - rest.length()))
        : Optional.empty();
  }
}

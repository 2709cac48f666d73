package org.carillon.server.trunks.connectorsettings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.api.model.OriginationRoute;
import org.carillon.api.model.OriginationRouteProtocol;
import org.carillon.platform.operations.Refusal;

/** One way to the equipment of a Voice Connector. */
record Route(String host, int port, OriginationRouteProtocol protocol, int priority, int weight) {

  private static final int SIP_PORT = 5060;
  private static final int FIRST = 1;
  private static final int LIGHTEST = 1;

  /** Letters, digits and hyphens; the last label has a letter, or the text would be an address. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*"
              + "(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** The identity of a route; two spellings of a host are one. */
  record Target(Object host, int port, OriginationRouteProtocol protocol) {}

  /**
   * Returns the route with defaults for absent members.
   *
   * @param usual the protocol when none is given
   * @param dualStack whether the connector takes IPv6
   * @throws org.carillon.api.model.BadRequestException when the host cannot be one
   */
  static Route of(OriginationRoute given, OriginationRouteProtocol usual, boolean dualStack) {
    verify(given.host(), dualStack);
    return new Route(
        given.host(),
        given.port() == null ? SIP_PORT : given.port(),
        given.protocol() == null ? usual : given.protocol(),
        given.priority() == null ? FIRST : given.priority(),
        given.weight() == null ? LIGHTEST : given.weight());
  }

  OriginationRoute view() {
    return new OriginationRoute(host, port, protocol, priority, weight);
  }

  Target target() {
    Optional<InetAddress> address = IpAddress.of(host);
    return new Target(address.isPresent() ? address.get() : name(host), port, protocol);
  }

  private static void verify(String host, boolean dualStack) {
    InetAddress address = IpAddress.of(host).orElse(null);
    if (address == null) {
      if (!NAME.matcher(name(host)).matches()) {
        throw Refusal.badRequest(
            "Host "
                + host
                + " is neither the name of a host nor an IP address; write it without a scheme, a"
                + " port or brackets");
      }
    } else if (!IpAddress.isOfOneHost(address)) {
      throw Refusal.badRequest("Host " + host + " is not the address of a host");
    } else if (address instanceof Inet6Address && !dualStack) {
      throw Refusal.badRequest(
          "Host "
              + host
              + " is IPv6; write IPv4, or use a Voice Connector of NetworkType DUAL_STACK");
    }
  }

  private static String name(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}

package org.carillon.server.trunks.connectorsettings;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an IP address as people write it, and nothing else that Java takes for one: no names, no
 * short forms, no zones, no leading zeros, which some programs read as octal.
 */
final class IpAddress {

  private static final String OCTET = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  private IpAddress() {}

  /**
   * The address, if the text is one. An IPv4 address in the clothes of IPv6 (::ffff:198.51.100.7)
   * is none: the same host would have two names, and a range could contain another unnoticed.
   */
  static Optional<InetAddress> of(String text) {
    boolean four = V4.matcher(text).matches();
    if (!four && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.ofLiteral(text);
      return four == (address instanceof Inet4Address) ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether a host can have it: it is neither multicast nor the address that means none.
   */
  static boolean isOfOneHost(InetAddress address) {
    return !address.isMulticastAddress() && !address.isAnyLocalAddress();
  }
}

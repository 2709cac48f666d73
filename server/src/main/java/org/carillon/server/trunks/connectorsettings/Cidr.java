package org.carillon.server.trunks.connectorsettings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.platform.operations.Refusal;

/**
 * A range of addresses from which calls may come.
 *
 * <p>Amazon Chime takes public IPv4 ranges of /27 and longer only, since clients reach it over the
 * Internet. Here the equipment is often in the same private network, which may be as wide as
 * 10.0.0.0/8, so private ranges and every prefix from /8 are accepted. A wider range is a slip of
 * the pen that opens the trunk to the world. For IPv6 that is /32, what one provider is given. Bits
 * after the prefix must be zero: 10.1.2.3/16 was meant as 10.1.0.0/16 or as 10.1.2.3/32, and only
 * its author knows.
 *
 * @param text as it was given
 * @param first its first address
 * @param prefix how many leading bits its addresses share
 */
record Cidr(String text, InetAddress first, int prefix) {

  private static final Pattern FORM = Pattern.compile("([^/]+)/(0|[1-9]\\d{0,2})");
  private static final int WIDEST_V4 = 8;
  private static final int WIDEST_V6 = 32;

  /**
   * The range.
   *
   * @param member what the refusal calls it
   * @throws org.carillon.api.model.BadRequestException naming the rule that the text breaks
   */
  static Cidr of(String member, String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refused(
          member,
          text,
          "is not in CIDR form; write an address with a prefix, such as 198.51.100.7/32");
    }
    InetAddress address =
        IpAddress.of(parts.group(1))
            .orElseThrow(() -> refused(member, text, "does not begin with an IP address"));
    Cidr cidr = new Cidr(text, address, Integer.parseInt(parts.group(2)));
    cidr.refuseWrongPrefix(member);
    if (!Arrays.equals(cidr.leading(cidr.prefix), address.getAddress())) {
      throw refused(
          member,
          text,
          "begins inside its range rather than with the first address; write %s/%d, or %s/%d for the one address"
              .formatted(cidr.firstAddress(), cidr.prefix, parts.group(1), cidr.bits()));
    }
    if (!IpAddress.isOfOneHost(address)) {
      throw refused(member, text, "has no address that a call can come from");
    }
    return cidr;
  }

  private void refuseWrongPrefix(String member) {
    int widest = isV6() ? WIDEST_V6 : WIDEST_V4;
    if (prefix > bits()) {
      throw refused(member, text, "has a prefix longer than the " + bits() + " bits of an address");
    }
    if (prefix < widest) {
      throw refused(member, text, "is too wide; the widest range is /" + widest);
    }
  }

  boolean isV6() {
    return first instanceof Inet6Address;
  }

  /** Returns whether every address of the other range is one of this. */
  boolean contains(Cidr other) {
    return isV6() == other.isV6()
        && prefix <= other.prefix
        && Arrays.equals(leading(prefix), other.leading(prefix));
  }

  private int bits() {
    return first.getAddress().length * Byte.SIZE;
  }

  /** The address with all but that many leading bits cleared. */
  private byte[] leading(int kept) {
    byte[] bytes = first.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int cleared = Math.clamp((i + 1L) * Byte.SIZE - kept, 0, Byte.SIZE);
      bytes[i] = (byte) (bytes[i] & -1 << cleared);
    }
    return bytes;
  }

  private String firstAddress() {
    try {
      return InetAddress.getByAddress(leading(prefix)).getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address of another length", impossible);
    }
  }

  private static RuntimeException refused(String member, String text, String rule) {
    return Refusal.badRequest(member + " " + text + " " + rule);
  }
}

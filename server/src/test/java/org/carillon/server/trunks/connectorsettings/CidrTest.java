package org.carillon.server.trunks.connectorsettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.Termination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ranges of addresses calls may come from. */
final class CidrTest {

  private static Cidr cidr(String text) {
    return Cidr.of("CidrAllowedList", text);
  }

  private static String refusal(String... ranges) {
    Termination given =
        Termination.builder()
            .callingRegions(List.of("US"))
            .cidrAllowedList(List.of(ranges))
            .build();
    return String.valueOf(
        assertThrows(BadRequestException.class, () -> TrunkTermination.of(given, false))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "198.51.100.7/32",
        "198.51.100.0/24",
        "10.0.0.0/8",
        "127.0.0.0/8",
        "192.168.0.0/16",
        "2001:db8::/32",
        "2001:DB8:1::/48",
        "fd00:1:2:3::/64",
        "2001:db8::1/128",
        "::1/128"
      })
  void publicAndPrivateRangesAreTaken(String text) {
    assertEquals(text, cidr(text).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.7         | is not in CIDR form; write an address with a prefix, such as 198.51.100.7/32
          198.51.100.0/024     | is not in CIDR form; write an address with a prefix, such as 198.51.100.7/32
          198.51.100.0/24/24   | is not in CIDR form; write an address with a prefix, such as 198.51.100.7/32
          198.51.100.0/+24     | is not in CIDR form; write an address with a prefix, such as 198.51.100.7/32
          pbx.example.com/32   | does not begin with an IP address
          198.51.100/24        | does not begin with an IP address
          198.51.100.256/32    | does not begin with an IP address
          010.0.0.0/8          | does not begin with an IP address
          fe80::1%eth0/128     | does not begin with an IP address
          [2001:db8::1]/128    | does not begin with an IP address
          2001:db8::1::2/128   | does not begin with an IP address
          ::ffff:10.0.0.0/104  | does not begin with an IP address
          ::/128               | has no address that a call can come from
          0.0.0.0/32           | has no address that a call can come from
          224.0.0.0/8          | has no address that a call can come from
          ff02::/32            | has no address that a call can come from
          198.51.100.0/33      | has a prefix longer than the 32 bits of an address
          2001:db8::/129       | has a prefix longer than the 128 bits of an address
          0.0.0.0/0            | is too wide; the widest range is /8
          10.0.0.0/7           | is too wide; the widest range is /8
          2001::/31            | is too wide; the widest range is /32
          10.1.2.3/16          | begins inside its range rather than with the first address; write 10.1.0.0/16, or 10.1.2.3/32 for the one address
          198.51.100.129/25    | begins inside its range rather than with the first address; write 198.51.100.128/25, or 198.51.100.129/32 for the one address
          """)
  void whatIsNoUsefulRangeIsRefusedWithItsRule(String text, String rule) {
    assertEquals(
        "CidrAllowedList " + text + " " + rule,
        assertThrows(BadRequestException.class, () -> cidr(text)).getMessage());
  }

  @Test
  void rangeContainsItselfAndWhatIsInside() {
    assertTrue(cidr("10.0.0.0/8").contains(cidr("10.0.0.0/8")));
    assertTrue(cidr("10.0.0.0/8").contains(cidr("10.255.255.255/32")));
    assertFalse(cidr("10.0.0.0/8").contains(cidr("11.0.0.0/32")));
    assertFalse(cidr("10.1.0.0/16").contains(cidr("10.0.0.0/8")));
    assertTrue(cidr("198.51.100.128/25").contains(cidr("198.51.100.192/26")));
    assertFalse(cidr("198.51.100.128/25").contains(cidr("198.51.100.0/25")));
    assertTrue(cidr("2001:db8::/32").contains(cidr("2001:DB8:ffff::/48")));
    assertFalse(cidr("2001:db8::/33").contains(cidr("2001:db8:8000::/33")));
  }

  @Test
  void rangesOfOneConnectorDoNotOverlap() {
    assertEquals(
        "CidrAllowedList 10.1.0.0/16 and 10.0.0.0/8 overlap; keep the wider one",
        refusal("198.51.100.0/24", "10.1.0.0/16", "10.0.0.0/8"));
    assertEquals(
        "CidrAllowedList 198.51.100.7/32 and 198.51.100.7/32 overlap; keep the wider one",
        refusal("198.51.100.7/32", "198.51.100.7/32"));
  }

  @Test
  void onlyDualStackTakesIpv6() {
    assertEquals(
        "CidrAllowedList 2001:db8::/32 is IPv6; write IPv4, or use a Voice Connector of"
            + " NetworkType DUAL_STACK",
        refusal("2001:db8::/32"));
  }
}

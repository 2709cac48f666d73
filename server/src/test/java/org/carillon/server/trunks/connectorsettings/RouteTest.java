package org.carillon.server.trunks.connectorsettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.Origination;
import org.carillon.api.model.OriginationRoute;
import org.carillon.api.model.OriginationRouteProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ways to the equipment of a Voice Connector there can be. */
final class RouteTest {

  private static OriginationRoute to(String host) {
    return OriginationRoute.builder().host(host).build();
  }

  private static TrunkOrigination origination(boolean dualStack, OriginationRoute... routes) {
    return TrunkOrigination.of(new Origination(List.of(routes), null), false, dualStack);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pbx",
        "pbx.example.com",
        "PBX-1.example.com",
        "1.2.3.example",
        "xn--bcher-kva.example",
        "198.51.100.7",
        "10.0.0.1",
        "2001:db8::7"
      })
  void namesAndAddressesAreHosts(String host) {
    assertEquals(host, origination(true, to(host)).routes().getFirst().host());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "sip:pbx.example.com",
        "pbx.example.com:5060",
        "[2001:db8::7]",
        "pbx_1.example.com",
        "-pbx.example.com",
        "pbx-.example.com",
        "pbx..example.com",
        ".example.com",
        "pbx.example.com.",
        "pbx example",
        "198.51.100.256",
        "198.51.100",
        "5060",
        "bücher.example",
        "user@pbx.example.com",
        "pbx.example.com/x",
        "a234567890123456789012345678901234567890123456789012345678901234.example"
      })
  void whatIsNoHostIsRefused(String host) {
    assertEquals(
        "Host "
            + host
            + " is neither the name of a host nor an IP address; write it without a scheme, a port"
            + " or brackets",
        assertThrows(BadRequestException.class, () -> origination(true, to(host))).getMessage());
  }

  @Test
  void addressThatNoHostHasIsRefused() {
    for (String none : List.of("0.0.0.0", "224.0.0.1", "::", "ff02::1")) {
      assertEquals(
          "Host " + none + " is not the address of a host",
          assertThrows(BadRequestException.class, () -> origination(true, to(none))).getMessage());
    }
    assertEquals(
        "Host 2001:db8::7 is IPv6; write IPv4, or use a Voice Connector of NetworkType DUAL_STACK",
        assertThrows(BadRequestException.class, () -> origination(false, to("2001:db8::7")))
            .getMessage());
  }

  @Test
  void leftOutIsPort5060OverUdpOrOverTcpWhereEncryptionIsRequired() {
    Origination given = new Origination(List.of(to("pbx")), null);
    assertEquals(
        new TrunkOrigination(
            List.of(new Route("pbx", 5060, OriginationRouteProtocol.UDP, 1, 1)), false),
        TrunkOrigination.of(given, false, false));
    assertEquals(
        new TrunkOrigination(
            List.of(new Route("pbx", 5060, OriginationRouteProtocol.TCP, 1, 1)), false),
        TrunkOrigination.of(given, true, false));
  }

  @Test
  void sameWayIsRefusedHoweverItIsSpelled() {
    assertEquals(
        "Routes lists host PBX.example, port 5060, protocol UDP twice; list each route once",
        assertThrows(
                BadRequestException.class,
                () -> origination(false, to("pbx.example"), to("PBX.example")))
            .getMessage());
    assertEquals(
        "Routes lists host 2001:0db8:0::7, port 5060, protocol UDP twice; list each route once",
        assertThrows(
                BadRequestException.class,
                () -> origination(true, to("2001:db8::7"), to("2001:0db8:0::7")))
            .getMessage());
    OriginationRoute other = to("pbx.example").toBuilder().port(5061).build();
    OriginationRoute further =
        to("pbx.example").toBuilder().protocol(OriginationRouteProtocol.TCP).build();
    assertEquals(3, origination(false, to("pbx.example"), other, further).routes().size());
  }

  @Test
  void originationNeedsRoutesOrDisabled() {
    for (Origination none :
        List.of(new Origination(null, null), new Origination(List.of(), null))) {
      assertEquals(
          "Origination has neither Routes nor Disabled; give at least one of them",
          assertThrows(BadRequestException.class, () -> TrunkOrigination.of(none, false, false))
              .getMessage());
    }
    assertEquals(
        new TrunkOrigination(List.of(), true),
        TrunkOrigination.of(new Origination(null, true), false, false));
  }
}

package org.carillon.server.trunks.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Host names of Voice Connectors, and texts that are not a domain or a quota. */
final class SipDomainTest {

  @Test
  void hostNameLeadsBackToItsId() {
    SipDomain domain = new SipDomain("sip.example");
    assertEquals("abc.sip.example", domain.hostName("abc"));
    assertEquals(Optional.of("abc"), domain.voiceConnectorId("ABC.Sip.Example"));
    assertEquals(Optional.empty(), domain.voiceConnectorId("abc.xsip.example.org"));
    assertEquals(Optional.empty(), domain.voiceConnectorId("abcsip.example"));
  }

  @Test
  void domainIsMadeOfLabelsInSmallLetters() {
    assertEquals("localhost", new SipDomain("localhost").name());
    for (String wrong :
        List.of("", ".", "a.", ".a", "a..b", "A.example", "-a.b", "a b", "a".repeat(201))) {
      assertThrows(IllegalArgumentException.class, () -> new SipDomain(wrong), wrong);
    }
  }
}

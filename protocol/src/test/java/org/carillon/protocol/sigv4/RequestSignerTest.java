package org.carillon.protocol.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the signer to the verifier, which is held to the published vectors. */
final class RequestSignerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-08-30T12:36:00.987Z"), ZoneOffset.UTC);
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private final SignatureVerifier<String> verifier =
      new SignatureVerifier<>(
          "chime", CLOCK, id -> id.equals("AKID") ? new AccessKey<>(id, SECRET, "jane") : null);

  @ParameterizedTest
  @CsvSource({
    "GET, /lines, ",
    "GET, /lines/a%2Fb%20%C3%BC, user-id=a%20b&max-results=3",
    "POST, /accounts/x/users/y, operation=remove-voice-services",
    "PUT, /lines/%2B12065550100, b=2&a=%2B1&a=1"
  })
  void whatIsSignedIsVerified(String method, String path, @Nullable String query) {
    assertEquals("jane", verifier.verify(signed(SECRET, method, path, query)));
    SignatureException refused =
        assertThrows(
            SignatureException.class,
            () -> verifier.verify(signed(SECRET + "x", method, path, query)));
    assertEquals(Reason.MISMATCH, refused.reason());
  }

  private static WireRequest signed(
      String secret, String method, String path, @Nullable String query) {
    List<Header> headers = new ArrayList<>(List.of(new Header("Host", "127.0.0.1:8080")));
    WireRequest request = Requests.of(method, path, query, headers, "{\"a\":1}".getBytes(UTF_8));
    headers.addAll(new RequestSigner("AKID", secret, "chime", CLOCK).sign(request));
    return request;
  }
}

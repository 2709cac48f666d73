package org.carillon.protocol.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.junit.jupiter.api.Test;

/** The verifier's rules beyond the published vectors, on requests signed here. */
class SignatureVerifierTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String DATE = "20260830T123600Z";
  private static final String SCOPE = "20260830/us-east-1/chime/aws4_request";
  private static final String BODY_HASH = SigningKeys.sha256("{}".getBytes(UTF_8));

  private final Map<String, String> secrets = new HashMap<>(Map.of("AKID", SECRET));
  private final AtomicInteger lookups = new AtomicInteger();
  private final SignatureVerifier<String> verifier = at("2026-08-30T12:36:00Z");

  @Test
  void whatProvesNothingIsRefusedWithItsReason() {
    WireRequest unsigned = Requests.without(signed(SECRET), "Authorization");
    SignatureException missing =
        assertThrows(SignatureException.class, () -> verifier.verify(unsigned));
    assertEquals(Reason.MISSING, missing.reason());

    SignatureException late =
        assertThrows(
            SignatureException.class, () -> at("2026-08-30T12:51:01Z").verify(signed(SECRET)));
    assertEquals(Reason.EXPIRED, late.reason());
  }

  @Test
  void changedSecretIsUsedAtOnceAndTheOldOneNoMore() {
    assertEquals("jane", verifier.verify(signed(SECRET)));
    secrets.put("AKID", "another");
    assertEquals(Reason.MISMATCH, refusal(signed(SECRET)));
    assertEquals("jane", verifier.verify(signed("another")));
    secrets.remove("AKID");
    assertEquals(Reason.UNRECOGNIZED, refusal(signed("another")));
  }

  @Test
  void refusalShowsTheCanonicalRequestAndNoSecret() {
    AccessKey<String> key = new AccessKey<>("AKID", SECRET, "jane");
    assertEquals("AccessKey[AKID]", key.toString());
    WireRequest changed = Requests.withPath(signed(SECRET), "/users");
    String message =
        Objects.requireNonNull(
            assertThrows(SignatureException.class, () -> verifier.verify(changed)).getMessage());
    assertTrue(message.contains("'POST\n/users\n\nhost:localhost:8080\n"), message);
    assertFalse(message.contains(SECRET), message);
    String signature = authorization(signed(SECRET)).split("Signature=", -1)[1];
    assertFalse(message.contains(signature), message);
  }

  @Test
  void refusalOfALongRequestIsBounded() {
    WireRequest changed = Requests.withPath(signed(SECRET), "/" + "u".repeat(10_000));
    SignatureException refusal =
        assertThrows(SignatureException.class, () -> verifier.verify(changed));
    assertTrue(Objects.requireNonNull(refusal.getMessage()).length() < 5000);
  }

  @Test
  void scopeAndDateAreCheckedBeforeAnyKeyIsLookedUp() {
    refusal(Requests.resigned(signed(SECRET), text -> text.replace("/chime/", "/s3/")));
    refusal(Requests.resigned(signed(SECRET), text -> text.replace("20260830/", "20260829/")));
    refusal(Requests.changed(signed(SECRET), "X-Amz-Date", date -> "20260830T130000Z"));
    assertEquals(0, lookups.get());
  }

  @Test
  void signatureInTwoPlacesIsRefused() {
    WireRequest good = signed(SECRET);
    assertEquals(
        Reason.INCOMPLETE, refusal(Requests.withMore(good, "authorization", authorization(good))));
    for (String name : List.of("X-Amz-Algorithm", "X-Amz-Signature", "X-Amz-Credential")) {
      assertEquals(Reason.INCOMPLETE, refusal(Requests.withQuery(good, name + "=x")), name);
    }
  }

  @Test
  void malformedAuthorizationIsRefusedAsIncomplete() {
    String good = authorization(signed(SECRET));
    for (String bad :
        List.of(
            "",
            "Basic amFuZTpzZWNyZXQ=",
            "AWS4-HMAC-SHA256",
            "AWS4-HMAC-SHA256 ",
            "AWS4-HMAC-SHA512" + good.substring(16),
            good + ",",
            good + ", More=1",
            good + ", Signature=" + "0".repeat(64),
            good.replace("SignedHeaders=", "Signed="),
            good.replace("SignedHeaders=", "SignedHeaders=a;;"),
            good.replace("SignedHeaders=host;x-amz-date", "SignedHeaders=x-amz-date;host"),
            good.replace("SignedHeaders=host;", "SignedHeaders=host;host;"),
            good.replace("SignedHeaders=host", "SignedHeaders=Host"),
            good.replace("Credential=AKID/", "Credential=/"),
            good.replace("Credential=AKID/", "Credential=AKID/x/"),
            good.replace("aws4_request", "aws4"),
            good.replaceFirst("Signature=.*", "Signature="))) {
      WireRequest request = Requests.changed(signed(SECRET), "Authorization", old -> bad);
      assertEquals(Reason.INCOMPLETE, refusal(request), bad);
    }
  }

  @Test
  void missingMalformedOrRepeatedDateIsRefusedAsIncomplete() {
    WireRequest good = signed(SECRET);
    assertEquals(Reason.INCOMPLETE, refusal(Requests.without(good, "X-Amz-Date")));
    assertEquals(Reason.INCOMPLETE, refusal(Requests.withMore(good, "X-Amz-Date", DATE)));
    for (String bad :
        List.of(
            "",
            "now",
            "20260830T126000Z",
            "2026083xT123600Z",
            "x0260830T123600Z",
            "20260830T123600+")) {
      WireRequest request = Requests.changed(good, "X-Amz-Date", date -> bad);
      assertEquals(Reason.INCOMPLETE, refusal(request), bad);
    }
  }

  @Test
  void dateHeaderCountsWhenThereIsNoAmzDate() {
    String date = "Sun, 30 Aug 2026 12:36:00 GMT";
    List<Header> headers = List.of(new Header("Date", date), new Header("Host", "localhost:8080"));
    WireRequest request =
        sign(SECRET, headers, "date:" + date + "\nhost:localhost:8080\n", "date;host");
    assertEquals("jane", verifier.verify(request));
  }

  @Test
  void bodyIsAlwaysBound() {
    WireRequest good = signed(SECRET);
    assertEquals(
        "jane", verifier.verify(Requests.withMore(good, "X-Amz-Content-Sha256", BODY_HASH)));
    for (String hash :
        List.of("UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "", "0".repeat(64))) {
      assertEquals(
          Reason.MISMATCH, refusal(Requests.withMore(good, "X-Amz-Content-Sha256", hash)), hash);
    }
    assertEquals(Reason.MISMATCH, refusal(Requests.withBody(good, "{ }".getBytes(UTF_8))));
  }

  @Test
  void sessionTokenIsRefusedWhereverItStands() {
    WireRequest good = signed(SECRET);
    assertEquals(
        Reason.UNRECOGNIZED, refusal(Requests.withMore(good, "X-Amz-Security-Token", "t")));
    assertEquals(Reason.UNRECOGNIZED, refusal(Requests.withQuery(good, "X-Amz-Security-Token=t")));
  }

  @Test
  void presignedRequestLivesFromOneSecondToSevenDays() {
    for (String expires : List.of("1", "604800")) {
      assertEquals("jane", verifier.verify(presigned(expires)), expires);
    }
    for (String expires : List.of("0", "-1", "604801", "99999999999999", "1.5", "", "x")) {
      assertEquals(Reason.INCOMPLETE, refusal(presigned(expires)), expires);
    }
    assertEquals("jane", at("2026-08-30T12:36:01Z").verify(presigned("1")));
    assertEquals(
        Reason.EXPIRED,
        assertThrows(
                SignatureException.class, () -> at("2026-08-30T12:36:02Z").verify(presigned("1")))
            .reason());
  }

  @Test
  void repeatedOrMissingPresignedParameterIsRefusedAsIncomplete() {
    WireRequest good = presigned("60");
    String query = Objects.requireNonNull(good.rawQuery());
    for (String parameter : query.split("&", -1)) {
      assertEquals(
          Reason.INCOMPLETE, refusal(Requests.withQuery(good, query + "&" + parameter)), parameter);
      WireRequest without = Requests.withQuery(good, query.replace(parameter, "a=b"));
      assertEquals(Reason.INCOMPLETE, refusal(without), parameter);
    }
  }

  private Reason refusal(WireRequest request) {
    return assertThrows(SignatureException.class, () -> verifier.verify(request)).reason();
  }

  private SignatureVerifier<String> at(String now) {
    return new SignatureVerifier<>(
        "chime",
        InstantSource.fixed(Instant.parse(now)),
        id -> {
          lookups.incrementAndGet();
          String secret = secrets.get(id);
          return secret == null ? null : new AccessKey<>(id, secret, "jane");
        });
  }

  private static String authorization(WireRequest request) {
    return Objects.requireNonNull(request.header("Authorization"));
  }

  private static WireRequest signed(String secret) {
    List<Header> headers =
        List.of(new Header("Host", "localhost:8080"), new Header("X-Amz-Date", DATE));
    return sign(
        secret, headers, "host:localhost:8080\nx-amz-date:" + DATE + "\n", "host;x-amz-date");
  }

  private static WireRequest sign(
      String secret, List<Header> headers, String canonicalHeaders, String names) {
    String canonical = "POST\n/accounts\n\n" + canonicalHeaders + "\n" + names + "\n" + BODY_HASH;
    WireRequest unsigned = Requests.of("POST", "/accounts", null, headers, "{}".getBytes(UTF_8));
    return Requests.withMore(
        unsigned,
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=AKID/"
            + SCOPE
            + ", SignedHeaders="
            + names
            + ", Signature="
            + signature(secret, canonical));
  }

  private static WireRequest presigned(String expires) {
    String query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F"
            + SCOPE.replace("/", "%2F")
            + "&X-Amz-Date="
            + DATE
            + "&X-Amz-Expires="
            + expires
            + "&X-Amz-SignedHeaders=host";
    String canonical = "POST\n/accounts\n" + query + "\nhost:localhost:8080\n\nhost\n" + BODY_HASH;
    return Requests.of(
        "POST",
        "/accounts",
        query + "&X-Amz-Signature=" + signature(SECRET, canonical),
        List.of(new Header("Host", "localhost:8080")),
        "{}".getBytes(UTF_8));
  }

  private static String signature(String secret, String canonical) {
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : SCOPE.split("/", -1)) {
      key = hmac(key, part);
    }
    String text =
        "AWS4-HMAC-SHA256\n"
            + DATE
            + "\n"
            + SCOPE
            + "\n"
            + SigningKeys.sha256(canonical.getBytes(UTF_8));
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

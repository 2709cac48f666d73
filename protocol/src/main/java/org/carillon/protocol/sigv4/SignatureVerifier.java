package org.carillon.protocol.sigv4;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.carillon.protocol.wire.WireRequest;

/**
 * Says who signed a request with AWS Signature Version 4, or refuses it.
 *
 * <p>Any region is accepted, one service. The body is always bound: its real hash is signed for
 * every request, presigned ones too, as AWS's clients do for every service but S3; so {@code
 * UNSIGNED-PAYLOAD} and {@code STREAMING-...} are refused. Session tokens are refused, since none
 * are issued. Thread-safe.
 *
 * @param <P> who a key belongs to
 */
public final class SignatureVerifier<P> {

  /** The largest difference between a request's date and ours. */
  public static final Duration MAX_SKEW = Duration.ofMinutes(15);

  private static final int MAX_SHOWN = 4096;
  private static final String CONTENT_HASH = "X-Amz-Content-Sha256";
  private static final String TOKEN = "X-Amz-Security-Token";

  private final String service;
  private final InstantSource clock;
  private final AccessKeys<P> keys;
  private final SigningKeys signingKeys = new SigningKeys();

  /**
   * A verifier for one service.
   *
   * @param service the name that the credential scope must hold, {@code chime} for us
   * @param clock what dates are compared with
   * @param keys where secrets come from
   */
  public SignatureVerifier(String service, InstantSource clock, AccessKeys<P> keys) {
    this.service = service;
    this.clock = clock;
    this.keys = keys;
  }

  /**
   * The principal whose key signed this request. Scope and dates are checked before any key is
   * looked up or derived.
   *
   * @throws SignatureException when nobody's signature is proved; it carries what to answer
   */
  public P verify(WireRequest request) {
    CanonicalQuery query = CanonicalQuery.of(request.rawQuery());
    ClaimedSignature claim = ClaimedSignature.of(request, query);
    checkScope(claim);
    checkTime(claim);
    if (query.has(TOKEN) || request.header(TOKEN) != null) {
      throw new SignatureException(
          Reason.UNRECOGNIZED,
          "The security token included in the request is invalid: this service issues no session"
              + " tokens. Sign with an access key of its own.");
    }
    String bodyHash = SigningKeys.sha256(request.body());
    checkDeclaredHash(request, bodyHash);
    String canonical = CanonicalRequest.of(request, query, claim.signedHeaders(), bodyHash);
    AccessKey<P> key = keys.find(claim.scope().accessKeyId());
    if (key == null) {
      throw new SignatureException(
          Reason.UNRECOGNIZED,
          "The access key '" + claim.scope().accessKeyId() + "' does not exist here.");
    }
    String text = stringToSign(claim.signedAt(), claim.scope(), canonical);
    if (!signingKeys.signs(key.secret(), claim.scope(), text, claim.signature())) {
      throw mismatch(canonical, text);
    }
    return key.principal();
  }

  /**
   * The path as clients sign it, without empty and dot segments. One that differs from the path
   * sent was not what the sender meant to sign, or not what the sender sent.
   */
  public static String signedPath(String rawPath) {
    return UriText.normalized(rawPath);
  }

  private void checkScope(ClaimedSignature claim) {
    if (!claim.scope().service().equals(service)) {
      throw new SignatureException(
          Reason.MISMATCH, "The credential should be scoped to the service '" + service + "'.");
    }
    if (!claim.scope().day().equals(claim.signedAt().day())) {
      throw new SignatureException(
          Reason.MISMATCH,
          "The date in the credential scope, "
              + claim.scope().day()
              + ", is not that of the request, "
              + claim.signedAt().text()
              + ".");
    }
  }

  private void checkTime(ClaimedSignature claim) {
    Instant now = clock.instant();
    Instant signedAt = claim.signedAt().instant();
    Integer expires = claim.expiresSeconds();
    if (signedAt.isAfter(now.plus(MAX_SKEW))) {
      throw expired("was signed at " + signedAt + ", more than 15 minutes ahead of", now);
    }
    if (expires == null && signedAt.isBefore(now.minus(MAX_SKEW))) {
      throw expired("was signed at " + signedAt + ", more than 15 minutes before", now);
    }
    if (expires != null && signedAt.plusSeconds(expires).isBefore(now)) {
      throw expired("expired at " + signedAt.plusSeconds(expires) + ", before", now);
    }
  }

  private static SignatureException expired(String what, Instant now) {
    return new SignatureException(
        Reason.EXPIRED, "The request " + what + " this server's time, " + now + ".");
  }

  private static void checkDeclaredHash(WireRequest request, String bodyHash) {
    List<String> declared = request.headerValues(CONTENT_HASH);
    if (declared.size() > 1) {
      throw new SignatureException(
          Reason.INCOMPLETE, "The request has more than one " + CONTENT_HASH + " header.");
    }
    if (!declared.isEmpty() && !declared.getFirst().equals(bodyHash)) {
      throw new SignatureException(
          Reason.MISMATCH,
          CONTENT_HASH
              + " must be the SHA-256 of the body, which is "
              + bodyHash
              + "; unsigned and streamed payloads are not accepted.");
    }
  }

  /** Returns the text that is signed. */
  static String stringToSign(SignedAt signedAt, ClaimedSignature.Scope scope, String canonical) {
    return ClaimedSignature.ALGORITHM
        + '\n'
        + signedAt.text()
        + '\n'
        + scope.text()
        + '\n'
        + SigningKeys.sha256(canonical.getBytes(StandardCharsets.UTF_8));
  }

  /** Both texts hold only what the sender sent, so they tell nobody anything new. */
  private static SignatureException mismatch(String canonical, String text) {
    String shown =
        canonical.length() <= MAX_SHOWN ? canonical : canonical.substring(0, MAX_SHOWN) + "...";
    return new SignatureException(
        Reason.MISMATCH,
        "The request signature we calculated does not match the signature you provided. Check your"
            + " secret access key and signing method.\n\nThe Canonical String for this request"
            + " should have been\n'"
            + shown
            + "'\n\nThe String-to-Sign should have been\n'"
            + text
            + "'");
  }
}

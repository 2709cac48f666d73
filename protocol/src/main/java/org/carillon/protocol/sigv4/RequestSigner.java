package org.carillon.protocol.sigv4;

import java.time.InstantSource;
import java.util.List;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;

/** Signs the requests of a client as {@link SignatureVerifier} verifies them. */
public final class RequestSigner {

  /** The service does not look at the region, which every signature names. */
  private static final String REGION = "us-east-1";

  private static final String SIGNED_HEADERS = "host;x-amz-date";

  private final String accessKeyId;
  private final String secret;
  private final String service;
  private final InstantSource clock;

  /**
   * A signer with one access key.
   *
   * @param service the signing name, {@code chime} for us
   */
  public RequestSigner(String accessKeyId, String secret, String service, InstantSource clock) {
    this.accessKeyId = accessKeyId;
    this.secret = secret;
    this.service = service;
    this.clock = clock;
  }

  /** Returns the headers to add to a request that has its Host header already. */
  public List<Header> sign(WireRequest request) {
    SignedAt now = SignedAt.of(clock.instant());
    Header date = new Header("X-Amz-Date", now.text());
    WireRequest dated =
        new WireRequest(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            List.of(new Header("Host", String.valueOf(request.header("Host"))), date),
            request.body(),
            request.requestId(),
            request.source());
    String canonical =
        CanonicalRequest.of(
            dated,
            CanonicalQuery.of(request.rawQuery()),
            SIGNED_HEADERS,
            SigningKeys.sha256(request.body()));
    ClaimedSignature.Scope scope =
        new ClaimedSignature.Scope(accessKeyId, now.day(), REGION, service);
    String signature =
        SigningKeys.signature(secret, scope, SignatureVerifier.stringToSign(now, scope, canonical));
    return List.of(
        date,
        new Header(
            "Authorization",
            "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(
                    ClaimedSignature.ALGORITHM,
                    accessKeyId,
                    scope.text(),
                    SIGNED_HEADERS,
                    signature)));
  }
}

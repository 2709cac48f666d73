package org.carillon.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes calls as signed HTTP/1.1 requests, each signed anew as a client would; the AWS SDK's
 * signer takes so long that the benchmark would measure it. Used by one thread.
 */
final class Signer {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String ALGORITHM = "HmacSHA256";
  private static final String REGION = "us-east-1";
  private static final String SERVICE = "chime";
  private static final HexFormat HEX = HexFormat.of();

  private final Credentials credentials;
  private final String host;
  private final MessageDigest sha256;
  private final Mac mac;
  private long second = Long.MIN_VALUE;
  private String time = "";
  private String scope = "";

  /**
   * An access key.
   *
   * @param id named in every request
   * @param secret signs, and is never sent
   */
  record Credentials(String id, String secret) {

    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * @param host with its port, as in the Host header
   */
  Signer(Credentials credentials, String host) throws GeneralSecurityException {
    this.credentials = credentials;
    this.host = host;
    this.sha256 = MessageDigest.getInstance("SHA-256");
    this.mac = Mac.getInstance(ALGORITHM);
  }

  /** The bytes to send for a call made now. */
  byte[] request(Call call) throws GeneralSecurityException {
    follow(System.currentTimeMillis() / 1000);
    String canonical =
        call.method()
            + '\n'
            // Every service but S3 encodes the path, percent signs too, once more.
            + call.path().replace("%", "%25")
            + '\n'
            + call.query()
            + "\nhost:"
            + host
            + "\nx-amz-date:"
            + time
            + "\n\nhost;x-amz-date\n"
            + HEX.formatHex(sha256.digest(call.body()));
    String text =
        "AWS4-HMAC-SHA256\n"
            + time
            + '\n'
            + scope
            + '\n'
            + HEX.formatHex(sha256.digest(canonical.getBytes(UTF_8)));
    String head =
        call.method()
            + ' '
            + call.path()
            + (call.query().isEmpty() ? "" : "?" + call.query())
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nX-Amz-Date: "
            + time
            + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
            + credentials.id()
            + '/'
            + scope
            + ", SignedHeaders=host;x-amz-date, Signature="
            + HEX.formatHex(mac.doFinal(text.getBytes(UTF_8)))
            + (call.body().length == 0 ? "" : "\r\nContent-Type: application/json")
            + (call.method().equals("GET") ? "" : "\r\nContent-Length: " + call.body().length)
            + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + call.body().length);
    request.writeBytes(head.getBytes(ISO_8859_1));
    request.writeBytes(call.body());
    return request.toByteArray();
  }

  /** Keeps the date and the key derived for its day until the second is over. */
  private void follow(long now) throws GeneralSecurityException {
    if (now == second) {
      return;
    }
    second = now;
    time = TIME.format(Instant.ofEpochSecond(now));
    String day = time.substring(0, 8);
    scope = String.join("/", day, REGION, SERVICE, "aws4_request");
    key(("AWS4" + credentials.secret()).getBytes(UTF_8));
    for (String part : scope.split("/", -1)) {
      key(mac.doFinal(part.getBytes(UTF_8)));
    }
  }

  private void key(byte[] bytes) throws GeneralSecurityException {
    mac.init(new SecretKeySpec(bytes, ALGORITHM));
  }
}

package org.carillon.protocol.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Holds the verifier to what AWS's own Java signer makes of random requests. */
class SdkSignerOracleTest {

  private static final int REQUESTS = 600;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-08-30T12:36:00Z"), ZoneOffset.UTC);
  private static final AwsCredentialsIdentity CREDENTIALS =
      AwsCredentialsIdentity.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  private static final List<String> SEGMENTS =
      List.of(
          "accounts",
          "%2B12065550100",
          "+1206",
          "a%20b",
          "%E1%88%B4",
          "x~y-z_.",
          "a:b@c",
          "a;b=c",
          "%2F",
          "%252F",
          "(1)",
          "",
          ".",
          "a/..",
          "!$&'*,");
  private static final List<String> NAMES =
      List.of("operation", "max-results", "next-token", "a b", "ሴ", "a", "a-b", "A", "x+y", "q=&?");
  private static final List<String> VALUES =
      List.of(
          "", "7", "a+b@example.com", "a b", "100%", "%2B", "ሴ", "=", "&", "/:;,", "+12065550100");

  private final SignatureVerifier<String> verifier =
      new SignatureVerifier<>(
          "chime",
          CLOCK,
          id ->
              id.equals(CREDENTIALS.accessKeyId())
                  ? new AccessKey<>(id, CREDENTIALS.secretAccessKey(), "jane")
                  : null);

  @Test
  void whatTheSdkSignsIsAcceptedAndOneChangedBitIsRefused() {
    for (int seed = 0; seed < REQUESTS; seed++) {
      Random random = new Random(seed);
      WireRequest signed = signed(random, seed % 3 == 0);
      String shown = "seed " + seed + ": " + signed.rawPath() + "?" + signed.rawQuery();
      try {
        assertEquals("jane", verifier.verify(signed), shown);
      } catch (SignatureException e) {
        throw new AssertionError(shown, e);
      }
      WireRequest changed = oneBitChanged(random, signed);
      assertEquals(
          Reason.MISMATCH,
          assertThrows(SignatureException.class, () -> verifier.verify(changed), shown).reason(),
          shown);
    }
  }

  /** Changes a bit of the body where there is one, else of the path's last letter. */
  private static WireRequest oneBitChanged(Random random, WireRequest signed) {
    if (signed.body().length > 0 && signed.header("x-amz-content-sha256") == null) {
      byte[] body = signed.body().clone();
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
      return Requests.withBody(signed, body);
    }
    if (random.nextBoolean()) {
      return Requests.changed(
          signed, "x-amz-user-agent", value -> (char) (value.charAt(0) ^ 1) + value.substring(1));
    }
    return Requests.withPath(
        signed, signed.rawPath().substring(0, signed.rawPath().length() - 1) + "m");
  }

  private static WireRequest signed(Random random, boolean presigned) {
    StringBuilder path = new StringBuilder("/phone-numbers");
    for (int i = random.nextInt(5); i > 0; i--) {
      path.append('/').append(any(random, SEGMENTS));
    }
    byte[] body =
        random.nextBoolean() ? new byte[0] : ("{\"n\":" + random.nextInt() + "}").getBytes(UTF_8);
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(body.length == 0 ? SdkHttpMethod.GET : SdkHttpMethod.POST)
            .protocol("http")
            .host("localhost")
            .port(8080)
            .encodedPath(path.append("/l").toString())
            .putHeader("x-amz-user-agent", "sdk/2  lang/java   " + random.nextInt())
            .appendHeader("My-Header", "b" + random.nextInt())
            .appendHeader("My-Header", " a  c ");
    for (int i = random.nextInt(6); i > 0; i--) {
      request.appendRawQueryParameter(any(random, NAMES), any(random, VALUES));
    }
    SdkHttpRequest out =
        AwsV4HttpSigner.create()
            .sign(r -> {
              r.identity(CREDENTIALS)
                  .request(request.build())
                  .payload(ContentStreamProvider.fromByteArray(body))
                  .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK)
                  .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "chime")
                  .putProperty(
                      AwsV4HttpSigner.REGION_NAME, any(random, List.of("us-east-1", "eu-west-1")));
              if (presigned) {
                r.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5));
              }
            })
            .request();
    List<Header> headers = new ArrayList<>();
    out.forEachHeader(
        (name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    return Requests.of(
        out.method().name(),
        out.encodedPath(),
        out.encodedQueryParameters().orElse(null),
        headers,
        body);
  }

  private static String any(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}

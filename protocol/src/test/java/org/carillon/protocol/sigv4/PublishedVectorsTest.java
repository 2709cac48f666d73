package org.carillon.protocol.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the verifier to the vectors of awslabs/aws-c-auth, and to refusing every change to one. */
class PublishedVectorsTest {

  private static final String KEY_ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Instant SIGNED_AT = Instant.parse("2015-08-30T12:36:00Z");

  /** Cases with a session token; the server refuses them, since it issues none. */
  private static final Set<String> WITH_TOKEN =
      Set.of("get-vanilla-with-session-token", "post-sts-header-after", "post-sts-header-before");

  /** Signed as only S3 signs, without normalizing the path: any other service refuses them. */
  private static final Set<String> AS_S3_SIGNS =
      Set.of(
          "get-relative-relative-unnormalized",
          "get-relative-unnormalized",
          "get-slash-dot-slash-unnormalized",
          "get-slash-pointless-dot-unnormalized",
          "get-slash-unnormalized",
          "get-slashes-unnormalized");

  private record Vector(String name, WireRequest request) {

    boolean presigned() {
      return request.header("Authorization") == null;
    }

    List<String> signedHeaders() {
      String text = presigned() ? request.rawQuery() : request.header("Authorization");
      String after = Objects.requireNonNull(text).split("SignedHeaders=", -1)[1];
      return Arrays.asList(after.split("[,&]", -1)[0].split("%3B|;", -1));
    }
  }

  private record Mutation(String name, WireRequest request, Reason refusal) {}

  @Test
  void eachOfThirtyEightCasesIsSignedInTheHeaderAndInTheQuery() {
    assertEquals(38, vectors().filter(Vector::presigned).count());
    assertEquals(38, vectors().filter(vector -> !vector.presigned()).count());
  }

  @TestFactory
  Stream<DynamicTest> everyPublishedRequestIsAcceptedButTheListed() {
    return vectors()
        .map(vector ->
            dynamicTest(
                vector.name(),
                () -> {
                  String folder = vector.name().split("/", -1)[0];
                  if (WITH_TOKEN.contains(folder)) {
                    refuses(vector.request(), Reason.UNRECOGNIZED);
                  } else if (AS_S3_SIGNS.contains(folder)) {
                    refuses(vector.request(), Reason.MISMATCH);
                  } else {
                    assertEquals("jane", at(Duration.ZERO).verify(vector.request()));
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyChangeToAPublishedRequestIsRefused() {
    return vectors()
        .filter(vector -> !WITH_TOKEN.contains(vector.name().split("/", -1)[0]))
        .filter(vector -> !AS_S3_SIGNS.contains(vector.name().split("/", -1)[0]))
        .map(vector ->
            dynamicTest(
                vector.name(),
                () -> {
                  for (Mutation mutation : mutations(vector)) {
                    assertEquals(
                        mutation.refusal(),
                        assertThrows(
                                SignatureException.class,
                                () -> at(Duration.ZERO).verify(mutation.request()),
                                mutation.name())
                            .reason(),
                        mutation.name());
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> fifteenMinutesOfSkewAreAcceptedAndOneSecondMoreIsNot() {
    Duration limit = Duration.ofMinutes(15);
    return vectors()
        .filter(vector -> vector.name().startsWith("get-vanilla/"))
        .map(vector ->
            dynamicTest(
                vector.name(),
                () -> {
                  Duration life = vector.presigned() ? Duration.ofHours(1) : limit;
                  assertEquals("jane", at(limit.negated()).verify(vector.request()));
                  assertEquals("jane", at(life).verify(vector.request()));
                  refuses(at(limit.negated().minusSeconds(1)), vector.request());
                  refuses(at(life.plusSeconds(1)), vector.request());
                }));
  }

  private static List<Mutation> mutations(Vector vector) {
    WireRequest good = vector.request();
    List<Mutation> all = new ArrayList<>();
    for (int i : new int[] {0, 31, 63}) {
      add(all, "signature digit " + i, Requests.resigned(good, text -> flip(text, i)));
    }
    add(all, "method", Requests.withMethod(good, "PUT"));
    add(all, "path", Requests.withPath(good, good.rawPath() + "x"));
    add(all, "query", Requests.withQuery(good, and(good.rawQuery(), "Extra=1")));
    add(
        all,
        "body",
        Requests.withBody(good, (new String(good.body(), UTF_8) + "x").getBytes(UTF_8)));
    add(all, "region", Requests.resigned(good, text -> text.replace("us-east-1", "us-east-2")));
    add(all, "service", Requests.resigned(good, text -> text.replaceFirst("service", "chime")));
    add(
        all,
        "scope date",
        Requests.resigned(good, text -> text.replaceFirst("20150830(%2F|/)", "20150829$1")));
    String separator = vector.presigned() ? "%3B" : ";";
    List<String> withoutHost =
        vector.signedHeaders().stream().filter(name -> !name.equals("host")).toList();
    all.add(
        new Mutation(
            "host not signed",
            Requests.resigned(
                good,
                text ->
                    text.replace(
                        "SignedHeaders=" + String.join(separator, vector.signedHeaders()),
                        "SignedHeaders=" + String.join(separator, withoutHost))),
            Reason.INCOMPLETE));
    all.add(
        new Mutation(
            "key id",
            Requests.resigned(good, text -> text.replace(KEY_ID, "AKIDSTRANGER")),
            Reason.UNRECOGNIZED));
    for (String name : vector.signedHeaders()) {
      all.add(new Mutation("no " + name, Requests.without(good, name), Reason.INCOMPLETE));
      WireRequest other =
          name.equals("x-amz-date")
              ? Requests.changed(good, name, value -> value.replace("3600Z", "3601Z"))
              : Requests.changed(good, name, value -> value + "x");
      add(all, "other " + name, other);
      if (!name.equals("x-amz-date") && !name.equals("x-amz-content-sha256")) {
        add(all, "more " + name, Requests.withMore(good, name, "x"));
      }
    }
    return all;
  }

  private static void add(List<Mutation> all, String name, WireRequest request) {
    all.add(new Mutation(name, request, Reason.MISMATCH));
  }

  private static String flip(String text, int digit) {
    int at = text.indexOf("Signature=") + "Signature=".length() + digit;
    return text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
  }

  private static String and(@Nullable String query, String more) {
    return query == null ? more : query + "&" + more;
  }

  private static SignatureVerifier<String> at(Duration afterSigning) {
    return new SignatureVerifier<>(
        "service",
        InstantSource.fixed(SIGNED_AT.plus(afterSigning)),
        id -> id.equals(KEY_ID) ? new AccessKey<>(KEY_ID, SECRET, "jane") : null);
  }

  private static void refuses(WireRequest request, Reason reason) {
    SignatureVerifier<String> verifier = at(Duration.ZERO);
    assertEquals(
        reason, assertThrows(SignatureException.class, () -> verifier.verify(request)).reason());
  }

  private static void refuses(SignatureVerifier<String> verifier, WireRequest request) {
    assertEquals(
        Reason.EXPIRED,
        assertThrows(SignatureException.class, () -> verifier.verify(request)).reason());
  }

  private static Stream<Vector> vectors() {
    try {
      Path all =
          Path.of(
              Objects.requireNonNull(PublishedVectorsTest.class.getResource("/sigv4-vectors"))
                  .toURI());
      try (Stream<Path> folders = Files.list(all)) {
        return folders.filter(Files::isDirectory).sorted().toList().stream()
            .flatMap(folder ->
                Stream.of("header-signed-request.txt", "query-signed-request.txt")
                    .map(folder::resolve))
            .map(file -> new Vector(all.relativize(file).toString(), Requests.parse(read(file))));
      }
    } catch (IOException | URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

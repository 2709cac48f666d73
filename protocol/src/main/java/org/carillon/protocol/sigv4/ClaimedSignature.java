package org.carillon.protocol.sigv4;

import java.util.Arrays;
import java.util.List;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its own signature, well formed but not yet believed.
 *
 * @param scope the credential scope
 * @param signedAt when it was signed
 * @param expiresSeconds how long a presigned request lives; null for one signed in the header
 * @param signedHeaders the names as sent: lower case, ascending, joined by {@code ;}
 * @param signature 64 hexadecimal digits, if the client is right
 */
record ClaimedSignature(
    Scope scope,
    SignedAt signedAt,
    @Nullable Integer expiresSeconds,
    String signedHeaders,
    String signature) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String MARKER = "X-Amz-Algorithm";
  private static final int MAX_EXPIRES_SECONDS = 604_800;

  /** Credential: the access key's id, the day, the region, the service. */
  record Scope(String accessKeyId, String day, String region, String service) {

    private static final int MAX_REGION = 64;
    private static final int MAX_ACCESS_KEY_ID = 128;

    private static Scope of(String credential) {
      String[] parts = credential.split("/", -1);
      if (parts.length != 5
          || Arrays.asList(parts).contains("")
          || !parts[4].equals("aws4_request")
          || parts[0].length() > MAX_ACCESS_KEY_ID
          || parts[2].length() > MAX_REGION) {
        throw incomplete(
            "The credential must be of the form"
                + " <access key id>/<yyyyMMdd>/<region>/<service>/aws4_request.");
      }
      return new Scope(parts[0], parts[1], parts[2], parts[3]);
    }

    /** Returns the scope as in the string to sign. */
    String text() {
      return day + '/' + region + '/' + service + "/aws4_request";
    }
  }

  /**
   * Reads the signature from the one place where it stands, the header or the query.
   *
   * @throws SignatureException when there is none, more than one, or it is malformed
   */
  static ClaimedSignature of(WireRequest request, CanonicalQuery query) {
    List<String> authorizations = request.headerValues("Authorization");
    boolean presigned =
        query.has(MARKER) || query.has("X-Amz-Signature") || query.has("X-Amz-Credential");
    if (authorizations.isEmpty() && !presigned) {
      throw new SignatureException(
          Reason.MISSING,
          "The request is not signed. Sign it with Signature Version 4, in the Authorization"
              + " header or in the query.");
    }
    if (authorizations.size() > 1) {
      throw incomplete("The request has more than one Authorization header.");
    }
    if (presigned && !authorizations.isEmpty()) {
      throw incomplete("The request is signed both in the Authorization header and in the query.");
    }
    return presigned ? fromQuery(query) : fromHeader(authorizations.getFirst(), request);
  }

  private static ClaimedSignature fromQuery(CanonicalQuery query) {
    requireAlgorithm(query.required(MARKER));
    return new ClaimedSignature(
        Scope.of(query.required("X-Amz-Credential")),
        SignedAt.amzDate(query.required("X-Amz-Date")),
        expires(query.required("X-Amz-Expires")),
        query.required("X-Amz-SignedHeaders"),
        query.required("X-Amz-Signature"));
  }

  private static ClaimedSignature fromHeader(String authorization, WireRequest request) {
    int blank = authorization.indexOf(' ');
    requireAlgorithm(blank < 0 ? authorization : authorization.substring(0, blank));
    @Nullable String credential = null;
    @Nullable String signedHeaders = null;
    @Nullable String signature = null;
    for (String part : authorization.substring(blank + 1).split(",", -1)) {
      String trimmed = part.strip();
      int equals = trimmed.indexOf('=');
      String name = trimmed.substring(0, Math.max(equals, 0));
      String value = trimmed.substring(equals + 1);
      switch (name) {
        case "Credential" -> credential = once(name, credential, value);
        case "SignedHeaders" -> signedHeaders = once(name, signedHeaders, value);
        case "Signature" -> signature = once(name, signature, value);
        default ->
            throw incomplete(
                "The Authorization header must be of the form "
                    + ALGORITHM
                    + " Credential=..., SignedHeaders=..., Signature=...");
      }
    }
    return new ClaimedSignature(
        Scope.of(present("Credential", credential)),
        signedAt(request),
        null,
        present("SignedHeaders", signedHeaders),
        present("Signature", signature));
  }

  private static SignedAt signedAt(WireRequest request) {
    String amzDate = single(request, "X-Amz-Date");
    if (amzDate != null) {
      return SignedAt.amzDate(amzDate);
    }
    String date = single(request, "Date");
    if (date != null) {
      return SignedAt.httpDate(date);
    }
    throw incomplete("A request signed in the header needs an X-Amz-Date or a Date header.");
  }

  private static @Nullable String single(WireRequest request, String name) {
    List<String> values = request.headerValues(name);
    if (values.size() > 1) {
      throw incomplete("The request has more than one " + name + " header.");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static int expires(String text) {
    int seconds = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || seconds > MAX_EXPIRES_SECONDS) {
        seconds = -1;
        break;
      }
      seconds = seconds * 10 + digit;
    }
    if (seconds < 1 || seconds > MAX_EXPIRES_SECONDS) {
      throw incomplete("X-Amz-Expires must be a number of seconds from 1 to 604800.");
    }
    return seconds;
  }

  private static void requireAlgorithm(String algorithm) {
    if (!algorithm.equals(ALGORITHM)) {
      throw incomplete("The only algorithm for signatures is " + ALGORITHM + ".");
    }
  }

  private static String once(String name, @Nullable String before, String value) {
    if (before != null) {
      throw incomplete("The Authorization header repeats '" + name + "'.");
    }
    return value;
  }

  private static String present(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw incomplete("The Authorization header lacks '" + name + "'.");
    }
    return value;
  }

  private static SignatureException incomplete(String message) {
    return new SignatureException(Reason.INCOMPLETE, message);
  }
}

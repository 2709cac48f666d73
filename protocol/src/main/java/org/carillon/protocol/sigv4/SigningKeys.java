package org.carillon.protocol.sigv4;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives, keeps and uses the keys that sign for one day, region and service. */
final class SigningKeys {

  private static final int MAX_KEPT = 10_000;
  private static final HexFormat HEX = HexFormat.of();
  private static final String HMAC = "HmacSHA256";

  // Cloning an unused digest or an initialized HMAC is several times cheaper than asking the
  // provider, and unlike a thread's own it also serves threads that live for one request.
  private static final MessageDigest SHA256;
  private static final Mac HMAC_SHA256;

  static {
    try {
      SHA256 = MessageDigest.getInstance("SHA-256");
      HMAC_SHA256 = Mac.getInstance(HMAC);
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The secret is part of the name, so a changed secret never meets its predecessor's key. */
  private record Name(String secret, String day, String region, String service) {

    private static Name of(String secret, ClaimedSignature.Scope scope) {
      return new Name(secret, scope.day(), scope.region(), scope.service());
    }

    @Override
    public String toString() {
      return "Name[" + day + '/' + region + '/' + service + "]";
    }
  }

  private final Cache<Name, Mac> kept =
      Caffeine.newBuilder()
          .maximumSize(MAX_KEPT)
          .expireAfterAccess(Duration.ofHours(1))
          .executor(Runnable::run)
          .build();

  /**
   * Returns whether the signature is that of the text. A key derived for it is kept only then, so
   * that who does not know the secret cannot push out the keys of those who do.
   */
  boolean signs(String secret, ClaimedSignature.Scope scope, String text, String signature) {
    Name name = Name.of(secret, scope);
    Mac known = kept.getIfPresent(name);
    Mac key = known == null ? derived(name) : known;
    byte[] expected = signature(key, text).getBytes(StandardCharsets.US_ASCII);
    boolean same = MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    if (same && known == null) {
      kept.put(name, key);
    }
    return same;
  }

  /** Returns the signature of the text, for one who signs. */
  static String signature(String secret, ClaimedSignature.Scope scope, String text) {
    return signature(derived(Name.of(secret, scope)), text);
  }

  private static String signature(Mac key, String text) {
    return HEX.formatHex(hmac(key, text));
  }

  /** SHA-256, in lower-case hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HEX.formatHex(((MessageDigest) SHA256.clone()).digest(bytes));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The SHA-256 of this Java cannot be cloned", e);
    }
  }

  private static Mac derived(Name name) {
    Mac day = keyed(("AWS4" + name.secret()).getBytes(StandardCharsets.UTF_8));
    Mac region = keyed(hmac(day, name.day()));
    Mac service = keyed(hmac(region, name.region()));
    Mac request = keyed(hmac(service, name.service()));
    return keyed(hmac(request, "aws4_request"));
  }

  private static Mac keyed(byte[] key) {
    Mac mac = copy(HMAC_SHA256);
    try {
      mac.init(new SecretKeySpec(key, HMAC));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA256 refused a key", e);
    }
    return mac;
  }

  private static byte[] hmac(Mac key, String text) {
    return copy(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac copy(Mac mac) {
    try {
      return (Mac) mac.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The HMAC-SHA256 of this Java cannot be cloned", e);
    }
  }
}

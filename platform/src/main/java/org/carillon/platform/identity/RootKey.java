package org.carillon.platform.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The root principal's access key as the operator's configuration gives it.
 *
 * @param accessKeyId 16 to 128 letters, digits or underscores, as IAM has them
 * @param secret 16 to 128 printable characters without blanks
 */
public record RootKey(String accessKeyId, String secret) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{16,128}");
  private static final Pattern SECRET = Pattern.compile("[!-~]{16,128}");

  /** Refuses, with {@link RefusedException}, what no client could sign with. */
  public RootKey {
    if (!ID.matcher(accessKeyId).matches()) {
      throw new RefusedException(
          "CARILLON_ROOT_ACCESS_KEY_ID must have 16 to 128 letters, digits or underscores.");
    }
    if (!SECRET.matcher(secret).matches()) {
      throw new RefusedException(
          "CARILLON_ROOT_SECRET_ACCESS_KEY must have 16 to 128 printable characters, no blanks.");
    }
  }

  /**
   * The key that two settings give, or null when neither is set; an empty one counts as not set.
   *
   * @throws RefusedException when only one is set or one is malformed
   */
  public static @Nullable RootKey of(@Nullable String accessKeyId, @Nullable String secret) {
    String id = accessKeyId == null ? "" : accessKeyId;
    String key = secret == null ? "" : secret;
    if (id.isEmpty() && key.isEmpty()) {
      return null;
    }
    if (id.isEmpty() || key.isEmpty()) {
      throw new RefusedException(
          "CARILLON_ROOT_ACCESS_KEY_ID and CARILLON_ROOT_SECRET_ACCESS_KEY belong together; "
              + (id.isEmpty() ? "the id" : "the secret")
              + " is missing.");
    }
    return new RootKey(id, key);
  }

  @Override
  public String toString() {
    return "RootKey[" + accessKeyId + "]";
  }
}

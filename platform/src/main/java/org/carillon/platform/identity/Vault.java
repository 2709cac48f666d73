package org.carillon.platform.identity;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Seals what the server must be able to read again, under the master key. */
public final class Vault {

  private final Aead aead;

  Vault(Aead aead) {
    this.aead = aead;
  }

  /**
   * Encrypts (AES-256-GCM).
   *
   * @param context where the sealed bytes belong, such as {@code access-key/123456789012/CARI…};
   *     they open only with the same one, so that a row's secret is of no use in another row
   */
  public byte[] seal(byte[] clear, String context) {
    try {
      return aead.encrypt(clear, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the master key does not seal", broken);
    }
  }

  /**
   * Decrypts what {@link #seal} made in the same context.
   *
   * @throws BrokenSealException when it was made under another key or context, or was changed since
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new BrokenSealException(context, broken);
    }
  }
}

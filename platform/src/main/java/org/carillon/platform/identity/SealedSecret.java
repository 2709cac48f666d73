package org.carillon.platform.identity;

import java.nio.charset.StandardCharsets;

/** An access key's secret as the database keeps it, bound to its key and organization. */
record SealedSecret(String organizationId, String accessKeyId, byte[] sealed) {

  static SealedSecret seal(Vault vault, String organizationId, String accessKeyId, String secret) {
    byte[] clear = secret.getBytes(StandardCharsets.UTF_8);
    return new SealedSecret(
        organizationId, accessKeyId, vault.seal(clear, context(organizationId, accessKeyId)));
  }

  String open(Vault vault) {
    byte[] clear = vault.open(sealed, context(organizationId, accessKeyId));
    return new String(clear, StandardCharsets.UTF_8);
  }

  private static String context(String organizationId, String accessKeyId) {
    return "access-key/" + organizationId + "/" + accessKeyId;
  }

  @Override
  public String toString() {
    return "SealedSecret[" + accessKeyId + "]";
  }
}

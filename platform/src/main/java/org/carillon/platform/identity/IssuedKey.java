package org.carillon.platform.identity;

/** A new access key, the only time that its secret is shown. */
public record IssuedKey(String organizationId, String accessKeyId, String secret) {

  @Override
  public String toString() {
    return "IssuedKey[" + accessKeyId + "]";
  }
}

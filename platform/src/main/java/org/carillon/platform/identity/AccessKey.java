package org.carillon.platform.identity;

/**
 * A live access key with its secret, and whose it is; what a request's signature is held against.
 */
public record AccessKey(String accessKeyId, String secret, Principal principal) {

  @Override
  public String toString() {
    return "AccessKey[" + accessKeyId + " of " + principal + "]";
  }
}

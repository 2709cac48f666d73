package org.carillon.protocol.sigv4;

/**
 * An access key with its secret, which no text made from this record shows.
 *
 * @param <P> who the key belongs to
 * @param id the public id, as in {@code Credential=}
 * @param secret the secret access key
 * @param principal who signs with the key
 */
public record AccessKey<P>(String id, String secret, P principal) {

  @Override
  public String toString() {
    return "AccessKey[" + id + "]";
  }
}

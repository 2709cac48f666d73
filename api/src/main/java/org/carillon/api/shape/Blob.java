package org.carillon.api.shape;

import java.util.Arrays;

/**
 * Bytes with value equality, so that records that hold them compare as records should.
 *
 * @param bytes the content; not copied, so the caller leaves it alone
 */
public record Blob(byte[] bytes) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Blob[" + bytes.length + " bytes]";
  }
}

package org.carillon.protocol.restjson;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.carillon.api.shape.Quotation;

/** Decodes percent-encoded text exactly once. */
final class PercentDecoding {

  private PercentDecoding() {}

  /**
   * The name or value that was encoded in a query, where a plus sign is a blank: so it is signed
   * (decision 4), and so it must be read.
   *
   * @throws MalformedException for an incomplete escape, or bytes that are not UTF-8
   */
  static String decodeQuery(String raw) {
    return decode(raw.replace('+', ' '));
  }

  /**
   * The path segment that was encoded; a plus sign is a plus sign.
   *
   * @throws MalformedException for an incomplete escape, or bytes that are not UTF-8
   */
  static String decode(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    byte[] in = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '%') {
        out.put(in[i]);
        continue;
      }
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new MalformedException(Quotation.of(raw) + " is not correctly percent-encoded");
      }
      out.put((byte) (high << 4 | low));
      i += 2;
    }
    String text = Utf8.text(out.flip());
    if (text == null) {
      throw new MalformedException(Quotation.of(raw) + " is not percent-encoded UTF-8");
    }
    return text;
  }
}

package org.carillon.protocol.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes paths and query parts the one way in which Signature Version 4 signs them. */
final class UriText {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final boolean[] UNRESERVED = new boolean[256];

  static {
    String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    unreserved.chars().forEach(c -> UNRESERVED[c] = true);
  }

  private UriText() {}

  /**
   * Appends the canonical URI: the path as on the wire, without empty and dot segments, encoded
   * once more. Every service but S3 signs it so, as do botocore and the SDKs.
   */
  static void appendPath(String rawPath, StringBuilder out) {
    String path = normalized(rawPath);
    if (path.isEmpty()) {
      out.append('/');
    }
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/') {
        out.append('/');
      } else {
        appendByte(b, out);
      }
    }
  }

  /** The path without empty and dot segments. */
  static String normalized(String path) {
    if (!path.contains("//") && !path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(start, end);
      if (segment.equals("..")) {
        if (!kept.isEmpty()) {
          kept.removeLast();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.add(segment);
      }
      start = end + 1;
    }
    String joined = "/" + String.join("/", kept);
    return path.endsWith("/") && !kept.isEmpty() ? joined + "/" : joined;
  }

  /**
   * A query name or value, decoded and encoded again. A plus is a space, as in forms; a percent
   * sign without two hexadecimal digits is literal.
   */
  static String queryPart(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '+') {
        out.append("%20");
      } else if (b == '%' && isEscape(bytes, i)) {
        appendByte((byte) (digit(bytes[i + 1]) << 4 | digit(bytes[i + 2])), out);
        i += 2;
      } else {
        appendByte(b, out);
      }
    }
    return out.toString();
  }

  /** Returns the decoded text of a result of {@link #queryPart}. */
  static String decoded(String canonical) {
    if (canonical.indexOf('%') < 0) {
      return canonical;
    }
    byte[] bytes = canonical.getBytes(StandardCharsets.US_ASCII);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        bytes[length++] = (byte) (digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]));
        i += 2;
      } else {
        bytes[length++] = bytes[i];
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isEscape(byte[] bytes, int percent) {
    return percent + 2 < bytes.length
        && digit(bytes[percent + 1]) >= 0
        && digit(bytes[percent + 2]) >= 0;
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }

  private static void appendByte(byte b, StringBuilder out) {
    if (UNRESERVED[b & 0xff]) {
      out.append((char) b);
    } else {
      out.append('%').append(HEX[(b >> 4) & 0xf]).append(HEX[b & 0xf]);
    }
  }
}

package org.carillon.protocol.sigv4;

import java.util.List;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;

/** Writes a request as the text whose hash is signed. */
final class CanonicalRequest {

  /** More than any client signs; a bound on the search for headers done for strangers. */
  private static final int MAX_SIGNED_HEADERS = 100;

  private CanonicalRequest() {}

  /**
   * The canonical request.
   *
   * @param signedHeaders names as claimed; must be lower case, ascending and have {@code host}
   * @param bodyHash SHA-256 of the body that really came, lower-case hexadecimal
   * @throws SignatureException when the names are not in order or a header named is absent
   */
  static String of(
      WireRequest request, CanonicalQuery query, String signedHeaders, String bodyHash) {
    StringBuilder out = new StringBuilder(512);
    out.append(request.method()).append('\n');
    UriText.appendPath(request.rawPath(), out);
    out.append('\n');
    query.appendTo(out);
    out.append('\n');
    appendHeaders(request.headers(), signedHeaders, out);
    return out.append('\n').append(signedHeaders).append('\n').append(bodyHash).toString();
  }

  private static void appendHeaders(List<Header> headers, String signed, StringBuilder out) {
    boolean host = false;
    String previous = "";
    int count = 0;
    for (int start = 0; start <= signed.length(); ) {
      int semicolon = signed.indexOf(';', start);
      int end = semicolon < 0 ? signed.length() : semicolon;
      String name = signed.substring(start, end);
      if (name.compareTo(previous) <= 0 || ++count > MAX_SIGNED_HEADERS || !isLowerCase(name)) {
        throw new SignatureException(
            Reason.INCOMPLETE,
            "SignedHeaders must name at most "
                + MAX_SIGNED_HEADERS
                + " headers in lower case, each once, sorted and joined by ';'.");
      }
      appendHeader(headers, name, out);
      host |= name.equals("host");
      previous = name;
      start = end + 1;
    }
    if (!host) {
      throw new SignatureException(
          Reason.INCOMPLETE, "The host header must be among the SignedHeaders.");
    }
  }

  private static boolean isLowerCase(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return true;
  }

  /** Repeated headers join with a comma in order of arrival, not sorted. */
  private static void appendHeader(List<Header> headers, String name, StringBuilder out) {
    boolean found = false;
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        if (found) {
          out.append(',');
        } else {
          out.append(name).append(':');
        }
        appendCollapsed(header.value(), out);
        found = true;
      }
    }
    if (!found) {
      throw new SignatureException(
          Reason.INCOMPLETE, "The signed header '" + name + "' is not in the request.");
    }
    out.append('\n');
  }

  /** A run of blanks inside a value becomes one space; blanks at its ends go. */
  private static void appendCollapsed(String value, StringBuilder out) {
    int begin = out.length();
    boolean blank = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        blank = out.length() > begin;
      } else {
        if (blank) {
          out.append(' ');
          blank = false;
        }
        out.append(c);
      }
    }
  }
}

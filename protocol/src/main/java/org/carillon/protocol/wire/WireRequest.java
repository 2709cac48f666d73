package org.carillon.protocol.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read completely and not yet interpreted.
 *
 * @param method the verb as sent
 * @param rawPath the path exactly as on the request line, still percent-encoded, without the query
 * @param rawQuery the text after the first {@code ?}, still percent-encoded; null when there is
 *     none
 * @param headers every header line in order of arrival
 * @param body the whole body, already bounded by the server; empty when there is none
 * @param requestId the id that the answer carries as {@code x-amzn-RequestId}
 * @param source the peer's address as text, for the audit log
 */
public record WireRequest(
    String method,
    String rawPath,
    @Nullable String rawQuery,
    List<Header> headers,
    byte[] body,
    String requestId,
    String source) {

  /** The values of every header line of that name, in order of arrival; case is ignored. */
  public List<String> headerValues(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** The first value of that header, or null; case is ignored. */
  public @Nullable String header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }
}

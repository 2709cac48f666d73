package org.carillon.protocol.restjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.api.shape.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * A decoded query.
 *
 * @param values the values of each name, both in order of arrival
 */
record QueryString(Map<String, List<String>> values) {

  /**
   * Reads a raw query.
   *
   * @throws MalformedException when it is not correctly percent-encoded
   */
  static QueryString parse(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return new QueryString(Map.of());
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    int start = 0;
    while (start <= raw.length()) {
      int end = raw.indexOf('&', start);
      String pair = raw.substring(start, end < 0 ? raw.length() : end);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = PercentDecoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : PercentDecoding.decodeQuery(pair.substring(equals + 1));
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
      start = end < 0 ? raw.length() + 1 : end + 1;
    }
    return new QueryString(values);
  }

  /** All values of that name; empty when it does not occur. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The value of a name that may occur once.
   *
   * @throws MalformedException when it occurs more often
   */
  @Nullable String single(String name) {
    List<String> all = all(name);
    if (all.size() > 1) {
      throw new MalformedException(
          "The query has the parameter " + Quotation.of(name) + " more than once");
    }
    return all.isEmpty() ? null : all.getFirst();
  }
}

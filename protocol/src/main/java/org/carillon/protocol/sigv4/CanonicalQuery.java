package org.carillon.protocol.sigv4;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.jspecify.annotations.Nullable;

/** The query's parameters, canonically encoded and in the order in which they are signed. */
final class CanonicalQuery {

  /** One parameter; both parts encoded by {@link UriText#queryPart}. */
  private record Parameter(String name, String value) implements Comparable<Parameter> {

    /** By the pair: {@code a-b} sorts before {@code a=} in the joined text, but not here. */
    @Override
    public int compareTo(Parameter other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : value.compareTo(other.value);
    }
  }

  private static final CanonicalQuery EMPTY = new CanonicalQuery(List.of());

  private final List<Parameter> parameters;

  private CanonicalQuery(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** Reads the text after the question mark; empty pieces between {@code &} do not count. */
  static CanonicalQuery of(@Nullable String rawQuery) {
    if (rawQuery == null || rawQuery.isEmpty()) {
      return EMPTY;
    }
    List<Parameter> parameters = new ArrayList<>();
    int start = 0;
    while (start < rawQuery.length()) {
      int ampersand = rawQuery.indexOf('&', start);
      int end = ampersand < 0 ? rawQuery.length() : ampersand;
      if (end > start) {
        int equals = rawQuery.indexOf('=', start);
        boolean bare = equals < 0 || equals > end;
        parameters.add(
            new Parameter(
                UriText.queryPart(rawQuery.substring(start, bare ? end : equals)),
                bare ? "" : UriText.queryPart(rawQuery.substring(equals + 1, end))));
      }
      start = end + 1;
    }
    Collections.sort(parameters);
    return new CanonicalQuery(parameters);
  }

  /** Returns whether a parameter of that (unreserved) name is there. */
  boolean has(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.name.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The decoded value of the parameter of that name.
   *
   * @throws SignatureException when it is absent, empty or repeated
   */
  String required(String name) {
    String found = null;
    for (Parameter parameter : parameters) {
      if (parameter.name.equals(name)) {
        if (found != null) {
          throw new SignatureException(
              Reason.INCOMPLETE, "The query parameter '" + name + "' is repeated.");
        }
        found = UriText.decoded(parameter.value);
      }
    }
    if (found == null || found.isEmpty()) {
      throw new SignatureException(
          Reason.INCOMPLETE, "A presigned request needs the query parameter '" + name + "'.");
    }
    return found;
  }

  /** Appends the canonical query string, which leaves out the signature itself. */
  void appendTo(StringBuilder out) {
    boolean first = true;
    for (Parameter parameter : parameters) {
      if (parameter.name.equals("X-Amz-Signature")) {
        continue;
      }
      if (!first) {
        out.append('&');
      }
      first = false;
      out.append(parameter.name).append('=').append(parameter.value);
    }
  }
}

package org.carillon.protocol.restjson;

import java.util.List;
import java.util.stream.Collectors;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.Violation;

/** The errors of a service with which the protocol refuses requests. */
public interface Refusals {

  /** For input that cannot be read: broken JSON, a wrong type, a bad percent-encoding. */
  ModelledException malformed(String message);

  /** For input that breaks rules of the model; the list is not empty. */
  ModelledException invalid(List<Violation> violations);

  /** For a fault of the server; the log has the cause under the request's id. */
  ModelledException unexpected(String message);

  /** One text about all of them. */
  static String sentence(List<Violation> violations) {
    return violations.stream().map(Violation::message).collect(Collectors.joining("; "));
  }
}

package org.carillon.protocol.web;

import java.time.Duration;

/**
 * Hears of every request answered, also of those that the server itself refuses. Paths are left out
 * because they hold phone numbers.
 */
@FunctionalInterface
public interface AccessLog {

  /**
   * Called once a request is answered; must be quick and must not throw.
   *
   * @param method the verb as sent, from a stranger
   * @param status the status answered
   * @param duration from the request's first byte to the answer's last
   * @param requestId the id that the answer carried
   */
  void answered(String method, int status, Duration duration, String requestId);
}

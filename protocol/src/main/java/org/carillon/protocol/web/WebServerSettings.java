package org.carillon.protocol.web;

import java.time.Duration;

/**
 * Where the web server listens and what it lets a client cost.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 for any free one
 * @param maxBodyBytes the longest request body
 * @param maxHeaderBytes the longest request line and header lines together
 * @param maxConnections connections accepted at once; more wait in the system's queue
 * @param maxRequests requests handled at once; more wait
 * @param idleTimeout how long a connection may stand still while reading or writing
 * @param bodyTimeout how long a whole body may take to arrive, however steadily it drips
 * @param drainTimeout how long a stop waits for running requests
 */
public record WebServerSettings(
    String host,
    int port,
    int maxBodyBytes,
    int maxHeaderBytes,
    int maxConnections,
    int maxRequests,
    Duration idleTimeout,
    Duration bodyTimeout,
    Duration drainTimeout) {

  /** Loopback only, 1 MiB bodies, 16 KiB headers, half a minute for everything slow. */
  public static WebServerSettings defaults() {
    Duration halfMinute = Duration.ofSeconds(30);
    return new WebServerSettings(
        "127.0.0.1", 8080, 1 << 20, 16 << 10, 10_000, 1_000, halfMinute, halfMinute, halfMinute);
  }

  /** The same, listening elsewhere. */
  public WebServerSettings listeningOn(String newHost, int newPort) {
    return new WebServerSettings(
        newHost,
        newPort,
        maxBodyBytes,
        maxHeaderBytes,
        maxConnections,
        maxRequests,
        idleTimeout,
        bodyTimeout,
        drainTimeout);
  }

  /** The same with other patience. */
  public WebServerSettings waiting(Duration idle, Duration body, Duration drain) {
    return new WebServerSettings(
        host, port, maxBodyBytes, maxHeaderBytes, maxConnections, maxRequests, idle, body, drain);
  }
}

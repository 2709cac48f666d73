package org.carillon.protocol.web;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Where the web server listens and what it lets a client cost.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 for any free one
 * @param maxBodyBytes the longest request body
 * @param maxHeaderBytes the longest request line and header lines together
 * @param maxConnections connections at once; for one more, the idlest are closed
 * @param maxRequests requests handled at once; more wait
 * @param memory bytes that all request bodies may hold together, and all answers not read yet
 * @param leastRate bytes of an answer a second that a client reads, once patience is over
 * @param patience the time granted to slow clients
 */
public record WebServerSettings(
    String host,
    int port,
    int maxBodyBytes,
    int maxHeaderBytes,
    int maxConnections,
    int maxRequests,
    long memory,
    int leastRate,
    Patience patience) {

  /**
   * How long clients may take.
   *
   * @param idle how long a connection may stand still while reading or writing
   * @param headers how long headers may take to arrive from the first byte on
   * @param body how long a whole body may take to arrive, however steadily it drips
   * @param drain how long a stop waits for running requests
   */
  public record Patience(Duration idle, Duration headers, Duration body, Duration drain) {}

  /** Bodies get this part of all memory and answers as much: copies of both are made elsewhere. */
  private static final int SHARE_OF_MEMORY = 8;

  /** The largest memory of a connection with a request, without unread answers. */
  private static final int BYTES_A_CONNECTION = 64 << 10;

  private static final int MAX_CONNECTIONS = 10_000;

  /**
   * Loopback only, 1 MiB bodies, 16 KiB headers, half a minute for everything slow, and as many
   * connections as memory and file descriptors allow.
   */
  public static WebServerSettings defaults() {
    long memory = Runtime.getRuntime().maxMemory();
    long connections = Math.min(memory / BYTES_A_CONNECTION, descriptors() / 2);
    Duration halfMinute = Duration.ofSeconds(30);
    return new WebServerSettings(
        "127.0.0.1",
        8080,
        1 << 20,
        16 << 10,
        (int) Math.min(connections, MAX_CONNECTIONS),
        1_000,
        memory / SHARE_OF_MEMORY,
        8 << 10,
        new Patience(halfMinute, halfMinute, halfMinute, halfMinute));
  }

  /** Returns how many files and connections the system lets this process have. */
  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : MAX_CONNECTIONS;
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
        memory,
        leastRate,
        patience);
  }

  /** The same with other patience. */
  public WebServerSettings waiting(Patience other) {
    return new WebServerSettings(
        host,
        port,
        maxBodyBytes,
        maxHeaderBytes,
        maxConnections,
        maxRequests,
        memory,
        leastRate,
        other);
  }

  /** The same with room for others. */
  public WebServerSettings allowing(int connections, int requests, long bytes, int rate) {
    return new WebServerSettings(
        host, port, maxBodyBytes, maxHeaderBytes, connections, requests, bytes, rate, patience);
  }
}

package org.carillon.app.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import org.carillon.app.settings.ServerSettings;

/**
 * Binds the server's address before the server makes anything. So a taken port or a wrong host
 * leaves no installation behind. Clients that connect before the server is up wait in the queue.
 */
public final class ListeningSocket {

  private static final int QUEUE = 1024;

  private ListeningSocket() {}

  /**
   * Binds the address until the channel is closed.
   *
   * @throws FailureException when the address is not this machine's or the port is taken
   */
  public static ServerSocketChannel bind(ServerSettings settings) {
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    if (address.isUnresolved()) {
      throw new FailureException(
          "Cannot listen on %s: no host has that name; set an address of this machine with --host."
              .formatted(settings.host()));
    }
    try {
      return bind(address);
    } catch (IOException refused) {
      throw new FailureException(
          "Cannot listen on %s:%d (%s): stop what listens there, or set another address with --host or --port."
              .formatted(settings.host(), settings.port(), refused.getMessage()),
          refused);
    }
  }

  private static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      // Otherwise a restart waits for old connections that the kernel still remembers.
      return socket.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(address, QUEUE);
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }
}

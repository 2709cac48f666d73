package org.carillon.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A network between a client and PostgreSQL that breaks at the worst moment. */
final class CuttingProxy implements AutoCloseable {

  /** The tag of PostgreSQL's answer to a COMMIT, with the zero that ends it. */
  private static final String COMMITTED = "COMMIT\0";

  private final ServerSocket listening;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean swallowing;

  CuttingProxy(int target) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Lets the next answer to a COMMIT, and its connection, disappear. */
  void swallowNextCommit() {
    swallowing = true;
  }

  /** Cuts all connections. */
  void cut() throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
    sockets.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(client, server));
        threads.execute(() -> forward(client, server, false));
        threads.execute(() -> forward(server, client, true));
      }
    } catch (IOException _) {
      // The proxy was closed.
    }
  }

  private void forward(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      byte[] piece = new byte[65_536];
      for (int length = in.read(piece); length > 0; length = in.read(piece)) {
        if (answers
            && swallowing
            && new String(piece, 0, length, StandardCharsets.ISO_8859_1).contains(COMMITTED)) {
          swallowing = false;
          return;
        }
        to.getOutputStream().write(piece, 0, length);
      }
    } catch (IOException _) {
      // The other direction closed both sockets.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
    threads.close();
  }
}

package org.carillon.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that reads no more than it must, so that the client leaves the
 * processor to the server. Used by one thread.
 */
final class Connection implements AutoCloseable {

  private static final int LONGEST = 1 << 20;
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final String LENGTH = "\r\ncontent-length:";

  private final Socket socket = new Socket();
  private byte[] buffer = new byte[8192];
  private int filled;
  private int bodyAt;

  /** Connects to the address that a server printed. */
  Connection(URI address) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), TIMEOUT_MILLIS);
  }

  /** Sends a request and reads its whole answer; the status is returned. */
  int exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    filled = 0;
    int headEnd = -1;
    while (headEnd < 0) {
      read();
      headEnd = headEnd();
    }
    String head = new String(buffer, 0, headEnd, ISO_8859_1);
    bodyAt = headEnd + 4;
    int end = bodyAt + length(head);
    while (filled < end) {
      read();
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  /** The body of the answer read last. */
  String body() {
    return new String(buffer, bodyAt, filled - bodyAt, UTF_8);
  }

  private static int length(String head) throws IOException {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(LENGTH);
    if (at < 0) {
      if (lower.startsWith("http/1.1 204")) {
        return 0;
      }
      throw new IOException("an answer without Content-Length: " + head);
    }
    int begin = at + LENGTH.length();
    int end = lower.indexOf('\r', begin);
    return Integer.parseInt(lower.substring(begin, end < 0 ? lower.length() : end).trim());
  }

  private int headEnd() {
    for (int i = 3; i < filled; i++) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
        return i - 3;
      }
    }
    return -1;
  }

  private void read() throws IOException {
    if (filled == buffer.length) {
      if (filled >= LONGEST) {
        throw new IOException("an answer of more than " + LONGEST + " bytes");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = socket.getInputStream().read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      throw new EOFException("the server closed the connection");
    }
    filled += count;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

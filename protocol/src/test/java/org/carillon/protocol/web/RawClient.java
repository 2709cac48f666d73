package org.carillon.protocol.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as they are and reads answers one by one. */
final class RawClient implements AutoCloseable {

  /** One answer, header names in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name, "(none)");
    }
  }

  /** Little, so that an answer that is not read stays the server's. */
  private static final int RECEIVED_UNREAD = 8 * 1024;

  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket();
    socket.setReceiveBufferSize(RECEIVED_UNREAD);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
    return this;
  }

  Answer read() throws IOException {
    return read(true);
  }

  /** Reads one answer; that to HEAD has a length but no body. */
  Answer read(boolean withBody) throws IOException {
    String statusLine = line();
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw new IOException("Not a status line: '" + statusLine + "'");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = withBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
    byte[] body = in.readNBytes(length);
    return new Answer(
        Integer.parseInt(statusLine.substring(9, 12)), headers, new String(body, UTF_8));
  }

  /** Waits for an answer to begin, and leaves it. */
  void awaitAnswer() throws IOException {
    in.mark(1);
    in.read();
    in.reset();
  }

  /** Reads that many bytes of an answer. */
  void read(int bytes) throws IOException {
    in.readNBytes(bytes);
    if (atEnd()) {
      throw new EOFException();
    }
  }

  /** Whether the server has closed and sent nothing more. */
  boolean atEnd() throws IOException {
    return in.read() < 0;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

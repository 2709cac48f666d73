package org.carillon.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Strangers ask for a large answer and never read it. */
@Command(
    name = "unread",
    mixinStandardHelpOptions = true,
    description = "Connections ask for /openapi.json and never read the answer.")
final class UnreadAnswerFault implements Callable<Integer> {

  private static final byte[] QUESTION =
      "GET /openapi.json HTTP/1.1\r\nHost: unread\r\n\r\n".getBytes(ISO_8859_1);

  @Mixin private ProgramUnderTest program = new ProgramUnderTest();

  @Option(names = "--connections", defaultValue = "3000", description = "${DEFAULT-VALUE}")
  private int connections = 3000;

  @Option(names = "--seconds", defaultValue = "15", description = "to hold them; ${DEFAULT-VALUE}")
  private int seconds = 15;

  UnreadAnswerFault() {}

  @Override
  public Integer call() throws Exception {
    Path folder = ProgramUnderTest.newFolder();
    List<Socket> unread = new ArrayList<>();
    try (Child server = program.serve(folder, Map.of())) {
      LiveWatch live = new LiveWatch(server.address());
      try (live) {
        for (int i = 0; i < connections && server.isAlive(); i++) {
          ask(server.address(), unread);
        }
        for (int i = 0; i < seconds && server.isAlive(); i++) {
          Thread.sleep(1000);
        }
      }
      IO.println("| connections | live p50 ms | live longest ms | live unanswered | server |");
      IO.println("|---:|---:|---:|---:|---|");
      IO.println(
          "| %d | %s | %s |"
              .formatted(unread.size(), live.cells(), server.isAlive() ? "alive" : "ended"));
      return server.isAlive() && live.failed() == 0 ? 0 : 1;
    } finally {
      for (Socket each : unread) {
        each.close();
      }
    }
  }

  /** A connection that the server refuses or resets is no fault: the server may defend itself. */
  private static void ask(URI server, List<Socket> unread) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    try {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 2000);
      socket.getOutputStream().write(QUESTION);
      unread.add(socket);
    } catch (IOException refused) {
      socket.close();
    }
  }
}

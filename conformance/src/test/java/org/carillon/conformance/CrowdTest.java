package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.conformance.RunningServer.Started;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chime.ChimeClient;

/** A small server stays up, and says so, under a crowd of strangers on its one port. */
class CrowdTest {

  /** With it, a server lets in four thousand at once. */
  private static final Map<String, String> SMALL = Map.of("JDK_JAVA_OPTIONS", "-Xmx256m");

  @TempDir private Path folder;

  @Test
  void healthIsAnsweredBesideThreeThousandUnreadAnswersAndAnIdleCrowd() throws Exception {
    List<SocketChannel> crowd = new ArrayList<>();
    Started server = RunningServer.start(folder, SMALL);
    try {
      for (int i = 0; i < 3_000; i++) {
        String path = i % 8 == 0 ? "/metrics" : "/openapi.json";
        crowd.add(
            connect(server.endpoint(), "GET " + path + " HTTP/1.1\r\nHost: stranger\r\n\r\n"));
      }
      answers(server);
      for (int i = 0; i < 1_500; i++) {
        crowd.add(connect(server.endpoint(), i % 2 == 0 ? "" : "GET /accounts HTTP/1.1\r\nA"));
      }
      answers(server);
      String fields = "a:b\r\n".repeat(3_200);
      for (int i = 0; i < 1_000; i++) {
        crowd.add(
            connect(server.endpoint(), "GET /accounts HTTP/1.1\r\nHost: stranger\r\n" + fields));
      }
      answers(server);
      assertTrue(server.process().isAlive());
    } finally {
      for (SocketChannel each : crowd) {
        each.close();
      }
      // A server without memory does not stop by itself, and the test would wait for ever.
      server.process().destroyForcibly();
      server.process().waitFor();
    }
  }

  private static void answers(Started server) throws Exception {
    for (String path : List.of("/health/live", "/health/ready", "/metrics", "/health/live")) {
      // A client of its own each time, as a connection that was kept could be one that was let in.
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpRequest question =
            HttpRequest.newBuilder(server.endpoint().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .build();
        assertEquals(200, client.send(question, BodyHandlers.ofString()).statusCode(), path);
      }
    }
    try (ChimeClient client = server.chime()) {
      client.listAccounts(r -> {});
    }
  }

  private static SocketChannel connect(URI server, String request) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 2048);
    channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }
}

package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.carillon.protocol.web.RawClient.Answer;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.Test;

/** A page that fails is an error without details, whether it throws or its answer fails. */
class BrokenPageTest {

  @Test
  void pageThatFailsIsATypedErrorWithoutDetails() throws Exception {
    Page throwing =
        new Page(
            Page.Readers.ALL,
            () -> {
              throw failure();
            });
    Page failing = new Page(Page.Readers.ALL, () -> CompletableFuture.failedStage(failure()));
    try (WebServer server =
        new WebServer(
            WebServerSettings.defaults().listeningOn("127.0.0.1", 0),
            request -> new WireResponse(200, List.of(), new byte[0]),
            Map.of("/throwing", throwing, "/failing", failing),
            (method, status, duration, id) -> {})) {
      server.start();
      for (String path : List.of("/throwing", "/failing")) {
        try (RawClient client = new RawClient(server.port())) {
          Answer answer = client.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").read();
          assertEquals(500, answer.status(), path);
          assertTrue(answer.body().startsWith("{\"Code\":\"ServiceFailure"), answer.body());
          assertFalse(answer.body().contains("secret"), answer.body());
        }
      }
    }
  }

  private static IllegalStateException failure() {
    return new IllegalStateException("secret detail");
  }
}

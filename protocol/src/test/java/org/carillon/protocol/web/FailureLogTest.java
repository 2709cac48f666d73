package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log tells what the client of a failed request is not told. */
final class FailureLogTest {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(ApiHandler.class);
  private final WebServer server =
      new WebServer(
          WebServerSettings.defaults().listeningOn("127.0.0.1", 0),
          FailureLogTest::fail,
          Map.of(),
          (method, status, duration, id) -> {});

  @BeforeEach
  void start() {
    log.start();
    logger.addAppender(log);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    logger.detachAppender(log);
  }

  private static WireResponse fail(WireRequest request) {
    if (request.rawPath().equals("/error")) {
      throw new AssertionError("secret error");
    }
    throw new IllegalStateException("secret exception");
  }

  @Test
  void errorsAndExceptionsOfTheApiAreLoggedAndNotTold() throws IOException {
    for (String path : List.of("/exception", "/error")) {
      try (RawClient client = new RawClient(server.port())) {
        RawClient.Answer answer =
            client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").read();
        assertEquals(500, answer.status());
        assertFalse(answer.body().contains("secret"), answer.body());
      }
    }
    assertEquals(
        List.of("secret exception", "secret error"),
        log.list.stream().map(each -> each.getThrowableProxy().getMessage()).toList());
  }
}

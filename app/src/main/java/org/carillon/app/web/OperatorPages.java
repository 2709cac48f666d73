package org.carillon.app.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;

/** Answers what operators and their machines ask beside the API; nobody has to sign for it. */
public final class OperatorPages {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";

  private final Readiness readiness;
  private final PrometheusMeterRegistry meters;
  private final Supplier<byte[]> openApi;

  /** Pages about this server; {@code openApi} is the API's description as JSON. */
  public OperatorPages(
      Readiness readiness, PrometheusMeterRegistry meters, Supplier<byte[]> openApi) {
    this.readiness = readiness;
    this.meters = meters;
    this.openApi = openApi;
  }

  /** The pages by their exact paths, for GET and HEAD. */
  public Map<String, Supplier<WireResponse>> byPath() {
    return Map.of(
        "/health/live", () -> page(200, TEXT, "live\n"),
        "/health/ready", this::ready,
        "/metrics", () -> page(200, PROMETHEUS, meters.scrape()),
        "/openapi.json", () -> page(200, JSON, openApi.get()));
  }

  private WireResponse ready() {
    List<String> obstacles = readiness.obstacles();
    return obstacles.isEmpty()
        ? page(200, TEXT, "ready\n")
        : page(503, TEXT, "not ready: " + String.join(", ", obstacles) + "\n");
  }

  private static WireResponse page(int status, String type, String text) {
    return page(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static WireResponse page(int status, String type, byte[] body) {
    return new WireResponse(
        status,
        List.of(new Header("Content-Type", type), new Header("Cache-Control", "no-store")),
        body);
  }
}

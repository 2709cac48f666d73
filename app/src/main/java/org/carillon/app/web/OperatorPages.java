package org.carillon.app.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.jspecify.annotations.Nullable;

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

  /** The answer, or null when the path is none of these pages and thus the API's. */
  public @Nullable WireResponse answer(WireRequest request) {
    return switch (request.rawPath()) {
      case "/health/live" -> get(request, () -> page(200, TEXT, "live\n"));
      case "/health/ready" -> get(request, this::ready);
      case "/metrics" -> get(request, () -> page(200, PROMETHEUS, meters.scrape()));
      case "/openapi.json" -> get(request, () -> page(200, JSON, openApi.get()));
      default -> null;
    };
  }

  private WireResponse ready() {
    List<String> obstacles = readiness.obstacles();
    return obstacles.isEmpty()
        ? page(200, TEXT, "ready\n")
        : page(503, TEXT, "not ready: " + String.join(", ", obstacles) + "\n");
  }

  private static WireResponse get(WireRequest request, Supplier<WireResponse> page) {
    if (request.method().equals("GET") || request.method().equals("HEAD")) {
      return page.get();
    }
    WireResponse refusal = page(405, TEXT, "only GET\n");
    return new WireResponse(
        405,
        List.of(refusal.headers().getFirst(), new Header("Allow", "GET, HEAD")),
        refusal.body());
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

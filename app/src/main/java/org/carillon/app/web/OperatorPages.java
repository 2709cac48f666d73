package org.carillon.app.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.carillon.protocol.web.Page;
import org.carillon.protocol.web.Page.Readers;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;

/**
 * Answers what operators and their machines ask beside the API. Nobody has to sign for it, so none
 * of it costs more for many who ask than for one.
 */
public final class OperatorPages {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";

  /** For who comes with a browser; it needs nothing but itself, and so nothing else is allowed. */
  private static final String HOME =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Carillon</title>
      <h1>Carillon</h1>
      <p>This server serves the Amazon Chime administration API to clients that sign their requests.
      <ul>
      <li><a href="/health/live">/health/live</a> and <a href="/health/ready">/health/ready</a>: whether the server lives, and whether it is ready
      <li><a href="/metrics">/metrics</a>: metrics, for Prometheus
      <li><a href="/openapi.json">/openapi.json</a>: the API's description
      <li><a href="/service-2.json">/service-2.json</a> and <a href="/paginators-1.json">/paginators-1.json</a>: the same for AWS's command line and boto3
      <li>README.md and the folder docs of the program: how to use and run it
      </ul>
      """;

  private final Supplier<CompletionStage<WireResponse>> ready;
  private final Supplier<CompletionStage<WireResponse>> metrics;
  private final Map<String, byte[]> descriptions;

  /**
   * Pages about this server.
   *
   * @param descriptions the API's descriptions as JSON by their paths, the one copy that all
   *     answers send
   * @param fresh how long what was found out for one serves others too
   */
  public OperatorPages(
      Readiness readiness,
      PrometheusMeterRegistry meters,
      Map<String, byte[]> descriptions,
      Duration fresh) {
    this.ready = new SharedAnswer("ready", () -> ready(readiness), fresh);
    this.metrics =
        new SharedAnswer("metrics", () -> response(200, PROMETHEUS, meters.scrape()), fresh);
    this.descriptions = Map.copyOf(descriptions);
  }

  /** The pages by their exact paths. */
  public Map<String, Page> byPath() {
    Map<String, Page> pages = new HashMap<>();
    pages.put("/health/live", Page.constant(Readers.ALL, response(200, TEXT, "live\n")));
    pages.put("/health/ready", new Page(Readers.ALL, ready));
    pages.put("/metrics", new Page(Readers.ALL, metrics));
    pages.put("/", Page.constant(Readers.BROWSERS, response(200, HTML, HOME)));
    descriptions.forEach(
        (path, json) -> pages.put(path, Page.constant(Readers.ALL, response(200, JSON, json))));
    return pages;
  }

  private static WireResponse ready(Readiness readiness) {
    List<String> obstacles = readiness.obstacles();
    return obstacles.isEmpty()
        ? response(200, TEXT, "ready\n")
        : response(503, TEXT, "not ready: " + String.join(", ", obstacles) + "\n");
  }

  private static WireResponse response(int status, String type, String text) {
    return response(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static WireResponse response(int status, String type, byte[] body) {
    return new WireResponse(
        status,
        List.of(
            new Header("Content-Type", type),
            new Header("Cache-Control", "no-store"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")),
        body);
  }
}

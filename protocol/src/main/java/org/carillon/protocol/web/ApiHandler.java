package org.carillon.protocol.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.carillon.protocol.web.Page.Readers;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Hands each request, as it was on the wire, to a plain page or to the API. The threads that read
 * the network only hand over: pages are answered by others that never wait, the API on a thread of
 * the request's own.
 */
final class ApiHandler extends Handler.Abstract.NonBlocking {

  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  /** The time that a request waits for its turn before it gets a 503. */
  private static final Duration TURN = Duration.ofSeconds(5);

  private final Clients clients;
  private final BodyReader bodies;
  private final Answers answers;
  private final Function<WireRequest, WireResponse> api;
  private final Map<String, Page> pages;
  private final Executor requests;
  private final Semaphore places;

  /**
   * @param requests runs each request of the API; may block
   * @param places how many of them may be under way at once
   */
  ApiHandler(
      Clients clients,
      BodyReader bodies,
      Answers answers,
      Function<WireRequest, WireResponse> api,
      Map<String, Page> pages,
      Executor requests,
      int places) {
    this.clients = clients;
    this.bodies = bodies;
    this.answers = answers;
    this.api = api;
    this.pages = Map.copyOf(pages);
    this.requests = requests;
    this.places = new Semaphore(places);
  }

  /** Returns whether a request only reads. */
  static boolean isRead(Request request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Page page = page(request);
    Client client = clients.of(request);
    if (page == null) {
      client.sendsBody();
      requests.execute(() -> run(client, request, response, callback));
    } else {
      client.waits(); // Nothing is done for a page that would have to be told.
      // Not here: a client could keep this thread busy with one request right behind the other.
      getServer().getThreadPool().execute(() -> show(page, request, response, callback));
    }
    return true;
  }

  private @Nullable Page page(Request request) {
    String path = request.getHttpURI().getPath();
    Page page = path == null ? null : pages.get(path);
    boolean browser =
        isRead(request) && request.getHeaders().contains(HttpHeader.ACCEPT, "text/html");
    return page != null && page.readers() == Readers.BROWSERS && !browser ? null : page;
  }

  private void show(Page page, Request request, Response response, Callback callback) {
    if (!isRead(request)) {
      answers.send(Refusal.METHOD_NOT_ALLOWED.response(), request, response, callback);
      return;
    }
    // A page that throws before it has a future fails like one whose future does.
    var _ =
        CompletableFuture.completedFuture(page)
            .thenCompose(each -> each.answer().get())
            .whenComplete((answer, failure) -> {
              if (failure != null) {
                LOG.error("A page failed", failure);
              }
              WireResponse shown = failure == null ? answer : Refusal.FAILURE.response();
              answers.sendShared(shown, request, response, callback);
            });
  }

  private void run(Client client, Request request, Response response, Callback callback) {
    try (var _ = MDC.putCloseable("requestId", Answers.requestId(request))) {
      WireResponse answer =
          switch (bodies.read(request, client)) {
            case BodyReader.Read(byte[] body) -> {
              try {
                // Who is cut off must not find later that what it asked for was done.
                yield client.waits() ? inTurn(request, body) : Refusal.UNAVAILABLE.response();
              } finally {
                bodies.release(client);
              }
            }
            case BodyReader.Refused(Refusal refusal) -> {
              response.getHeaders().put(HttpHeader.CONNECTION, "close");
              yield refusal.response();
            }
          };
      answers.send(answer, request, response, callback);
    } catch (IOException e) {
      // Either the client is gone, and nobody reads this, or its chunks are malformed.
      LOG.debug("A request body ended early", e);
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      answers.send(Refusal.BAD_REQUEST.response(), request, response, callback);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answers.send(Refusal.UNAVAILABLE.response(), request, response, callback);
    } catch (RuntimeException | Error e) {
      LOG.error("A request was not answered", e);
      callback.failed(e); // Nobody above would: the request would stay unanswered.
    }
  }

  private WireResponse inTurn(Request request, byte[] body) throws InterruptedException {
    if (!places.tryAcquire(TURN.toNanos(), TimeUnit.NANOSECONDS)) {
      return Refusal.UNAVAILABLE.response();
    }
    try {
      return answer(request, body);
    } finally {
      places.release();
    }
  }

  private WireResponse answer(Request request, byte[] body) {
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    String query = uri.getQuery();
    if (path == null || uri.getFragment() != null || hasNul(path) || hasNul(query)) {
      return Refusal.BAD_REQUEST.response();
    }
    try {
      return api.apply(
          new WireRequest(
              request.getMethod(),
              path,
              query,
              headers(request),
              body,
              Answers.requestId(request),
              Request.getRemoteAddr(request)));
    } catch (RuntimeException | Error e) {
      LOG.error("A request failed", e);
      return Refusal.FAILURE.response();
    }
  }

  private static List<Header> headers(Request request) {
    List<Header> headers = new ArrayList<>(request.getHeaders().size());
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers.add(new Header(field.getName(), value == null ? "" : text(value)));
    }
    return headers;
  }

  /** Jetty reads values as ISO 8859-1; clients write, and sign, UTF-8. */
  private static String text(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        return new String(value.getBytes(ISO_8859_1), UTF_8);
      }
    }
    return value;
  }

  /** No text of this API may hold it, and it means mischief in everything below. */
  private static boolean hasNul(@Nullable String text) {
    return text != null && (text.contains("%00") || text.indexOf('\0') >= 0);
  }
}

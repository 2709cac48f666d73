package org.carillon.protocol.restjson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves operations over REST-JSON: every request gets exactly one whole answer, and every error
 * that leaves is one that the model declares or the protocol itself knows.
 */
public final class RestJsonService {

  private static final Logger LOG = LoggerFactory.getLogger(RestJsonService.class);

  /** The values computed once for each operation. */
  private record Plan<I, O>(
      OperationShape<I, O> operation, InputDecoder<I> decoder, MediaTypes mediaTypes) {

    static <I, O> Plan<I, O> of(OperationShape<I, O> operation, RestJsonSettings settings) {
      MediaTypes types =
          MediaTypes.of(operation.input(), operation.output(), settings.strictMediaTypes());
      return new Plan<>(
          operation, new InputDecoder<>(operation, types, settings.refusals()), types);
    }
  }

  private final Router<Plan<?, ?>> router = new Router<>();
  private final RestJsonSettings settings;
  private final OperationHandler handler;
  private final AnswerEncoder encoder;

  /**
   * @param operations every operation that has a route
   * @param handler what runs them
   */
  public RestJsonService(
      List<OperationShape<?, ?>> operations, RestJsonSettings settings, OperationHandler handler) {
    this.settings = settings;
    this.handler = handler;
    this.encoder = new AnswerEncoder(settings.envelope());
    operations.forEach(operation -> router.add(operation, Plan.of(operation, settings)));
  }

  /** The whole answer to a request; refusals and faults are answers too, so nothing is thrown. */
  public WireResponse answer(WireRequest request) {
    try {
      return switch (route(request)) {
        case Router.Match.Found<Plan<?, ?>>(var plan, var labels, var query) ->
            run(plan, labels, query, request);
        case Router.Match.Unknown<Plan<?, ?>>() ->
            encoder.error(
                new ProtocolException(
                    "UnknownOperationException",
                    404,
                    "UnknownOperation",
                    "No operation has this path and query"),
                request.requestId());
        case Router.Match.OtherMethod<Plan<?, ?>>(var allowed) -> otherMethod(allowed, request);
      };
    } catch (MalformedException e) {
      return encoder.error(
          settings.refusals().malformed(String.valueOf(e.getMessage())), request.requestId());
    }
  }

  private Router.Match<Plan<?, ?>> route(WireRequest request) {
    String path = request.rawPath();
    String prefix = settings.optionalPrefix();
    if (prefix != null && path.startsWith(prefix + "/")) {
      path = path.substring(prefix.length());
    }
    return router.match(request.method(), path, request.rawQuery());
  }

  private <I, O> WireResponse run(
      Plan<I, O> plan, Map<String, String> labels, QueryString query, WireRequest request) {
    OperationShape<I, O> operation = plan.operation;
    try {
      plan.mediaTypes.checkAnswer(request);
      O output =
          handler.handle(operation, () -> plan.decoder.decode(request, labels, query), request);
      return encoder.success(
          operation.successCode(), operation.output(), output, request.requestId());
    } catch (ProtocolException e) {
      return encoder.error(e, request.requestId());
    } catch (ModelledException e) {
      return modelled(operation, e, request);
    } catch (RuntimeException e) {
      return unexpected(operation, e, request);
    }
  }

  private WireResponse modelled(
      OperationShape<?, ?> operation, ModelledException error, WireRequest request) {
    if (error.shape().status() == AnswerEncoder.UNAVAILABLE) {
      // No fault of ours, and there may be thousands a second, so that there is no stack to read.
      LOG.warn(
          "{} is not available, request {}: {}",
          operation.name(),
          request.requestId(),
          error.getMessage());
    } else if (error.shape().serverFault()) {
      LOG.error("{} failed, request {}", operation.name(), request.requestId(), error);
    }
    try {
      return encoder.error(error, request.requestId());
    } catch (RuntimeException e) {
      return unexpected(operation, e, request);
    }
  }

  private WireResponse unexpected(
      OperationShape<?, ?> operation, RuntimeException fault, WireRequest request) {
    LOG.error("{} failed, request {}", operation.name(), request.requestId(), fault);
    return encoder.error(
        settings
            .refusals()
            .unexpected("The server failed; its log has the cause under " + request.requestId()),
        request.requestId());
  }

  private WireResponse otherMethod(Set<String> allowed, WireRequest request) {
    WireResponse refusal =
        encoder.error(
            new ProtocolException(
                "MethodNotAllowedException",
                405,
                "MethodNotAllowed",
                "This path supports only " + String.join(", ", allowed)),
            request.requestId());
    List<Header> headers = new ArrayList<>(refusal.headers());
    headers.add(new Header("Allow", String.join(", ", allowed)));
    return new WireResponse(refusal.status(), List.copyOf(headers), refusal.body());
  }
}

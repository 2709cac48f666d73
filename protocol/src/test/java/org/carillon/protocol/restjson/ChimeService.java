package org.carillon.protocol.restjson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ServiceFailureException;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Violation;
import org.carillon.protocol.restjson.RestJsonSettings.Envelope;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** The Chime API's routes and shapes over the protocol, with a function in the server's place. */
final class ChimeService {

  /** The operations and inputs that got through, in order. */
  final List<OperationShape<?, ?>> routed = new ArrayList<>();

  final List<Object> inputs = new ArrayList<>();
  private final RestJsonService service;

  /** A service whose every operation answers what the function makes of its input. */
  ChimeService(Function<Object, @Nullable Object> outputs) {
    service =
        new RestJsonService(
            routes(),
            new RestJsonSettings(new Errors(), Envelope.FULL, false, "/console"),
            new OperationHandler() {
              @Override
              @SuppressWarnings("unchecked") // each test answers with the operation's own output
              public <I, O> O handle(
                  OperationShape<I, O> operation, Supplier<I> input, WireRequest request) {
                routed.add(operation);
                I read = input.get();
                inputs.add(read);
                Object output = outputs.apply(read);
                if (output == null) {
                  throw new ProtocolException("NoAnswer", 418, "NoAnswer", "");
                }
                return (O) output;
              }
            });
  }

  /** Every operation that has a route, served or not. */
  static List<OperationShape<?, ?>> routes() {
    List<OperationShape<?, ?>> routes = new ArrayList<>(Operations.ALL);
    routes.addAll(Operations.UNSERVED);
    return routes;
  }

  WireResponse send(String method, String target, String body, Header... headers) {
    return send(method, target, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  WireResponse send(String method, String target, byte[] body, Header... headers) {
    int mark = target.indexOf('?');
    return service.answer(
        new WireRequest(
            method,
            mark < 0 ? target : target.substring(0, mark),
            mark < 0 ? null : target.substring(mark + 1),
            List.of(headers),
            body,
            "request-1",
            "192.0.2.1"));
  }

  static String text(WireResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static final class Errors implements Refusals {
    @Override
    public ModelledException malformed(String message) {
      return new BadRequestException(ErrorCode.BAD_REQUEST, message);
    }

    @Override
    public ModelledException invalid(List<Violation> violations) {
      return new BadRequestException(ErrorCode.BAD_REQUEST, Refusals.sentence(violations));
    }

    @Override
    public ModelledException unexpected(String message) {
      return new ServiceFailureException(ErrorCode.SERVICE_FAILURE, message);
    }
  }
}

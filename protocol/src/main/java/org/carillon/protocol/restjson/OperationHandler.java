package org.carillon.protocol.restjson;

import java.util.function.Supplier;
import org.carillon.api.shape.OperationShape;
import org.carillon.protocol.wire.WireRequest;

/** The handler behind the protocol: authenticates, then runs one operation. */
@FunctionalInterface
public interface OperationHandler {

  /**
   * Answers one request.
   *
   * @param input decodes and validates on demand, throwing the modelled refusal, so that a caller
   *     can be refused before anything of the request is parsed
   * @param request the whole request, for authentication
   * @throws org.carillon.api.shape.ModelledException for every refusal
   */
  <I, O> O handle(OperationShape<I, O> operation, Supplier<I> input, WireRequest request);
}

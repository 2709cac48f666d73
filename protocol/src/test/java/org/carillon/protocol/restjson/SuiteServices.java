package org.carillon.protocol.restjson;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Violation;
import org.carillon.protocol.restjson.RestJsonSettings.Envelope;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.carillon.suite.validation.ValidationException;
import org.carillon.suite.validation.ValidationExceptionField;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.shapes.ShapeId;

/** The suite's two services as our plugin generated them, and the model with its test cases. */
final class SuiteServices {

  static final ShapeId PROTOCOL = ShapeId.from("aws.protocols#restJson1");

  /** The suite's model as the build left it. */
  static final Model MODEL =
      Model.assembler()
          .addImport(
              java.nio.file.Path.of("target/generated-test-sources/smithy/source/model/model.json"))
          .putProperty(ModelAssembler.ALLOW_UNKNOWN_TRAITS, true)
          .disableValidation()
          .assemble()
          .unwrap();

  /** Errors by the names that the suite expects of every server. */
  private static final Refusals REFUSALS =
      new Refusals() {
        @Override
        public ModelledException malformed(String message) {
          return new ProtocolException("SerializationException", 400, "Serialization", message);
        }

        @Override
        public ModelledException invalid(List<Violation> violations) {
          return new ValidationException(
              SmithyWords.sentence(violations),
              violations.stream()
                  .map(v -> new ValidationExceptionField(v.path().toString(), SmithyWords.of(v)))
                  .toList());
        }

        @Override
        public ModelledException unexpected(String message) {
          return new ProtocolException("InternalFailure", 500, "InternalFailure", message);
        }
      };

  private static final ScopedValue<OperationHandler> HANDLER = ScopedValue.newInstance();

  private static final RestJsonService SUITE = service(org.carillon.suite.Operations.ALL);
  private static final RestJsonService VALIDATION =
      service(org.carillon.suite.validation.Operations.ALL);

  private SuiteServices() {}

  /** Every operation of both services, with the id of its shape in the model. */
  static Stream<Operation> operations() {
    return Stream.concat(
        org.carillon.suite.Operations.ALL.stream()
            .map(o -> new Operation(ShapeId.fromParts("aws.protocoltests.restjson", o.name()), o)),
        org.carillon.suite.validation.Operations.ALL.stream()
            .map(o ->
                new Operation(
                    ShapeId.fromParts("aws.protocoltests.restjson.validation", o.name()), o)));
  }

  record Operation(ShapeId id, OperationShape<?, ?> shape) {}

  /** The answer of the service that the operation belongs to, with that handler behind it. */
  static WireResponse answer(Operation operation, OperationHandler handler, WireRequest request) {
    boolean validating = operation.id().getNamespace().endsWith("validation");
    return ScopedValue.where(HANDLER, handler)
        .call(() -> (validating ? VALIDATION : SUITE).answer(request));
  }

  private static RestJsonService service(List<OperationShape<?, ?>> operations) {
    return new RestJsonService(
        operations,
        new RestJsonSettings(REFUSALS, Envelope.SPARSE, true, null),
        new OperationHandler() {
          @Override
          public <I, O> O handle(
              OperationShape<I, O> operation, Supplier<I> input, WireRequest request) {
            return HANDLER.get().handle(operation, input, request);
          }
        });
  }
}

package org.carillon.codegen;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.ReadonlyTrait;

/** Writes the table of a service's operations. */
record OperationsWriter(Types types) {

  String write(List<OperationShape> operations) {
    OperationIndex index = OperationIndex.of(types.model());
    JavaSource source = new JavaSource(types.packageName());
    source.line("/// Every operation of the service, with its route, its shapes and its errors.");
    source
        .line("public final class Operations {")
        .line("")
        .line("private Operations() {")
        .line("}");
    for (OperationShape operation : operations) {
      StructureShape input = index.expectInputShape(operation);
      StructureShape output = index.expectOutputShape(operation);
      HttpTrait http = operation.expectTrait(HttpTrait.class);
      source.line("");
      operation.getTrait(DocumentationTrait.class).ifPresent(doc -> source.doc(doc.getValue()));
      source.line(
          "public static final %sOperationShape<%s, %s> %s ="
              .formatted(
                  Types.SHAPES, types.boxed(input), types.boxed(output), constant(operation)));
      source.list(
          "    new " + Types.SHAPES + "OperationShape<>",
          List.of(
              Names.literal(operation.getId().getName()),
              Names.literal(http.getMethod()),
              Names.literal(http.getUri().toString()),
              String.valueOf(http.getCode()),
              String.valueOf(operation.hasTrait(ReadonlyTrait.class)),
              types.boxed(input) + ".SHAPE",
              types.boxed(output) + ".SHAPE",
              index.getErrors(types.service(), operation).stream()
                  .map(error -> types.boxed(error) + ".ERROR")
                  .collect(Collectors.joining(", ", "java.util.List.of(", ")"))),
          ";");
    }
    source.line("").line("/// All of them, by name.");
    source.list(
        "public static final java.util.List<"
            + Types.SHAPES
            + "OperationShape<?, ?>> ALL = "
            + "java.util.List.of",
        operations.stream().map(OperationsWriter::constant).toList(),
        ";");
    return source.line("}").toString();
  }

  private static String constant(OperationShape operation) {
    return Names.constant(operation.getId().getName());
  }
}

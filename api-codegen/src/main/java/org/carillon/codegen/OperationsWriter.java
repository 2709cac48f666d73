package org.carillon.codegen;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.PaginatedIndex;
import software.amazon.smithy.model.knowledge.PaginationInfo;
import software.amazon.smithy.model.node.StringNode;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.ReadonlyTrait;

/** Writes the table of a service's operations. */
record OperationsWriter(Types types) {

  /** Tags an operation that nobody's clients know but ours, so that nothing need be passed over. */
  private static final String OWN = "Carillon";

  private static final String UNSERVED = "org.carillon.api#unserved";

  /** The mixin with the errors of Amazon's operations beyond those of the service. */
  private static final ShapeId AMAZON_ERRORS = ShapeId.from("org.carillon.api#AmazonErrors");

  String write(List<OperationShape> operations) {
    OperationIndex index = OperationIndex.of(types.model());
    PaginatedIndex pages = PaginatedIndex.of(types.model());
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
              String.valueOf(operation.hasTag(OWN)),
              types.boxed(input) + ".SHAPE",
              types.boxed(output) + ".SHAPE",
              errors(index.getErrors(types.service(), operation)),
              pages
                  .getPaginationInfo(types.service(), operation)
                  .map(this::pagination)
                  .orElse("null")),
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
    source.line("").line("/// What the model knows by its route only, by name; none is in ALL.");
    source.list(
        "public static final java.util.List<%sOperationShape<%sUnit, %sUnit>> UNSERVED = java.util.List.of"
            .formatted(Types.SHAPES, Types.SHAPES, Types.SHAPES),
        unserved(index),
        ";");
    return source.line("}").toString();
  }

  /** Shapes without members, which an operation that is only refused needs none of. */
  private List<String> unserved(OperationIndex index) {
    return types
        .service()
        .findTrait(UNSERVED)
        .map(trait -> trait.toNode().expectArrayNode().getElementsAs(StringNode.class))
        .orElse(List.of())
        .stream()
        .map(route -> route.getValue().split(" ", 3))
        .map(route ->
            "new %sOperationShape<>(%s, %s, %s, 200, %s, false, %sUnit.SHAPE, %sUnit.SHAPE, %s, null)"
                .formatted(
                    Types.SHAPES,
                    Names.literal(route[0]),
                    Names.literal(route[1]),
                    Names.literal(route[2]),
                    route[1].equals("GET"),
                    Types.SHAPES,
                    Types.SHAPES,
                    errors(unservedErrors(index))))
        .toList();
  }

  private List<StructureShape> unservedErrors(OperationIndex index) {
    return index.getErrors(
        types.service(), types.model().expectShape(AMAZON_ERRORS, OperationShape.class));
  }

  /** The query is what remains of the input, so that no list can forget one of its filters. */
  private String pagination(PaginationInfo info) {
    MemberShape token = info.getInputTokenMember();
    MemberShape size =
        info.getPageSizeMember()
            .filter(member -> types.defaultOf(member) != null)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    info.getOperation().getId() + " has no page size with a default"));
    String query =
        info.getInput().members().stream()
            .filter(member -> !member.equals(token) && !member.equals(size))
            .map(OperationsWriter::read)
            .collect(Collectors.joining(", ", "java.util.Arrays.asList(", ")"));
    return "new %sPagination<>(input -> %s, input -> %s, input -> %s)"
        .formatted(Types.SHAPES, read(token), read(size), query);
  }

  private static String read(MemberShape member) {
    return "input." + Names.component(member.getMemberName()) + "()";
  }

  private String errors(List<StructureShape> errors) {
    return errors.stream()
        .map(error -> types.boxed(error) + ".ERROR")
        .collect(Collectors.joining(", ", "java.util.List.of(", ")"));
  }

  private static String constant(OperationShape operation) {
    return Names.constant(operation.getId().getName());
  }
}

package org.carillon.codegen.awsmodel;

import java.util.Comparator;
import java.util.List;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.aws.traits.auth.SigV4Trait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.DeprecatedTrait;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.IdempotentTrait;
import software.amazon.smithy.model.traits.ReadonlyTrait;
import software.amazon.smithy.model.traits.TitleTrait;

/** The document {@code service-2.json}: the service, its operations and all their shapes. */
record ServiceDocument(Model model, ServiceShape service) {

  private static final ShapeId UNIT = ShapeId.from("smithy.api#Unit");

  ObjectNode write() {
    Shapes shapes = new Shapes(model, service);
    return Node.objectNodeBuilder()
        .withMember("version", "2.0")
        .withMember("metadata", metadata())
        .withMember("operations", operations(shapes))
        .withMember("shapes", shapes.written())
        .withOptionalMember(
            "documentation", service.getTrait(DocumentationTrait.class).map(Html::node))
        .build();
  }

  private ObjectNode metadata() {
    ServiceTrait names = service.expectTrait(ServiceTrait.class);
    return Node.objectNodeBuilder()
        .withMember("apiVersion", service.getVersion())
        .withMember("endpointPrefix", names.getEndpointPrefix())
        .withMember("protocol", "rest-json")
        .withMember("serviceFullName", service.expectTrait(TitleTrait.class).getValue())
        .withMember("serviceId", names.getSdkId())
        .withMember("signatureVersion", "v4")
        .withMember("signingName", service.expectTrait(SigV4Trait.class).getName())
        .build();
  }

  private ObjectNode operations(Shapes shapes) {
    List<OperationShape> sorted =
        TopDownIndex.of(model).getContainedOperations(service).stream()
            .sorted(Comparator.comparing(operation -> operation.getId().getName()))
            .toList();
    ObjectNode.Builder operations = Node.objectNodeBuilder();
    for (OperationShape operation : sorted) {
      operations.withMember(operation.getId().getName(), operation(operation, shapes));
    }
    return operations.build();
  }

  private ObjectNode operation(OperationShape operation, Shapes shapes) {
    OperationIndex index = OperationIndex.of(model);
    HttpTrait http = operation.expectTrait(HttpTrait.class);
    ObjectNode.Builder written =
        Node.objectNodeBuilder()
            .withMember("name", operation.getId().getName())
            .withMember(
                "http",
                Node.objectNodeBuilder()
                    .withMember("method", http.getMethod())
                    .withMember("requestUri", http.getUri().toString())
                    .withMember("responseCode", http.getCode())
                    .build());
    reference(written, "input", index.expectInputShape(operation), shapes);
    reference(written, "output", index.expectOutputShape(operation), shapes);
    written.withMember(
        "errors",
        index.getErrors(service, operation).stream()
            .map(error -> Node.objectNode().withMember("shape", shapes.name(error)))
            .collect(ArrayNode.collect()));
    operation
        .getTrait(DocumentationTrait.class)
        .ifPresent(text -> written.withMember("documentation", Html.node(text)));
    if (operation.hasTrait(DeprecatedTrait.class)) {
      written.withMember("deprecated", true);
    }
    if (operation.hasTrait(IdempotentTrait.class)) {
      written.withMember("idempotent", true);
    }
    if (operation.hasTrait(ReadonlyTrait.class)) {
      written.withMember("readonly", true);
    }
    return written.build();
  }

  private static void reference(
      ObjectNode.Builder written, String key, StructureShape structure, Shapes shapes) {
    if (!structure.getId().equals(UNIT)) {
      written.withMember(key, Node.objectNode().withMember("shape", shapes.name(structure)));
    }
  }
}

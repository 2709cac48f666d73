package org.carillon.codegen.awsmodel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.neighbor.Walker;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;

/** The shapes of {@code service-2.json}: those that were named, and what they are made of. */
final class Shapes {

  private final Model model;
  private final ServiceShape service;
  private final Set<Shape> given;
  private final Map<String, ObjectNode> written = new TreeMap<>();

  Shapes(Model model, ServiceShape service) {
    this.model = model;
    this.service = service;
    this.given = given(model, service);
  }

  /** Returns what the document calls a shape, and writes the shape if it is the first time. */
  String name(Shape shape) {
    String name = service.getContextualName(shape);
    if (!written.containsKey(name)) {
      written.put(name, Node.objectNode()); // Shapes may contain themselves.
      written.put(name, write(shape));
    }
    return name;
  }

  /** All that were named, by name. */
  ObjectNode written() {
    ObjectNode.Builder all = Node.objectNodeBuilder();
    written.forEach(all::withMember);
    return all.build();
  }

  private ObjectNode write(Shape shape) {
    ObjectNode.Builder node = Node.objectNodeBuilder().withMember("type", type(shape));
    switch (shape.getType()) {
      case ENUM ->
          node.withMember(
              "enum",
              ((EnumShape) shape)
                  .getEnumValues().values().stream().map(Node::from).collect(ArrayNode.collect()));
      case LIST, SET -> node.withMember("member", reference(((ListShape) shape).getMember()));
      case MAP ->
          node.withMember("key", reference(((MapShape) shape).getKey()))
              .withMember("value", reference(((MapShape) shape).getValue()));
      case STRUCTURE -> structure(shape, node);
      case UNION -> structure(shape, node.withMember("union", true));
      case DOCUMENT -> node.withMember("document", true).withMember("members", Node.objectNode());
      default -> {}
    }
    return Attributes.of(shape, node).build();
  }

  /** The few types that AWS's clients know; a number of any size is one of the largest kind. */
  private static String type(Shape shape) {
    return switch (shape.getType()) {
      case BOOLEAN -> "boolean";
      case BYTE, SHORT, INTEGER, INT_ENUM -> "integer";
      case LONG, BIG_INTEGER -> "long";
      case FLOAT -> "float";
      case DOUBLE, BIG_DECIMAL -> "double";
      case STRING, ENUM -> "string";
      case BLOB -> "blob";
      case TIMESTAMP -> "timestamp";
      case LIST, SET -> "list";
      case MAP -> "map";
      case STRUCTURE, UNION, DOCUMENT -> "structure";
      default -> throw new IllegalArgumentException(shape + " is not a value");
    };
  }

  private void structure(Shape shape, ObjectNode.Builder node) {
    ArrayNode required = names(shape, MemberShape::isRequired);
    if (!required.isEmpty()) {
      node.withMember("required", required);
    }
    ObjectNode.Builder members = Node.objectNodeBuilder();
    for (MemberShape member : shape.members()) {
      members.withMember(member.getMemberName(), reference(member));
    }
    node.withMember("members", members.build());
    for (Node payload : names(shape, member -> member.hasTrait(HttpPayloadTrait.class))) {
      node.withMember("payload", payload);
    }
    shape.getTrait(ErrorTrait.class).ifPresent(error -> error(shape, error, node));
  }

  private static ArrayNode names(Shape shape, Predicate<MemberShape> which) {
    return shape.members().stream()
        .filter(which)
        .map(member -> Node.from(member.getMemberName()))
        .collect(ArrayNode.collect());
  }

  private void error(Shape shape, ErrorTrait error, ObjectNode.Builder node) {
    int status =
        shape
            .getTrait(HttpErrorTrait.class)
            .map(HttpErrorTrait::getCode)
            .orElse(error.getDefaultHttpStatusCode());
    ObjectNode.Builder wire =
        Node.objectNodeBuilder()
            .withMember("code", service.getContextualName(shape))
            .withMember("httpStatusCode", status);
    if (error.isClientError()) {
      wire.withMember("senderFault", true);
    } else {
      node.withMember("fault", true);
    }
    node.withMember("error", wire.build()).withMember("exception", true);
  }

  private ObjectNode reference(MemberShape member) {
    ObjectNode.Builder node =
        Node.objectNodeBuilder().withMember("shape", name(model.expectShape(member.getTarget())));
    HttpLocation.of(member).ifPresent(location -> location.write(node));
    Attributes.of(member, node);
    if (given.contains(member)) {
      String text = text(member);
      if (!text.isEmpty()) {
        node.withMember("documentation", Html.of(text));
      }
    }
    return node.build();
  }

  /**
   * Returns what callers must know to give a member: its description, or its shape's, and limits.
   */
  private String text(MemberShape member) {
    String limits = Limits.of(model, member);
    if (limits.isEmpty()) {
      return member.getTrait(DocumentationTrait.class).map(DocumentationTrait::getValue).orElse("");
    }
    return member
        .getMemberTrait(model, DocumentationTrait.class)
        .map(description -> description.getValue().strip() + " " + limits)
        .orElse(limits);
  }

  private static Set<Shape> given(Model model, ServiceShape service) {
    Walker walker = new Walker(model);
    OperationIndex operations = OperationIndex.of(model);
    return TopDownIndex.of(model).getContainedOperations(service).stream()
        .flatMap(operation -> walker.walkShapes(operations.expectInputShape(operation)).stream())
        .collect(Collectors.toSet());
  }
}

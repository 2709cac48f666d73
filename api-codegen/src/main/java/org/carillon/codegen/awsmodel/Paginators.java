package org.carillon.codegen.awsmodel;

import java.util.Comparator;
import java.util.List;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.PaginatedIndex;
import software.amazon.smithy.model.knowledge.PaginationInfo;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.traits.PaginatedTrait;

/** The document {@code paginators-1.json}: how the pages of each list make one. */
record Paginators(Model model, ServiceShape service) {

  ObjectNode write() {
    PaginatedIndex index = PaginatedIndex.of(model);
    List<OperationShape> sorted =
        TopDownIndex.of(model).getContainedOperations(service).stream()
            .sorted(Comparator.comparing(operation -> operation.getId().getName()))
            .toList();
    ObjectNode.Builder pagination = Node.objectNodeBuilder();
    for (OperationShape operation : sorted) {
      index
          .getPaginationInfo(service, operation)
          // Clients put the items of all pages together, and would lose pages that have none.
          .filter(info -> info.getPaginatedTrait().getItems().isPresent())
          .ifPresent(info -> pagination.withMember(operation.getId().getName(), paginator(info)));
    }
    return Node.objectNode().withMember("pagination", pagination.build());
  }

  private static ObjectNode paginator(PaginationInfo info) {
    PaginatedTrait paths = info.getPaginatedTrait();
    String outputToken = paths.getOutputToken().orElseThrow();
    ObjectNode.Builder node =
        Node.objectNodeBuilder()
            .withMember("input_token", info.getInputTokenMember().getMemberName())
            .withMember("output_token", outputToken)
            .withOptionalMember("limit_key", paths.getPageSize().map(Node::from))
            .withOptionalMember("result_key", paths.getItems().map(Node::from));
    List<String> paged =
        List.of(member(outputToken), paths.getItems().map(Paginators::member).orElse(""));
    ArrayNode others =
        info.getOutput().getAllMembers().keySet().stream()
            .filter(name -> !paged.contains(name))
            .map(Node::from)
            .collect(ArrayNode.collect());
    if (!others.isEmpty()) {
      // AWS's clients keep the members named here, which are neither token nor items, from the
      // first page.
      node.withMember("non_aggregate_keys", others);
    }
    return node.build();
  }

  /** Returns the member of the output in which a path begins. */
  private static String member(String path) {
    return path.split("\\.", 2)[0];
  }
}

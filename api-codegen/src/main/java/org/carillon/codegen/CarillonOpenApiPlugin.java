package org.carillon.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.build.PluginContext;
import software.amazon.smithy.build.SmithyBuildPlugin;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.SourceLocation;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.node.StringNode;
import software.amazon.smithy.model.pattern.UriPattern;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.transform.ModelTransformer;
import software.amazon.smithy.openapi.OpenApiConfig;
import software.amazon.smithy.openapi.OpenApiVersion;
import software.amazon.smithy.openapi.fromsmithy.OpenApiConverter;

/**
 * Generates {@code openapi.json}, an OpenAPI 3.1 document of one service, in which a route with a
 * literal query is a path key of its own. Setting: {@code service}, its shape id.
 */
public final class CarillonOpenApiPlugin implements SmithyBuildPlugin {

  @Override
  public String getName() {
    return "carillon-openapi";
  }

  @Override
  public void execute(PluginContext context) {
    ShapeId service = context.getSettings().expectStringMember("service").expectShapeId();
    // OpenAPI knows no query in a path, and the converter drops it, which makes several operations
    // one. So the query is put into the path for the conversion and given back its form after it.
    Map<String, String> pathKeys = new HashMap<>();
    Model model = withQueryInPath(context.getModel(), service, pathKeys);

    OpenApiConfig config = new OpenApiConfig();
    config.setService(service);
    config.setVersion(OpenApiVersion.VERSION_3_1_0);
    config.setTags(true);
    config.setOnErrorStatusConflict(OpenApiConfig.ErrorStatusConflictHandlingStrategy.ONE_OF);
    ObjectNode document = OpenApiConverter.create().config(config).convertToNode(model);

    Map<StringNode, Node> paths = new LinkedHashMap<>();
    document
        .expectObjectMember("paths")
        .getMembers()
        .forEach((key, item) ->
            paths.put(Node.from(pathKeys.getOrDefault(key.getValue(), key.getValue())), item));
    context
        .getFileManifest()
        .writeJson(
            "openapi.json",
            document.withMember("paths", new ObjectNode(paths, SourceLocation.NONE)));
  }

  private static Model withQueryInPath(Model model, ShapeId service, Map<String, String> pathKeys) {
    List<Shape> changed = new ArrayList<>();
    for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
      HttpTrait http = operation.expectTrait(HttpTrait.class);
      String uri = http.getUri().toString();
      int query = uri.indexOf('?');
      if (query >= 0) {
        String path = uri.substring(0, query) + "/~" + uri.substring(query + 1).replace('=', '~');
        pathKeys.put(path, uri);
        changed.add(
            operation.toBuilder()
                .addTrait(http.toBuilder().uri(UriPattern.parse(path)).build())
                .build());
      }
    }
    return ModelTransformer.create().replaceShapes(model, changed);
  }
}

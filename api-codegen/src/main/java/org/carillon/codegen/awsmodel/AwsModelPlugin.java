package org.carillon.codegen.awsmodel;

import software.amazon.smithy.build.PluginContext;
import software.amazon.smithy.build.SmithyBuildPlugin;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.transform.ModelTransformer;

/**
 * Generates {@code service-2.json} and {@code paginators-1.json} of one service, from which AWS's
 * command line and boto3 make a client. Setting: {@code service}, its shape id.
 */
public final class AwsModelPlugin implements SmithyBuildPlugin {

  @Override
  public String getName() {
    return "carillon-aws-model";
  }

  @Override
  public void execute(PluginContext context) {
    ShapeId id = context.getSettings().expectStringMember("service").expectShapeId();
    Model model = ModelTransformer.create().changeStringEnumsToEnumShapes(context.getModel(), true);
    ServiceShape service = model.expectShape(id, ServiceShape.class);
    context
        .getFileManifest()
        .writeJson("service-2.json", new ServiceDocument(model, service).write());
    context
        .getFileManifest()
        .writeJson("paginators-1.json", new Paginators(model, service).write());
  }
}

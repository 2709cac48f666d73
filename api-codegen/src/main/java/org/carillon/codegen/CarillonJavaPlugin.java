package org.carillon.codegen;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.smithy.build.FileManifest;
import software.amazon.smithy.build.PluginContext;
import software.amazon.smithy.build.SmithyBuildPlugin;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.neighbor.Walker;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.shapes.UnionShape;
import software.amazon.smithy.model.transform.ModelTransformer;

/**
 * Generates records, enums, unions, errors and the operation table of one service. Settings: {@code
 * service}, its shape id, {@code package}, where the classes go, and optionally {@code omit}, names
 * of operations to leave out.
 */
public final class CarillonJavaPlugin implements SmithyBuildPlugin {

  @Override
  public String getName() {
    return "carillon-java";
  }

  @Override
  public void execute(PluginContext context) {
    ObjectNode settings = context.getSettings();
    ShapeId service = settings.expectStringMember("service").expectShapeId();
    String packageName = settings.expectStringMember("package").getValue();
    Model model = ModelTransformer.create().changeStringEnumsToEnumShapes(context.getModel(), true);
    generate(
        new Types(model, model.expectShape(service, ServiceShape.class), packageName),
        context.getFileManifest());
  }

  private static void generate(Types types, FileManifest files) {
    String folder = types.packageName().replace('.', '/') + "/";
    Descriptors descriptors = new Descriptors(types);
    StructureWriter structures = new StructureWriter(types, descriptors);
    UnionWriter unions = new UnionWriter(types, descriptors);
    EnumWriter enums = new EnumWriter(types);

    Set<Shape> closure = new TreeSet<>(Comparator.comparing(Shape::getId));
    closure.addAll(new Walker(types.model()).walkShapes(types.service()));
    for (Shape shape : closure) {
      if (shape.getId().getNamespace().equals("smithy.api")) {
        continue;
      }
      Path file = Path.of(folder + types.className(shape) + ".java");
      if (shape instanceof StructureShape structure) {
        files.writeFile(file, structures.write(structure));
      } else if (shape instanceof UnionShape union) {
        files.writeFile(file, unions.write(union));
      } else if (types.isEnum(shape)) {
        files.writeFile(file, enums.write(shape));
      }
    }
    List<OperationShape> operations =
        TopDownIndex.of(types.model()).getContainedOperations(types.service()).stream()
            .sorted(Comparator.comparing(operation -> operation.getId().getName()))
            .toList();
    files.writeFile(folder + "Operations.java", new OperationsWriter(types).write(operations));
    files.writeFile(
        folder + "package-info.java",
        """
        /// The service's shapes and operations, generated from its model.
        @org.jspecify.annotations.NullMarked
        package %s;
        """
            .formatted(types.packageName()));
  }
}

package org.carillon.codegen;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.UnionShape;
import software.amazon.smithy.model.traits.DocumentationTrait;

/** Writes a sealed interface for a union, with a nested record for each variant. */
record UnionWriter(Types types, Descriptors descriptors) {

  String write(UnionShape shape) {
    String name = types.className(shape);
    List<MemberShape> members = List.copyOf(shape.members());
    JavaSource source = new JavaSource(types.packageName());
    source.doc(
        shape
            .getTrait(DocumentationTrait.class)
            .map(DocumentationTrait::getValue)
            .orElse("The model's " + shape.getId().getName() + "."));
    source.line("public sealed interface " + name + " {");
    for (MemberShape member : members) {
      source.line("");
      member.getTrait(DocumentationTrait.class).ifPresent(doc -> source.doc(doc.getValue()));
      source.line(
          "record %s(%s value) implements %s {"
              .formatted(variant(member), types.boxed(types.target(member)), name));
      if (types.isSensitive(member)) {
        source.lines(
            "@Override",
            "public java.lang.String toString() {",
            "return \"" + variant(member) + "[***]\";",
            "}");
      }
      source.line("}");
    }
    source.line("").line("@SuppressWarnings(\"unchecked\") // the codec keeps to the shapes");
    source.line("static " + name + " of(int index, java.lang.Object value) {");
    source.line("return switch (index) {");
    for (int i = 0; i < members.size(); i++) {
      String type = types.boxed(types.target(members.get(i)));
      source.line("case %d -> new %s((%s) value);".formatted(i, variant(members.get(i)), type));
    }
    source.line("default -> throw new java.lang.IllegalArgumentException(\"variant \" + index);");
    source.line("};").line("}").line("");
    source.line(
        "private static %sUnionShape.Variant read(%s union) {".formatted(Types.SHAPES, name));
    source.line("return switch (union) {");
    for (int i = 0; i < members.size(); i++) {
      source.line(
          "case %s variant -> new %sUnionShape.Variant(%d, variant.value());"
              .formatted(variant(members.get(i)), Types.SHAPES, i));
    }
    source.line("};").line("}").line("");
    source.line(
        "%sUnionShape<%s> SHAPE = new %sUnionShape<>(%s, () -> java.util.List.of(%s), %s::of, %s::read);"
            .formatted(
                Types.SHAPES,
                name,
                Types.SHAPES,
                Names.literal(shape.getId().getName()),
                members.stream()
                    .map(descriptors::member)
                    .collect(Collectors.joining(",\n      ", "\n      ", "")),
                name,
                name));
    return source.line("}").toString();
  }

  private static String variant(MemberShape member) {
    return Names.type(member.getMemberName());
  }
}

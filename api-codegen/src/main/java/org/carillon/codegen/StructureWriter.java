package org.carillon.codegen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;

/** Writes a record for a structure, and an exception for an error structure. */
record StructureWriter(Types types, Descriptors descriptors) {

  String write(StructureShape shape) {
    return shape.hasTrait(ErrorTrait.class) ? error(shape) : structure(shape);
  }

  private String structure(StructureShape shape) {
    String name = types.className(shape);
    JavaSource source = new JavaSource(types.packageName());
    document(source, shape);
    source.list("public record " + name, parameters(shape), " {");
    descriptor(source, shape, name);
    source
        .line("")
        .line("/// Every member, at any depth, that breaks a rule of the model; empty when none.")
        .line("public java.util.List<" + Types.SHAPES + "Violation> validate() {")
        .line("return " + Types.SHAPES + "Constraints.violations(SHAPE, this);")
        .line("}");
    List<MemberShape> members = members(shape);
    if (members.stream().anyMatch(types::isSensitive)) {
      masked(source, name, members);
    }
    mixins(source, shape);
    builder(source, name, members);
    return source.line("}").toString();
  }

  private String error(StructureShape shape) {
    String name = types.className(shape);
    List<MemberShape> members = members(shape);
    boolean serverFault = shape.expectTrait(ErrorTrait.class).isServerError();
    int status =
        shape
            .getTrait(HttpErrorTrait.class)
            .map(HttpErrorTrait::getCode)
            .orElse(serverFault ? 500 : 400);
    String message =
        members.stream()
            .map(member -> Names.component(member.getMemberName()))
            .filter("message"::equals)
            .findFirst()
            .orElse("null");
    JavaSource source = new JavaSource(types.packageName());
    document(source, shape);
    source.line("@SuppressWarnings(\"serial\") // never serialized; a record may be a member");
    source.line(
        "public final class %s extends %sModelledException {".formatted(name, Types.SHAPES));
    descriptor(source, shape, name);
    source.line(
        "public static final %sErrorShape<%s> ERROR = new %sErrorShape<>(%s, %d, SHAPE);"
            .formatted(Types.SHAPES, name, Types.SHAPES, Names.literal(name), status));
    source.line("");
    members.forEach(member ->
        source.line(
            "private final %s %s;"
                .formatted(types.type(member), Names.component(member.getMemberName()))));
    source.line("").list("public " + name, parameters(shape), " {");
    source.line("super(" + message + ", " + serverFault + ");");
    members.forEach(member -> source.line(assignment(member)));
    source.line("}");
    for (MemberShape member : members) {
      String component = Names.component(member.getMemberName());
      source.line("");
      member.getTrait(DocumentationTrait.class).ifPresent(doc -> source.doc(doc.getValue()));
      source.line("public %s %s() {".formatted(types.type(member), component));
      source.line("return " + component + ";").line("}");
    }
    source.line("").line("@Override");
    source.line("public " + Types.SHAPES + "ErrorShape<" + name + "> shape() {");
    return source.line("return ERROR;").line("}").line("}").toString();
  }

  private void document(JavaSource source, StructureShape shape) {
    source.doc(
        shape
            .getTrait(DocumentationTrait.class)
            .map(DocumentationTrait::getValue)
            .orElse("The model's " + shape.getId().getName() + "."));
    if (shape.hasTrait(ErrorTrait.class)) {
      return;
    }
    List<MemberShape> documented =
        members(shape).stream().filter(m -> m.hasTrait(DocumentationTrait.class)).toList();
    source.line(documented.isEmpty() ? "" : "///");
    documented.forEach(member ->
        source.doc(
            "@param "
                + Names.component(member.getMemberName())
                + " "
                + member.expectTrait(DocumentationTrait.class).getValue()));
  }

  private void descriptor(JavaSource source, StructureShape shape, String name) {
    List<MemberShape> members = members(shape);
    String arguments =
        IntStream.range(0, members.size())
            .mapToObj(
                i -> "(%s) values[%d]".formatted(types.boxed(types.target(members.get(i))), i))
            .collect(Collectors.joining(", "));
    String values =
        members.stream()
            .map(member -> "structure." + Names.component(member.getMemberName()) + "()")
            .collect(Collectors.joining(", "));
    source.line("");
    source.line("@SuppressWarnings(\"unchecked\") // the codec keeps to the members' shapes");
    source.line("public static final %sStructureShape<%s> SHAPE =".formatted(Types.SHAPES, name));
    source.list(
        "    new " + Types.SHAPES + "StructureShape<>",
        List.of(
            Names.literal(shape.getId().getName()),
            members.stream()
                .map(descriptors::member)
                .collect(
                    Collectors.joining(
                        ",\n            ", "() -> java.util.List.of(\n            ", ")")),
            "values -> new " + name + "(" + arguments + ")",
            "structure -> new java.lang.Object[] {" + values + "}"),
        ";");
  }

  private void masked(JavaSource source, String name, List<MemberShape> members) {
    String shown =
        members.stream()
            .map(member -> {
              String component = Names.component(member.getMemberName());
              return types.isSensitive(member)
                  ? "\"" + component + "=***\""
                  : "\"" + component + "=\" + " + component;
            })
            .collect(Collectors.joining(" + \", \" + "));
    source.lines(
        "",
        "@Override",
        "public java.lang.String toString() {",
        "return \"" + name + "[\" + " + shown + " + \"]\";",
        "}");
  }

  /** A value that members of the model share is one value in Java, too. */
  private void mixins(JavaSource source, StructureShape shape) {
    for (ShapeId id : shape.getMixins()) {
      StructureShape mixin = types.model().expectShape(id, StructureShape.class);
      String type = types.boxed(mixin);
      source.line("").line("/// The members that it has of the mixin " + id.getName() + ".");
      source.line("public %s %s() {".formatted(type, Names.component(id.getName())));
      source.line(
          members(mixin).stream()
              .map(member -> Names.component(member.getMemberName()))
              .collect(Collectors.joining(", ", "return new " + type + "(", ");")));
      source.line("}");
    }
  }

  private void builder(JavaSource source, String name, List<MemberShape> members) {
    if (members.isEmpty()) {
      return;
    }
    source.lines("", "public static Builder builder() {", "return new Builder();", "}", "");
    source.line("/// A builder that begins with these values.");
    source.line("public Builder toBuilder() {").line("Builder builder = new Builder();");
    members.forEach(member -> {
      String component = Names.component(member.getMemberName());
      source.line("builder." + component + " = " + component + ";");
    });
    source.line("return builder;").line("}").line("");
    source.line("/// Collects the members of a " + name + "; required members are not checked.");
    source.line("public static final class Builder {");
    for (MemberShape member : members) {
      var fallback = types.defaultOf(member);
      source.line(
          "private %s %s%s;"
              .formatted(
                  types.type(member),
                  Names.component(member.getMemberName()),
                  fallback == null
                      ? ""
                      : " = " + descriptors.value(types.target(member), fallback.toNode())));
    }
    source.lines("", "private Builder() {", "}");
    for (MemberShape member : members) {
      String component = Names.component(member.getMemberName());
      source.lines(
          "",
          "public Builder %s(%s %s) {".formatted(component, types.type(member), component),
          assignment(member),
          "return this;",
          "}");
    }
    source.line("").line("public " + name + " build() {");
    source.line(
        members.stream()
            .map(member -> Names.component(member.getMemberName()))
            .collect(Collectors.joining(", ", "return new " + name + "(", ");")));
    source.line("}").line("}");
  }

  private static String assignment(MemberShape member) {
    String component = Names.component(member.getMemberName());
    return "this." + component + " = " + component + ";";
  }

  private List<String> parameters(StructureShape shape) {
    return members(shape).stream()
        .map(member -> types.type(member) + " " + Names.component(member.getMemberName()))
        .toList();
  }

  private static List<MemberShape> members(StructureShape shape) {
    return List.copyOf(shape.members());
  }
}

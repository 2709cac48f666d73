package org.carillon.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.IntEnumShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.InternalTrait;

/** Writes a Java enum for an enum or intEnum of the model. */
record EnumWriter(Types types) {

  String write(Shape shape) {
    boolean isText = shape instanceof EnumShape;
    Map<String, ?> values =
        shape instanceof EnumShape texts
            ? texts.getEnumValues()
            : ((IntEnumShape) shape).getEnumValues();
    String name = types.className(shape);
    String type = isText ? "java.lang.String" : "int";
    String boxed = isText ? "java.lang.String" : "java.lang.Integer";
    JavaSource source = new JavaSource(types.packageName());
    source.doc(documentation(shape, "The model's " + shape.getId().getName() + "."));
    source.line("public enum " + name + " {");
    List<String> names = new ArrayList<>(values.keySet());
    for (String constant : names) {
      MemberShape member = shape.getMember(constant).orElseThrow();
      member.getTrait(DocumentationTrait.class).ifPresent(doc -> source.doc(doc.getValue()));
      Object value = values.get(constant);
      source.line(
          "%s(%s)%s"
              .formatted(
                  Names.legal(constant),
                  isText ? Names.literal(String.valueOf(value)) : String.valueOf(value),
                  constant.equals(names.getLast()) ? ";" : ","));
    }
    source.lines(
        "",
        "private static final java.util.Map<" + boxed + ", " + name + "> BY_VALUE =",
        "    java.util.Arrays.stream(values())",
        "        .collect(java.util.stream.Collectors.toUnmodifiableMap("
            + name
            + "::value, value -> value));",
        "");
    source.line(
        isText
            ? "public static final %sShape.Enumeration SHAPE = new %sShape.Enumeration(BY_VALUE, value -> ((%s) value).value(), %s);"
                .formatted(Types.SHAPES, Types.SHAPES, name, Names.literal(valueSet(shape, values)))
            : "public static final %sShape.IntEnumeration SHAPE = new %sShape.IntEnumeration(BY_VALUE, value -> ((%s) value).value());"
                .formatted(Types.SHAPES, Types.SHAPES, name));
    source.lines(
        "",
        "private final " + type + " value;",
        "",
        name + "(" + type + " value) {",
        "this.value = value;",
        "}",
        "",
        "/// The value on the wire.",
        "public " + type + " value() {",
        "return value;",
        "}",
        "",
        "/// The constant of that value, or null when there is none.",
        "public static @Nullable " + name + " fromValue(" + type + " value) {",
        "return BY_VALUE.get(value);",
        "}",
        "}");
    return source.toString();
  }

  // Values for internal use are accepted, but a refusal does not tell about them.
  private static String valueSet(Shape shape, Map<String, ?> values) {
    return values.keySet().stream()
        .filter(constant -> !shape.getMember(constant).orElseThrow().hasTrait(InternalTrait.class))
        .map(constant -> String.valueOf(values.get(constant)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String documentation(Shape shape, String otherwise) {
    return shape
        .getTrait(DocumentationTrait.class)
        .map(DocumentationTrait::getValue)
        .orElse(otherwise);
  }
}

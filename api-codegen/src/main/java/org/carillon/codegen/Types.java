package org.carillon.codegen;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.traits.DefaultTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;

/**
 * The Java types of the model's shapes, written out in full so that no shape's name can hide one.
 */
record Types(Model model, ServiceShape service, String packageName) {

  static final String SHAPES = "org.carillon.api.shape.";
  private static final ShapeId UNIT = ShapeId.from("smithy.api#Unit");
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "java.lang.Boolean", "boolean",
          "java.lang.Byte", "byte",
          "java.lang.Short", "short",
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Float", "float",
          "java.lang.Double", "double");

  /** The simple name of the class of a structure, union or enum. */
  String className(Shape shape) {
    return Names.type(service.getContextualName(shape));
  }

  Shape target(MemberShape member) {
    return model.expectShape(member.getTarget());
  }

  /** Returns the type in the form between angle brackets. */
  String boxed(Shape shape) {
    return switch (shape.getType()) {
      case BOOLEAN -> "java.lang.Boolean";
      case BYTE -> "java.lang.Byte";
      case SHORT -> "java.lang.Short";
      case INTEGER -> "java.lang.Integer";
      case LONG -> "java.lang.Long";
      case FLOAT -> "java.lang.Float";
      case DOUBLE -> "java.lang.Double";
      case BIG_INTEGER -> "java.math.BigInteger";
      case BIG_DECIMAL -> "java.math.BigDecimal";
      case STRING -> "java.lang.String";
      case TIMESTAMP -> "java.time.Instant";
      case BLOB -> SHAPES + "Blob";
      case DOCUMENT -> SHAPES + "Document";
      case LIST, SET -> {
        ListShape list = (ListShape) shape;
        yield "java.util.List<" + element(list.getMember(), shape) + ">";
      }
      case MAP -> {
        MapShape map = (MapShape) shape;
        yield "java.util.Map<%s, %s>"
            .formatted(boxed(target(map.getKey())), element(map.getValue(), shape));
      }
      default ->
          shape.getId().equals(UNIT) ? SHAPES + "Unit" : packageName + "." + className(shape);
    };
  }

  private String element(MemberShape member, Shape container) {
    String type = boxed(target(member));
    return container.hasTrait(SparseTrait.class) ? nullable(type) : type;
  }

  /** The type of a record component, parameter or field for that member. */
  String type(MemberShape member) {
    String boxed = boxed(target(member));
    return isNullable(member) ? nullable(boxed) : PRIMITIVES.getOrDefault(boxed, boxed);
  }

  /** Returns whether the member may be absent once it has been validated. */
  boolean isNullable(MemberShape member) {
    return !member.isRequired() && defaultOf(member) == null;
  }

  /** The default that the model gives a member; null when there is none. */
  @Nullable DefaultTrait defaultOf(MemberShape member) {
    DefaultTrait trait = member.getTrait(DefaultTrait.class).orElse(null);
    return trait == null || trait.toNode().isNullNode() ? null : trait;
  }

  /** Returns whether the value, or what a list or map holds, must not be shown. */
  boolean isSensitive(MemberShape member) {
    if (member.getMemberTrait(model, SensitiveTrait.class).isPresent()) {
      return true;
    }
    Shape target = target(member);
    return switch (target.getType()) {
      case LIST, SET, MAP -> target.members().stream().anyMatch(this::isSensitive);
      default -> false;
    };
  }

  boolean isEnum(Shape shape) {
    return shape.getType() == ShapeType.ENUM || shape.getType() == ShapeType.INT_ENUM;
  }

  private static String nullable(String type) {
    int generics = type.indexOf('<');
    int dot = type.lastIndexOf('.', generics < 0 ? type.length() : generics);
    return type.substring(0, dot + 1) + "@Nullable " + type.substring(dot + 1);
  }
}

package org.carillon.codegen;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.IntEnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.DefaultTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.Trait;
import software.amazon.smithy.model.traits.UniqueItemsTrait;

/** The Java expressions that build the run-time descriptors of members. */
record Descriptors(Types types) {

  private static final String S = Types.SHAPES;

  /** The trait of our model that says in words what a pattern asks for. */
  private static final ShapeId FORM = ShapeId.from("org.carillon.api#form");

  /** The expression of a Member. */
  String member(MemberShape member) {
    String name = member.getMemberName();
    String json = member.getTrait(JsonNameTrait.class).map(JsonNameTrait::getValue).orElse(name);
    String location = "BODY";
    String wireName = json;
    if (member.hasTrait(HttpLabelTrait.class)) {
      location = "LABEL";
      wireName = name;
    } else if (member.hasTrait(HttpQueryTrait.class)) {
      location = "QUERY";
      wireName = member.expectTrait(HttpQueryTrait.class).getValue();
    } else if (member.hasTrait(HttpQueryParamsTrait.class)) {
      location = "QUERY_PARAMS";
    } else if (member.hasTrait(HttpHeaderTrait.class)) {
      location = "HEADER";
      wireName = member.expectTrait(HttpHeaderTrait.class).getValue();
    } else if (member.hasTrait(HttpPrefixHeadersTrait.class)) {
      location = "PREFIX_HEADERS";
      wireName = member.expectTrait(HttpPrefixHeadersTrait.class).getValue();
    } else if (member.hasTrait(HttpPayloadTrait.class)) {
      location = "PAYLOAD";
    } else if (member.hasTrait(HttpResponseCodeTrait.class)) {
      location = "STATUS_CODE";
    }
    DefaultTrait fallback = types.defaultOf(member);
    if (location.equals("BODY") && wireName.equals(name) && fallback == null) {
      return "%sMember.%s(%s, %s)"
          .formatted(
              S, member.isRequired() ? "required" : "optional", Names.literal(name), shape(member));
    }
    return "new %sMember(%s, %s, %sMember.Location.%s, %s, %s, %s)"
        .formatted(
            S,
            Names.literal(name),
            Names.literal(wireName),
            S,
            location,
            shape(member),
            member.isRequired(),
            fallback == null ? "null" : value(types.target(member), fallback.toNode()));
  }

  private String shape(MemberShape member) {
    Shape target = types.target(member);
    return switch (target.getType()) {
      case BOOLEAN -> "new " + S + "Shape.Bool()";
      case BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE, BIG_INTEGER, BIG_DECIMAL ->
          "new %sShape.Numeric(%sNumberKind.%s, %s)"
              .formatted(S, S, target.getType().name(), range(member));
      case STRING ->
          "new %sShape.Text(%s, %s, %s)"
              .formatted(S, length(member), pattern(member), media(member));
      case BLOB -> "new %sShape.Bytes(%s, %s)".formatted(S, length(member), media(member));
      case TIMESTAMP -> "new %sShape.Time(%s)".formatted(S, format(member));
      case DOCUMENT -> "new " + S + "Shape.Schemaless()";
      case LIST, SET ->
          "new %sShape.Sequence(%s, %s, %s, %s)"
              .formatted(
                  S,
                  shape(((ListShape) target).getMember()),
                  target.hasTrait(SparseTrait.class),
                  trait(member, UniqueItemsTrait.class).isPresent(),
                  length(member));
      case MAP ->
          "new %sShape.Dictionary(%s, %s, %s, %s)"
              .formatted(
                  S,
                  shape(((MapShape) target).getKey()),
                  shape(((MapShape) target).getValue()),
                  target.hasTrait(SparseTrait.class),
                  length(member));
      default -> types.boxed(target) + ".SHAPE";
    };
  }

  private <T extends Trait> Optional<T> trait(MemberShape member, Class<T> type) {
    return member.getMemberTrait(types.model(), type);
  }

  private String length(MemberShape member) {
    return trait(member, LengthTrait.class)
        .map(length ->
            "new %sLength(%s, %s)"
                .formatted(
                    S,
                    length.getMin().map(min -> min + "L").orElse("null"),
                    length.getMax().map(max -> max + "L").orElse("null")))
        .orElse("null");
  }

  private String range(MemberShape member) {
    return trait(member, RangeTrait.class)
        .map(range ->
            "new %sRange(%s, %s)"
                .formatted(
                    S,
                    range.getMin().map(Descriptors::decimal).orElse("null"),
                    range.getMax().map(Descriptors::decimal).orElse("null")))
        .orElse("null");
  }

  private static String decimal(BigDecimal number) {
    return "new java.math.BigDecimal(\"" + number.toPlainString() + "\")";
  }

  private String pattern(MemberShape member) {
    return trait(member, PatternTrait.class)
        .map(pattern ->
            "new %sTextPattern(%s, %s, %s)"
                .formatted(
                    S,
                    Names.literal(pattern.getValue()),
                    Names.literal(form(member, pattern)),
                    trait(member, SensitiveTrait.class).isPresent()))
        .orElse("null");
  }

  /** Our own model has words for each pattern, which its validation sees to; others have none. */
  private String form(MemberShape member, PatternTrait pattern) {
    return member
        .findMemberTrait(types.model(), FORM.toString())
        .map(form -> form.toNode().expectStringNode().getValue())
        .orElse("of the form " + pattern.getValue());
  }

  private String media(MemberShape member) {
    return trait(member, MediaTypeTrait.class)
        .map(media -> Names.literal(media.getValue()))
        .orElse("null");
  }

  private String format(MemberShape member) {
    return trait(member, TimestampFormatTrait.class)
        .map(format -> S + "TimestampFormat." + format.getFormat().name())
        .orElse("null");
  }

  /** The expression of a default value. */
  String value(Shape target, Node node) {
    return switch (target.getType()) {
      case STRING -> Names.literal(node.expectStringNode().getValue());
      case BOOLEAN -> String.valueOf(node.expectBooleanNode().getValue());
      case BYTE -> "(byte) " + node.expectNumberNode().getValue();
      case SHORT -> "(short) " + node.expectNumberNode().getValue();
      case INTEGER -> String.valueOf(node.expectNumberNode().getValue().intValue());
      case LONG -> node.expectNumberNode().getValue() + "L";
      case FLOAT -> node.expectNumberNode().getValue() + "f";
      case DOUBLE -> node.expectNumberNode().getValue() + "d";
      case BIG_INTEGER ->
          "new java.math.BigInteger(\"" + node.expectNumberNode().getValue() + "\")";
      case BIG_DECIMAL ->
          "new java.math.BigDecimal(\"" + node.expectNumberNode().getValue() + "\")";
      case BLOB ->
          "new %sBlob(java.util.Base64.getDecoder().decode(%s))"
              .formatted(S, Names.literal(node.expectStringNode().getValue()));
      case TIMESTAMP ->
          "java.time.Instant.ofEpochMilli("
              + Math.round(node.expectNumberNode().getValue().doubleValue() * 1000)
              + "L)";
      case DOCUMENT -> "new " + S + "Document(" + document(node) + ")";
      case LIST, SET -> "java.util.List.of()";
      case MAP -> "java.util.Map.of()";
      case ENUM ->
          "java.util.Objects.requireNonNull(%s.fromValue(%s))"
              .formatted(types.boxed(target), Names.literal(node.expectStringNode().getValue()));
      case INT_ENUM -> types.boxed(target) + "." + intConstant((IntEnumShape) target, node);
      default -> throw new IllegalArgumentException("No default for a " + target.getType());
    };
  }

  private static String intConstant(IntEnumShape target, Node node) {
    int number = node.expectNumberNode().getValue().intValue();
    return target.getEnumValues().entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(entry -> Names.legal(entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String document(Node node) {
    return switch (node) {
      case ArrayNode _ -> "java.util.List.of()";
      case ObjectNode _ -> "java.util.Map.of()";
      case Node other when other.isBooleanNode() ->
          String.valueOf(other.expectBooleanNode().getValue());
      case Node other when other.isStringNode() ->
          Names.literal(other.expectStringNode().getValue());
      default -> decimal(new BigDecimal(node.expectNumberNode().getValue().toString()));
    };
  }
}

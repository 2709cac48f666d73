package org.carillon.codegen.awsmodel;

import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.DeprecatedTrait;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.IdempotencyTokenTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.StreamingTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;

/** The attributes of a shape or a member: its text, its bounds and its form. */
final class Attributes {

  private static final List<Map.Entry<String, ShapeId>> MARKS =
      List.of(
          Map.entry("deprecated", DeprecatedTrait.ID),
          Map.entry("idempotencyToken", IdempotencyTokenTrait.ID),
          Map.entry("sensitive", SensitiveTrait.ID),
          Map.entry("sparse", SparseTrait.ID),
          Map.entry("streaming", StreamingTrait.ID));

  private Attributes() {}

  /** Returns the node with the shape's own attributes; those of a member's target are its own. */
  static ObjectNode.Builder of(Shape shape, ObjectNode.Builder node) {
    shape
        .getTrait(DocumentationTrait.class)
        .ifPresent(text -> node.withMember("documentation", Html.node(text)));
    shape
        .getTrait(LengthTrait.class)
        .ifPresent(length -> {
          length.getMin().ifPresent(min -> node.withMember("min", Node.from(min)));
          length.getMax().ifPresent(max -> node.withMember("max", Node.from(max)));
        });
    shape
        .getTrait(RangeTrait.class)
        .ifPresent(range -> {
          range.getMin().ifPresent(min -> node.withMember("min", Node.from(min)));
          range.getMax().ifPresent(max -> node.withMember("max", Node.from(max)));
        });
    shape
        .getTrait(PatternTrait.class)
        .ifPresent(pattern -> node.withMember("pattern", pattern.getValue()));
    shape
        .getTrait(TimestampFormatTrait.class)
        .ifPresent(format -> node.withMember("timestampFormat", timestampFormat(format)));
    for (Map.Entry<String, ShapeId> mark : MARKS) {
      if (shape.hasTrait(mark.getValue())) {
        node.withMember(mark.getKey(), true);
      }
    }
    return node;
  }

  private static String timestampFormat(TimestampFormatTrait format) {
    return switch (format.getFormat()) {
      case DATE_TIME -> "iso8601";
      case EPOCH_SECONDS -> "unixTimestamp";
      case HTTP_DATE -> "rfc822";
      case UNKNOWN -> throw new IllegalArgumentException(format.getValue());
    };
  }
}

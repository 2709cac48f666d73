package org.carillon.protocol.restjson;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carillon.api.shape.Blob;
import org.carillon.api.shape.Document;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.api.shape.UnionShape;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** Makes the generated types of the parameters that a protocol test states as JSON. */
final class NodeValues {

  private NodeValues() {}

  static <T> T structure(StructureShape<T> shape, ObjectNode params) {
    @Nullable Object[] values = new Object[shape.members().size()];
    for (int i = 0; i < values.length; i++) {
      Member member = shape.members().get(i);
      Node node = params.getMember(member.name()).orElse(null);
      Object value = node == null ? null : value(member.shape(), node);
      values[i] = value == null ? member.defaultValue() : value;
    }
    return shape.construct(values);
  }

  private static @Nullable Object value(Shape shape, Node node) {
    if (node.isNullNode() && !(shape instanceof Shape.Schemaless)) {
      return null;
    }
    return switch (shape) {
      case Shape.Bool _ -> node.expectBooleanNode().getValue();
      case Shape.Numeric numeric ->
          Numbers.read(
              numeric,
              node.isStringNode()
                  ? node.expectStringNode().getValue()
                  : node.expectNumberNode().getValue().toString(),
              Path.ROOT);
      case Shape.Text _ -> node.expectStringNode().getValue();
      case Shape.Bytes _ ->
          new Blob(node.expectStringNode().getValue().getBytes(StandardCharsets.UTF_8));
      case Shape.Time _ ->
          Timestamps.parse(
              node.expectNumberNode().getValue().toString(),
              TimestampFormat.EPOCH_SECONDS,
              Path.ROOT);
      case Shape.Schemaless _ -> new Document(document(node));
      case Shape.Enumeration names ->
          Objects.requireNonNull(names.values().get(node.expectStringNode().getValue()));
      case Shape.IntEnumeration numbers ->
          Objects.requireNonNull(
              numbers.values().get(node.expectNumberNode().getValue().intValue()));
      case Shape.Sequence sequence -> {
        List<@Nullable Object> items = new ArrayList<>();
        node.expectArrayNode().getElements().forEach(n -> items.add(value(sequence.item(), n)));
        yield items;
      }
      case Shape.Dictionary dictionary -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        node.expectObjectNode()
            .getMembers()
            .forEach((key, n) ->
                entries.put(value(dictionary.key(), key), value(dictionary.value(), n)));
        yield entries;
      }
      case StructureShape<?> structure -> structure(structure, node.expectObjectNode());
      case UnionShape<?> union -> {
        Map<String, Node> members = node.expectObjectNode().getStringMap();
        String name = members.keySet().iterator().next();
        int index = union.members().stream().map(Member::name).toList().indexOf(name);
        Node held = Objects.requireNonNull(members.get(name));
        yield union.construct(
            index, Objects.requireNonNull(value(union.members().get(index).shape(), held)));
      }
    };
  }

  private static @Nullable Object document(Node node) {
    if (node.isObjectNode()) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      node.expectObjectNode()
          .getStringMap()
          .forEach((key, item) -> entries.put(key, document(item)));
      return entries;
    }
    if (node.isArrayNode()) {
      List<@Nullable Object> items = new ArrayList<>();
      node.expectArrayNode().getElements().forEach(item -> items.add(document(item)));
      return items;
    }
    if (node.isNumberNode()) {
      return new BigDecimal(node.expectNumberNode().getValue().toString());
    }
    if (node.isBooleanNode()) {
      return node.expectBooleanNode().getValue();
    }
    return node.isNullNode() ? null : node.expectStringNode().getValue();
  }
}

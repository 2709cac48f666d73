package org.carillon.codegen.awsmodel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.RangeTrait;

/** Words a member's limits for help: its range, its length and its form, a sentence each. */
final class Limits {

  private static final ShapeId FORM = ShapeId.from("org.carillon.api#form");

  private Limits() {}

  /** Returns the sentences, such as "1 to 100 characters."; none for a member without limits. */
  static String of(Model model, MemberShape member) {
    Shape target = model.expectShape(member.getTarget());
    List<String> sentences = new ArrayList<>();
    member
        .getMemberTrait(model, RangeTrait.class)
        .map(range ->
            sentence(
                range.getMin().map(BigDecimal::toPlainString),
                range.getMax().map(BigDecimal::toPlainString),
                null))
        .ifPresent(sentences::add);
    Optional<String> form =
        member
            .findMemberTrait(model, FORM.toString())
            .map(trait -> trait.toNode().expectStringNode().getValue());
    member
        .getMemberTrait(model, LengthTrait.class)
        // An upper bound beside a form only keeps values from being huge; the form says it better.
        .filter(length -> form.isEmpty() || length.getMin().orElse(0L) > 0)
        .map(length ->
            sentence(
                length.getMin().filter(min -> min > 0).map(String::valueOf),
                length.getMax().map(String::valueOf),
                unit(target)))
        .ifPresent(sentences::add);
    form.ifPresent(text ->
        sentences.add(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + "."));
    return String.join(" ", sentences);
  }

  private static String unit(Shape target) {
    return switch (target.getType()) {
      case LIST, SET, MAP -> "item";
      case BLOB -> "byte";
      default -> "character";
    };
  }

  private static @Nullable String sentence(
      Optional<String> min, Optional<String> max, @Nullable String unit) {
    if (min.isEmpty() && max.isEmpty()) {
      return null;
    }
    String last = max.or(() -> min).orElseThrow();
    String bounds =
        max.isEmpty()
            ? "At least " + last
            : min.isEmpty()
                ? "At most " + last
                : min.equals(max) ? last : min.orElseThrow() + " to " + last;
    return bounds + (unit == null ? "" : " " + unit + (last.equals("1") ? "" : "s")) + ".";
  }
}

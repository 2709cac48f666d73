package org.carillon.server.inventory.tags;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;

/** Writes the ARNs of resources, and finds the resources that they name. */
public final class Arns {

  private static final Pattern FORM =
      Pattern.compile("arn:[a-z-]+:chime:[a-z0-9-]+:\\d{12}:([a-z-]+)/([^/]+)");

  private final List<Taggable> kinds;

  Arns(List<Taggable> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /**
   * The ARN of a resource.
   *
   * @param region such as {@code us-east-1}
   * @param organizationId whose it is
   * @param type see {@link Taggable#type}
   */
  public static String of(String region, String organizationId, String type, String id) {
    return "arn:aws:chime:" + region + ":" + organizationId + ":" + type + "/" + id;
  }

  /**
   * The tags of the resource with that ARN.
   *
   * @throws org.carillon.api.model.NotFoundException when there is no such resource, or it is
   *     another's
   * @throws org.carillon.api.model.BadRequestException when it is not the ARN of such a resource at
   *     all
   */
  TagStorage tags(OperationContext context, String arn) {
    return found(arn, (kind, id) -> kind.tags(context, id));
  }

  /** Returns the tags like {@link #tags}, with the resource locked until the transaction ends. */
  TagStorage lockedTags(OperationContext context, String arn) {
    return found(arn, (kind, id) -> kind.lockedTags(context, id));
  }

  private TagStorage found(String arn, BiFunction<Taggable, String, Optional<TagStorage>> find) {
    Matcher parts = FORM.matcher(arn);
    if (!parts.matches()) {
      throw Refusal.badRequest(
          arn + " is not of the form arn:aws:chime:<region>:<organization>:<type>/<id>");
    }
    Taggable kind =
        kinds.stream()
            .filter(each -> each.type().equals(parts.group(1)))
            .findFirst()
            .orElseThrow(() -> unknown(parts.group(1)));
    return find.apply(kind, parts.group(2))
        .filter(thing -> thing.arn().equals(arn))
        .orElseThrow(() -> Refusal.notFound("there is no " + arn + " in this organization"));
  }

  private RuntimeException unknown(String type) {
    return Refusal.badRequest(
        "type "
            + type
            + " cannot be tagged; tags are supported for "
            + String.join(", ", kinds.stream().map(Taggable::type).sorted().toList()));
  }
}

package org.carillon.server.inventory.tags;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.api.model.Tag;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.ResourceLock;

/** Adds and removes tags of resources, for the operations on tags and for other features. */
public final class Tags {

  /** As AWS has it (reference, TagResource). */
  static final Limit OF_A_RESOURCE = Limit.fixed(50, "tags", "a resource", "remove some first");

  /**
   * Adds tags to a resource; each replaces the one with its key. The caller knows that the resource
   * exists, because it has just created it or has waited for the resource's {@link #serialize}.
   *
   * @param arn as the resource has it
   * @throws org.carillon.api.model.BadRequestException for a key given twice or kept from people
   * @throws org.carillon.api.model.ResourceLimitExceededException when it would have more than 50
   */
  public void put(OperationContext context, String arn, List<Tag> wanted) {
    put(context, TagStorage.of(arn), wanted);
  }

  /** The same for a resource whose tags are kept there. */
  void put(OperationContext context, TagStorage rows, List<Tag> wanted) {
    Set<String> keys = new LinkedHashSet<>();
    wanted.forEach(tag -> verifyKey(keys, tag.key()));
    Set<String> present = rows.all(context).stream().map(Tag::key).collect(Collectors.toSet());
    long further = keys.stream().filter(key -> !present.contains(key)).count();
    OF_A_RESOURCE.refuseBeyond(
        context, "Tags: the resource", Math.toIntExact(further), most -> present.size());
    rows.remove(context, keys);
    rows.add(context, wanted);
  }

  private static void verifyKey(Set<String> before, String key) {
    if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      throw Refusal.badRequest(
          "tag keys that begin with aws: are reserved for AWS; choose another key");
    }
    if (!before.add(key)) {
      throw Refusal.badRequest("Tags lists the key " + key + " twice; list each key once");
    }
  }

  /** Forgets the tags of a resource that the caller is deleting, after its row was locked. */
  public void removeAll(OperationContext context, String arn) {
    serialize(context, arn);
    new TagStore(arn).removeAll(context);
  }

  /** Locks the tags of that resource; call it before the first read. */
  void serialize(OperationContext context, String arn) {
    context.transaction().serialize(ResourceLock.TAGS, arn);
  }
}

package org.carillon.server.inventory.tags;

import java.util.Optional;
import org.carillon.platform.operations.OperationContext;

/** A kind of resource that can have tags; the feature of these resources finds them. */
public interface Taggable {

  /** Returns the type before the slash in ARNs of this kind, such as {@code vc}. */
  String type();

  /**
   * The tags of the resource with that id, under its ARN as {@link Arns#of} writes it; empty when
   * the organization has none, or none any more. The resource is read, not locked.
   */
  Optional<TagStorage> tags(OperationContext context, String id);

  /**
   * Returns the tags like {@link #tags}, of a resource that stays until the transaction ends. A
   * deletion locks the resource and then calls {@link Tags#removeAll}, which waits for taggings, so
   * reading the resource is enough. A kind that stores its tags elsewhere locks it.
   */
  default Optional<TagStorage> lockedTags(OperationContext context, String id) {
    return tags(context, id);
  }
}

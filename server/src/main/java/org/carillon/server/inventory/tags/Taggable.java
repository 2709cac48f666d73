package org.carillon.server.inventory.tags;

import java.util.Optional;
import org.carillon.platform.operations.OperationContext;

/** A kind of thing that can have tags; the feature that keeps such things says which there are. */
public interface Taggable {

  /** What stands before the slash in the ARNs of this kind, such as {@code vc}. */
  String type();

  /**
   * The tags of the thing with that id, under its ARN as {@link Arns#of} writes it; empty when the
   * organization has none, or none any more. The thing is read, not locked.
   */
  Optional<TagStorage> tags(OperationContext context, String id);

  /**
   * As {@link #tags}, of a thing that stays until the transaction ends. Who deletes the thing calls
   * {@link Tags#removeAll} after locking it, which waits for those who are tagging it, so that it
   * is enough to read it; a kind that keeps its tags elsewhere locks it.
   */
  default Optional<TagStorage> lockedTags(OperationContext context, String id) {
    return tags(context, id);
  }
}

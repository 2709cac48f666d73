package org.carillon.server.inventory.tags;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;

/** Puts the tags together: the operations on tags of every kind of thing there is. */
public final class TagsFeature {

  private final Arns arns;
  private final Tags tags;

  /**
   * Tags on things of those kinds.
   *
   * @param tags which the features that keep the things use too
   */
  public TagsFeature(Tags tags, List<Taggable> kinds) {
    this.arns = new Arns(kinds);
    this.tags = tags;
  }

  /** The operations on tags. */
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(Operations.TAG_RESOURCE, new TagResource(arns, tags)),
        new OperationBinding<>(Operations.UNTAG_RESOURCE, new UntagResource(arns, tags)),
        new OperationBinding<>(Operations.LIST_TAGS_FOR_RESOURCE, new ListTagsForResource(arns)));
  }
}

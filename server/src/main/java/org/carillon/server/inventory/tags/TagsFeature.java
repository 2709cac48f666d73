package org.carillon.server.inventory.tags;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.Port;

/** The feature of tags: the operations on tags of every kind of resource. */
public final class TagsFeature implements Feature {

  /** The limits of the feature. */
  public static final List<Limit> LIMITS = List.of(Tags.OF_A_RESOURCE);

  private final Tags tags = new Tags();
  private final Port<List<Taggable>> kinds = new Port<>("TagsFeature.on");

  /** The tags of all organizations. */
  @SuppressWarnings("unused") // every feature is given the platform
  public TagsFeature(Platform platform) {}

  /** The tags, for features that make and delete resources which have some. */
  public Tags tags() {
    return tags;
  }

  /** Binds the kinds of resources that can have tags. */
  public void on(List<Taggable> taggable) {
    kinds.bind(taggable);
  }

  /** The operations on tags. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    Arns arns = new Arns(kinds.bound());
    return List.of(
        new OperationBinding<>(Operations.TAG_RESOURCE, new TagResource(arns, tags)),
        new OperationBinding<>(Operations.UNTAG_RESOURCE, new UntagResource(arns, tags)),
        new OperationBinding<>(Operations.LIST_TAGS_FOR_RESOURCE, new ListTagsForResource(arns)));
  }
}

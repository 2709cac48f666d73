package org.carillon.server;

import java.util.List;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.server.inventory.tags.Taggable;

/**
 * One part of the product. Its constructor takes the platform and the features below it; what it
 * asks of a feature above it is a {@link Port}, bound in {@link Features} before any of these
 * methods is called.
 */
public interface Feature {

  /** The operations of the feature. */
  List<OperationBinding<?, ?>> operations();

  /** The background work of the feature. */
  default List<DueWork<?>> jobs() {
    return List.of();
  }

  /** The kinds of resources of the feature that can have tags. */
  default List<Taggable> taggable() {
    return List.of();
  }
}

package org.carillon.server;

import java.util.List;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.server.inventory.tags.Taggable;

/**
 * One part of the product. Its constructor takes the platform and the features below it; its
 * questions to a feature above it are {@link Port}s, which {@link Features} binds before it calls
 * any of these methods.
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

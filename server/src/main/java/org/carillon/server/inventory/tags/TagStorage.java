package org.carillon.server.inventory.tags;

import java.util.Collection;
import java.util.List;
import org.carillon.api.model.Tag;
import org.carillon.platform.operations.OperationContext;

/** The storage of the tags of one resource. */
public interface TagStorage {

  /** Returns the storage that all kinds of resources share, for tags that no search uses. */
  static TagStorage of(String arn) {
    return new TagStore(arn);
  }

  /** The whole ARN of the resource, region included. */
  String arn();

  /** Returns all tags of the resource by key, at most 50. */
  List<Tag> all(OperationContext context);

  /** Adds tags with keys that the resource does not have. */
  void add(OperationContext context, List<Tag> tags);

  /** Removes the tags with those keys; keys that the resource does not have are ignored. */
  void remove(OperationContext context, Collection<String> keys);
}

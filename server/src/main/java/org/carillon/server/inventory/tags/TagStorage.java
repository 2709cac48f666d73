package org.carillon.server.inventory.tags;

import java.util.Collection;
import java.util.List;
import org.carillon.api.model.Tag;
import org.carillon.platform.operations.OperationContext;

/** Keeps the tags of one thing. */
public interface TagStorage {

  /** With those of all other things, for one that nothing is found by. */
  static TagStorage of(String arn) {
    return new TagStore(arn);
  }

  /** The whole ARN of the thing, region included. */
  String arn();

  /** Returns all tags of the resource by key, at most 50. */
  List<Tag> all(OperationContext context);

  /** Adds tags, none of whose keys the thing has. */
  void add(OperationContext context, List<Tag> tags);

  /** Takes the tags with those keys off; one that the thing does not have is passed over. */
  void remove(OperationContext context, Collection<String> keys);
}

package org.carillon.server.tags;

import java.util.Collection;
import java.util.List;
import org.carillon.api.model.Tag;
import org.carillon.server.platform.operations.Call;

/** Keeps the tags of the things of a kind, each found by its ARN. */
public interface TagRows {

  /** All tags of the thing by key, of which there are at most 50. */
  List<Tag> of(Call call, String arn);

  /** Adds tags, none of whose keys the thing has. */
  void add(Call call, String arn, List<Tag> tags);

  /** Takes the tags with those keys off; one that the thing does not have is passed over. */
  void remove(Call call, String arn, Collection<String> keys);
}

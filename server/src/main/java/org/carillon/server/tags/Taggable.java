package org.carillon.server.tags;

import java.util.Optional;
import org.carillon.server.platform.operations.Call;

/** A kind of thing that can have tags; the feature that keeps such things says which there are. */
public interface Taggable {

  /** What stands before the slash in the ARNs of this kind, such as {@code vc}. */
  String type();

  /**
   * The whole ARN of the thing with that id, region included, by {@link Arns#of}; empty when the
   * organization has none, or none any more. It is read, not locked: who deletes the thing calls
   * {@link Tags#removeAll} after that, which waits for those who are tagging it.
   */
  Optional<String> arn(Call call, String id);

  /** Where the tags of this kind are kept: with all others, unless something is found by them. */
  default TagRows tags() {
    return new TagStore();
  }
}

package org.carillon.server.tags;

import org.carillon.api.model.ListTagsForResourceInput;
import org.carillon.api.model.ListTagsForResourceOutput;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.ReadOperation;

/** Lists the tags of a thing by key. */
final class ListTagsForResource
    implements ReadOperation<ListTagsForResourceInput, ListTagsForResourceOutput> {

  private final Arns arns;
  private final Tags tags;

  ListTagsForResource(Arns arns, Tags tags) {
    this.arns = arns;
    this.tags = tags;
  }

  @Override
  public ListTagsForResourceOutput run(ListTagsForResourceInput input, Call call) {
    arns.verify(call, input.resourceARN());
    return new ListTagsForResourceOutput(tags.of(call, input.resourceARN()));
  }
}

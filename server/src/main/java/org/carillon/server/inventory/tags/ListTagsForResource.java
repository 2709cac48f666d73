package org.carillon.server.inventory.tags;

import org.carillon.api.model.ListTagsForResourceInput;
import org.carillon.api.model.ListTagsForResourceOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Lists the tags of a resource by key. */
final class ListTagsForResource
    implements ReadOperation<ListTagsForResourceInput, ListTagsForResourceOutput> {

  private final Arns arns;

  ListTagsForResource(Arns arns) {
    this.arns = arns;
  }

  @Override
  public ListTagsForResourceOutput run(ListTagsForResourceInput input, OperationContext context) {
    return new ListTagsForResourceOutput(arns.tags(context, input.resourceARN()).all(context));
  }
}

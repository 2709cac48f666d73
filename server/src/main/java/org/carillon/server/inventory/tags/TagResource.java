package org.carillon.server.inventory.tags;

import org.carillon.api.model.TagResourceInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Adds tags to a resource; each replaces the one with its key. */
final class TagResource implements WriteOperation<TagResourceInput, Unit> {

  private final Arns arns;
  private final Tags tags;

  TagResource(Arns arns, Tags tags) {
    this.arns = arns;
    this.tags = tags;
  }

  @Override
  public Unit run(TagResourceInput input, OperationContext context) {
    tags.serialize(context, input.resourceARN());
    TagStorage rows = arns.lockedTags(context, input.resourceARN());
    tags.put(context, rows, input.tags());
    context.auditSubject(input.resourceARN());
    return Unit.INSTANCE;
  }
}

package org.carillon.server.inventory.tags;

import java.util.Set;
import org.carillon.api.model.UntagResourceInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Removes tags from a resource. */
final class UntagResource implements WriteOperation<UntagResourceInput, Unit> {

  private final Arns arns;
  private final Tags tags;

  UntagResource(Arns arns, Tags tags) {
    this.arns = arns;
    this.tags = tags;
  }

  @Override
  public Unit run(UntagResourceInput input, OperationContext context) {
    tags.serialize(context, input.resourceARN());
    TagStorage rows = arns.lockedTags(context, input.resourceARN());
    rows.remove(context, Set.copyOf(input.tagKeys()));
    context.auditSubject(input.resourceARN());
    return Unit.INSTANCE;
  }
}

package org.carillon.server.inventory.tags;

import java.util.Set;
import org.carillon.api.model.UntagResourceInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Takes tags off a thing. */
final class UntagResource implements WriteOperation<UntagResourceInput, Unit> {

  private final Arns arns;
  private final Tags tags;

  UntagResource(Arns arns, Tags tags) {
    this.arns = arns;
    this.tags = tags;
  }

  @Override
  public Unit run(UntagResourceInput input, Call call) {
    tags.turn(call, input.resourceARN());
    TagRows rows = arns.lockedTags(call, input.resourceARN());
    rows.remove(call, Set.copyOf(input.tagKeys()));
    call.concerns(input.resourceARN());
    return Unit.INSTANCE;
  }
}

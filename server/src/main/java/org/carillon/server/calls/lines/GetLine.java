package org.carillon.server.calls.lines;

import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.GetLineOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one line with all its users. */
final class GetLine implements ReadOperation<GetLineInput, GetLineOutput> {

  private final LineStore lines;

  GetLine(LineStore lines) {
    this.lines = lines;
  }

  @Override
  public GetLineOutput run(GetLineInput input, OperationContext context) {
    return new GetLineOutput(lines.get(context, input.lineId()).view());
  }
}

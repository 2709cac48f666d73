package org.carillon.server.calls.lines;

import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.GetLineOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.ReadOperation;

/** Shows one line with all its users. */
final class GetLine implements ReadOperation<GetLineInput, GetLineOutput> {

  private final LineStore lines;

  GetLine(LineStore lines) {
    this.lines = lines;
  }

  @Override
  public GetLineOutput run(GetLineInput input, Call call) {
    return new GetLineOutput(lines.get(call, input.lineId()).view());
  }
}

package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.flows.AnsweredCall;

/** Whoever has to know that members of hunt groups took calls, whose turn it then was. */
@FunctionalInterface
public interface AnsweredCalls {

  /**
   * Users took calls that came through hunt groups; told with each report of a call that stands, in
   * the transaction that records it, all calls of a batch together.
   */
  void answered(OperationContext context, List<AnsweredCall> answered);
}

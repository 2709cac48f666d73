package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.flows.AnsweredCall;

/** Receives answered hunt-group calls, in order to advance the members' turns. */
@FunctionalInterface
public interface AnsweredCalls {

  /**
   * Receives the calls of hunt groups that users answered, in the transaction that records them,
   * all calls of a batch together.
   */
  void answered(OperationContext context, List<AnsweredCall> answered);
}

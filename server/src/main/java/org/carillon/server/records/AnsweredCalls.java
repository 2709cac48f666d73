package org.carillon.server.records;

import java.time.Instant;
import org.carillon.server.platform.operations.Call;

/** Whoever has to know that a member of a hunt group took a call, whose turn it then was. */
public interface AnsweredCalls {

  /** For a server where nobody has to know. */
  AnsweredCalls UNHEARD = (call, huntGroupId, userId, answeredAt, idleSince) -> {};

  /**
   * A user took a call that came through a hunt group; told with each report of the call that
   * stands, in the transaction that records it, for identifiers that may name nothing.
   *
   * @param idleSince when the call ended, or while that is unknown when it was answered
   */
  void answered(
      Call call, String huntGroupId, String userId, Instant answeredAt, Instant idleSince);
}

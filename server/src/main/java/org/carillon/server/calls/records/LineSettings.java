package org.carillon.server.calls.records;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.carillon.platform.operations.OperationContext;

/** The settings of lines for records; a port that the feature of lines implements. */
public interface LineSettings {

  /**
   * Those of the lines that show their records to a newly assigned user from the assignment on
   * only, rather than all of them.
   *
   * @param lineIds at most 1,000
   */
  Set<String> fromAssignmentOn(OperationContext context, Collection<String> lineIds);

  /** The user whose inbox is the default one of the line; nothing when the line has its own. */
  Optional<String> defaultInboxUser(OperationContext context, String lineId);
}

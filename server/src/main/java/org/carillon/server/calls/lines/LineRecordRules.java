package org.carillon.server.calls.lines;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.records.LineSettings;

/** The settings of lines that decide the visibility of records. */
final class LineRecordRules implements LineSettings {

  private final LineStore lines;

  LineRecordRules(LineStore lines) {
    this.lines = lines;
  }

  @Override
  public Set<String> fromAssignmentOn(OperationContext context, Collection<String> lineIds) {
    return lines.fromAssignmentOn(context, lineIds);
  }

  @Override
  public Optional<String> defaultInboxUser(OperationContext context, String lineId) {
    return lines.inboxUser(context, lineId);
  }
}

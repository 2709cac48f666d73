package org.carillon.server.calls.lines;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.LineConfiguration;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.resolver.LineFlows;

/** Tells call flows what lines do with their calls. */
final class LineBehaviors implements LineFlows {

  private final LineStore lines;

  LineBehaviors(LineStore lines) {
    this.lines = lines;
  }

  @Override
  public Map<String, LineFlow> of(OperationContext context, Collection<String> lineIds) {
    return lines.findAll(context, lineIds).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> flow(each.getValue().line().configuration())));
  }

  private static LineFlow flow(LineConfiguration line) {
    String inbox = line.defaultInboxUserId();
    return new LineFlow(
        line.name(),
        line.callFlow(),
        line.assignedUserIds(),
        line.ringSeconds() == null ? Line.RING_SECONDS : line.ringSeconds(),
        inbox == null ? null : new CallTarget(CallTargetType.VOICEMAIL, inbox));
  }
}

package org.carillon.server.calls.resolver;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.CallTarget;
import org.carillon.platform.operations.OperationContext;
import org.jspecify.annotations.Nullable;

/** The behavior of lines on calls; the feature of lines implements it. */
@FunctionalInterface
public interface LineFlows {

  /**
   * Returns the flows of those lines by holder id, without ids that are not lines. It runs a few
   * queries for any number of lines.
   */
  Map<String, LineFlow> of(OperationContext context, Collection<String> lineIds);

  /**
   * What one line does: its calls go to {@code flow} or else ring its users together, and when
   * nobody answers these go to {@code noAnswer}.
   *
   * @param name what people call the line
   * @param flow where its calls go; null for its own users
   * @param ringTogether the ids of the users who ring when there is no flow
   * @param noAnswer where unanswered calls go, such as the voicemail that is the default inbox;
   *     null for the line's own inbox
   */
  record LineFlow(
      String name,
      @Nullable CallTarget flow,
      List<String> ringTogether,
      int ringSeconds,
      @Nullable CallTarget noAnswer) {}
}

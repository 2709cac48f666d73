package org.carillon.server.calls.resolver;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.CallRoute;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.Holder;

/** Where Voice Connectors and groups of them send calls; the feature that has them answers it. */
@FunctionalInterface
public interface TrunkRoutes {

  /** Where there are no Voice Connectors. */
  TrunkRoutes NONE = (context, holders) -> Map.of();

  /**
   * The routes in the order to be tried, by holder ids. One query or a few, whatever their number.
   *
   * @param holders Voice Connectors and groups
   */
  Map<String, List<CallRoute>> of(OperationContext context, Collection<Holder> holders);
}

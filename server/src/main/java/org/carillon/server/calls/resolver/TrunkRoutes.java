package org.carillon.server.calls.resolver;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.CallRoute;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.Holder;

/** The routes of Voice Connectors and groups; a port that the feature of trunks implements. */
@FunctionalInterface
public interface TrunkRoutes {

  /** The port without Voice Connectors. */
  TrunkRoutes NONE = (context, holders) -> Map.of();

  /**
   * Returns the routes in the order to be tried, by holder id. It runs a few queries for any number
   * of holders.
   *
   * @param holders Voice Connectors and groups
   */
  Map<String, List<CallRoute>> of(OperationContext context, Collection<Holder> holders);
}

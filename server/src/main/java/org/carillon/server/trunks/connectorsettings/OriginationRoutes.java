package org.carillon.server.trunks.connectorsettings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.carillon.api.model.CallRoute;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.flows.TrunkRoutes;
import org.carillon.server.inventory.numbers.Holder;

/**
 * Where calls of a trunk go: to the origination routes of its Voice Connector, or of one after the
 * other of a group's.
 */
final class OriginationRoutes implements TrunkRoutes {

  private final OriginationStore originations;
  private final BiFunction<OperationContext, Collection<String>, Map<String, List<String>>>
      connectorsOf;

  /**
   * Routes of trunks.
   *
   * @param connectorsOf the Voice Connectors of groups in the order to be tried
   */
  OriginationRoutes(
      OriginationStore originations,
      BiFunction<OperationContext, Collection<String>, Map<String, List<String>>> connectorsOf) {
    this.originations = originations;
    this.connectorsOf = connectorsOf;
  }

  @Override
  public Map<String, List<CallRoute>> of(OperationContext context, Collection<Holder> holders) {
    Map<String, List<String>> connectors =
        new HashMap<>(connectorsOf.apply(context, ids(holders, Holder.Kind.GROUP)));
    ids(holders, Holder.Kind.CONNECTOR).forEach(id -> connectors.put(id, List.of(id)));
    Set<String> all = new HashSet<>();
    connectors.values().forEach(all::addAll);
    Map<String, List<CallRoute>> byConnector = originations.enabledRoutes(context, all);
    Map<String, List<CallRoute>> routes = new HashMap<>();
    connectors.forEach((holder, ids) -> {
      List<CallRoute> found = new ArrayList<>();
      ids.forEach(id -> found.addAll(byConnector.getOrDefault(id, List.of())));
      routes.put(holder, found);
    });
    return routes;
  }

  private static List<String> ids(Collection<Holder> holders, Holder.Kind kind) {
    return holders.stream().filter(holder -> holder.kind() == kind).map(Holder::holderId).toList();
  }
}

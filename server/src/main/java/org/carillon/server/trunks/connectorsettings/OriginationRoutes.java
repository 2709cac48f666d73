package org.carillon.server.trunks.connectorsettings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.CallRoute;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.resolver.TrunkRoutes;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.trunks.connectors.VoiceConnectorsFeature;

/**
 * The routes of a trunk's calls: the origination routes of its Voice Connector, or of a group's
 * connectors one after the other.
 */
final class OriginationRoutes implements TrunkRoutes {

  private final OriginationStore originations;
  private final VoiceConnectorsFeature connectors;

  OriginationRoutes(OriginationStore originations, VoiceConnectorsFeature connectors) {
    this.originations = originations;
    this.connectors = connectors;
  }

  @Override
  public Map<String, List<CallRoute>> of(OperationContext context, Collection<Holder> holders) {
    Map<String, List<String>> byHolder =
        new HashMap<>(connectors.connectorsOf(context, ids(holders, Holder.Kind.GROUP)));
    ids(holders, Holder.Kind.CONNECTOR).forEach(id -> byHolder.put(id, List.of(id)));
    Set<String> all = new HashSet<>();
    byHolder.values().forEach(all::addAll);
    Map<String, List<CallRoute>> byConnector = originations.enabledRoutes(context, all);
    Map<String, List<CallRoute>> routes = new HashMap<>();
    byHolder.forEach((holder, ids) -> {
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

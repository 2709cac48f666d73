package org.carillon.server.trunks.connectorsettings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.Origination;
import org.carillon.api.model.OriginationRoute;
import org.carillon.api.model.OriginationRouteProtocol;
import org.carillon.platform.operations.Refusal;

/**
 * Where calls to the numbers of a Voice Connector go.
 *
 * @param routes in the order in which they were given
 */
record TrunkOrigination(List<Route> routes, boolean disabled) {

  /**
   * The settings with the defaults of what was left out.
   *
   * @param encrypted whether the connector requires encryption, which wants connections
   * @param dualStack whether the connector takes IPv6
   * @throws org.carillon.api.model.BadRequestException naming the member and its rule
   */
  static TrunkOrigination of(Origination given, boolean encrypted, boolean dualStack) {
    List<OriginationRoute> routes = given.routes() == null ? List.of() : given.routes();
    if (routes.isEmpty() && given.disabled() == null) {
      throw Refusal.badRequest(
          "Origination has neither Routes nor Disabled; give at least one of them");
    }
    OriginationRouteProtocol usual =
        encrypted ? OriginationRouteProtocol.TCP : OriginationRouteProtocol.UDP;
    List<Route> complete = routes.stream().map(route -> Route.of(route, usual, dualStack)).toList();
    refuseDuplicates(complete);
    return new TrunkOrigination(complete, Boolean.TRUE.equals(given.disabled()));
  }

  /** Returns whether calls to the numbers of the connector have somewhere to go. */
  boolean carriesCalls() {
    return !disabled && !routes.isEmpty();
  }

  Origination view() {
    return new Origination(routes.stream().map(Route::view).toList(), disabled);
  }

  private static void refuseDuplicates(List<Route> routes) {
    Set<Route.Target> seen = new HashSet<>();
    for (Route route : routes) {
      if (!seen.add(route.target())) {
        throw Refusal.badRequest(
            "Routes lists host %s, port %d, protocol %s twice; list each route once"
                .formatted(route.host(), route.port(), route.protocol().value()));
      }
    }
  }
}

package org.carillon.server.trunks.connectorsettings;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ORIGINATION_ROUTE;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_ORIGINATION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.OriginationRouteProtocol;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.OriginationRouteRecord;
import org.carillon.platform.operations.OperationContext;

/** The origination settings of Voice Connectors: a row each, and one for every route. */
final class OriginationStore {

  Optional<TrunkOrigination> find(OperationContext context, String voiceConnectorId) {
    return context
        .transaction()
        .sql()
        .selectFrom(VOICE_CONNECTOR_ORIGINATION)
        .where(ConnectorSettingSql.of(VOICE_CONNECTOR_ORIGINATION, context, voiceConnectorId))
        .fetchOptional(
            row -> new TrunkOrigination(routes(context, voiceConnectorId), row.getIsDisabled()));
  }

  private static List<Route> routes(OperationContext context, String voiceConnectorId) {
    return context
        .transaction()
        .sql()
        .selectFrom(ORIGINATION_ROUTE)
        .where(ConnectorSettingSql.of(ORIGINATION_ROUTE, context, voiceConnectorId))
        .orderBy(ORIGINATION_ROUTE.POSITION)
        .fetch(OriginationStore::read);
  }

  /** The routes of those connectors whose origination is on, the first to be tried first. */
  Map<String, List<CallRoute>> enabledRoutes(
      OperationContext context, Collection<String> voiceConnectorIds) {
    return context
        .transaction()
        .sql()
        .select(ORIGINATION_ROUTE.fields())
        .from(ORIGINATION_ROUTE)
        .join(VOICE_CONNECTOR_ORIGINATION)
        .on(VOICE_CONNECTOR_ORIGINATION.ORGANIZATION_ID.eq(ORIGINATION_ROUTE.ORGANIZATION_ID))
        .and(
            VOICE_CONNECTOR_ORIGINATION.VOICE_CONNECTOR_ID.eq(ORIGINATION_ROUTE.VOICE_CONNECTOR_ID))
        .where(ORIGINATION_ROUTE.ORGANIZATION_ID.eq(context.organizationId()))
        .and(Sql.in(ORIGINATION_ROUTE.VOICE_CONNECTOR_ID, voiceConnectorIds))
        .and(VOICE_CONNECTOR_ORIGINATION.IS_DISABLED.eq(false))
        .orderBy(
            ORIGINATION_ROUTE.VOICE_CONNECTOR_ID,
            ORIGINATION_ROUTE.PRIORITY,
            ORIGINATION_ROUTE.WEIGHT.desc(),
            ORIGINATION_ROUTE.POSITION)
        .fetchGroups(
            ORIGINATION_ROUTE.VOICE_CONNECTOR_ID,
            row ->
                new CallRoute(
                    row.get(ORIGINATION_ROUTE.VOICE_CONNECTOR_ID),
                    row.get(ORIGINATION_ROUTE.HOST),
                    row.get(ORIGINATION_ROUTE.PORT),
                    row.get(ORIGINATION_ROUTE.PROTOCOL),
                    row.get(ORIGINATION_ROUTE.PRIORITY),
                    row.get(ORIGINATION_ROUTE.WEIGHT)));
  }

  /** Replaces the origination of a locked connector. */
  void put(OperationContext context, String voiceConnectorId, TrunkOrigination origination) {
    clear(context, voiceConnectorId);
    context
        .transaction()
        .sql()
        .insertInto(VOICE_CONNECTOR_ORIGINATION)
        .set(VOICE_CONNECTOR_ORIGINATION.ORGANIZATION_ID, context.organizationId())
        .set(VOICE_CONNECTOR_ORIGINATION.VOICE_CONNECTOR_ID, voiceConnectorId)
        .set(VOICE_CONNECTOR_ORIGINATION.IS_DISABLED, origination.disabled())
        .execute();
    List<OriginationRouteRecord> rows = new ArrayList<>();
    for (Route route : origination.routes()) {
      rows.add(
          new OriginationRouteRecord(
              context.organizationId(),
              voiceConnectorId,
              rows.size(),
              route.host(),
              route.port(),
              route.protocol().value(),
              route.priority(),
              route.weight()));
    }
    context.transaction().sql().batchInsert(rows).execute();
  }

  void clear(OperationContext context, String voiceConnectorId) {
    ConnectorSettingSql.clear(ORIGINATION_ROUTE, context, voiceConnectorId);
    ConnectorSettingSql.clear(VOICE_CONNECTOR_ORIGINATION, context, voiceConnectorId);
  }

  private static Route read(OriginationRouteRecord row) {
    return new Route(
        row.getHost(),
        row.getPort(),
        requireNonNull(OriginationRouteProtocol.fromValue(row.getProtocol())),
        row.getPriority(),
        row.getWeight());
  }
}

package org.carillon.server.trunks.connectorsettings;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.schema.Tables.ORIGINATION_ROUTE;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_ORIGINATION;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.OriginationRouteProtocol;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.OriginationRouteRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;

/** The origination settings of Voice Connectors: a row each, and one for every route. */
final class OriginationStore {

  private static final Query<Boolean> DISABLED =
      Query.of(
          sql ->
              sql.selectFrom(VOICE_CONNECTOR_ORIGINATION)
                  .where(ConnectorSettingSql.ofConnector(VOICE_CONNECTOR_ORIGINATION)),
          row -> row.get(VOICE_CONNECTOR_ORIGINATION.IS_DISABLED));

  private static final Query<Route> ROUTES =
      Query.of(
          sql ->
              sql.selectFrom(ORIGINATION_ROUTE)
                  .where(ConnectorSettingSql.ofConnector(ORIGINATION_ROUTE))
                  .orderBy(ORIGINATION_ROUTE.POSITION),
          OriginationStore::read);

  private static final Query<CallRoute> ENABLED_ROUTES =
      Query.of(
          sql ->
              sql.select(ORIGINATION_ROUTE.fields())
                  .from(ORIGINATION_ROUTE)
                  .join(VOICE_CONNECTOR_ORIGINATION)
                  .on(
                      VOICE_CONNECTOR_ORIGINATION.ORGANIZATION_ID.eq(
                          ORIGINATION_ROUTE.ORGANIZATION_ID))
                  .and(
                      VOICE_CONNECTOR_ORIGINATION.VOICE_CONNECTOR_ID.eq(
                          ORIGINATION_ROUTE.VOICE_CONNECTOR_ID))
                  .where(ContextSql.ofOrganization(ORIGINATION_ROUTE.ORGANIZATION_ID))
                  .and(among(ORIGINATION_ROUTE.VOICE_CONNECTOR_ID))
                  .and(
                      VOICE_CONNECTOR_ORIGINATION.IS_DISABLED.eq(
                          inline(false, VOICE_CONNECTOR_ORIGINATION.IS_DISABLED)))
                  .orderBy(
                      ORIGINATION_ROUTE.PRIORITY,
                      ORIGINATION_ROUTE.WEIGHT.desc(),
                      ORIGINATION_ROUTE.POSITION),
          row ->
              new CallRoute(
                  row.get(ORIGINATION_ROUTE.VOICE_CONNECTOR_ID),
                  row.get(ORIGINATION_ROUTE.HOST),
                  row.get(ORIGINATION_ROUTE.PORT),
                  row.get(ORIGINATION_ROUTE.PROTOCOL),
                  row.get(ORIGINATION_ROUTE.PRIORITY),
                  row.get(ORIGINATION_ROUTE.WEIGHT)));

  private static final Command ADD =
      Command.insert(
          VOICE_CONNECTOR_ORIGINATION,
          VOICE_CONNECTOR_ORIGINATION.ORGANIZATION_ID,
          VOICE_CONNECTOR_ORIGINATION.VOICE_CONNECTOR_ID,
          VOICE_CONNECTOR_ORIGINATION.IS_DISABLED);
  private static final RecordCommand<OriginationRouteRecord> ADD_ROUTES =
      RecordCommand.insert(ORIGINATION_ROUTE);
  private static final Command CLEAR_ROUTES = ConnectorSettingSql.clear(ORIGINATION_ROUTE);
  private static final Command CLEAR = ConnectorSettingSql.clear(VOICE_CONNECTOR_ORIGINATION);

  Optional<TrunkOrigination> find(OperationContext context, String voiceConnectorId) {
    Argument connector = ConnectorSettingSql.connector(context, voiceConnectorId);
    return DISABLED
        .find(context.transaction(), connector)
        .map(disabled ->
            new TrunkOrigination(ROUTES.list(context.transaction(), connector), disabled));
  }

  /** The routes of those connectors whose origination is on, the first to be tried first. */
  Map<String, List<CallRoute>> enabledRoutes(
      OperationContext context, Collection<String> voiceConnectorIds) {
    return ENABLED_ROUTES
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(ORIGINATION_ROUTE.VOICE_CONNECTOR_ID, voiceConnectorIds))
        .stream()
        .collect(groupingBy(CallRoute::voiceConnectorId));
  }

  /** Replaces the origination of a locked connector. */
  void put(OperationContext context, String voiceConnectorId, TrunkOrigination origination) {
    clear(context, voiceConnectorId);
    ADD.run(
        context.transaction(),
        Argument.of(VOICE_CONNECTOR_ORIGINATION.ORGANIZATION_ID, context.organizationId()),
        Argument.of(VOICE_CONNECTOR_ORIGINATION.VOICE_CONNECTOR_ID, voiceConnectorId),
        Argument.of(VOICE_CONNECTOR_ORIGINATION.IS_DISABLED, origination.disabled()));
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
    rows.forEach(row -> row.touched(true));
    ADD_ROUTES.runAll(context.transaction(), rows);
  }

  void clear(OperationContext context, String voiceConnectorId) {
    Argument connector = ConnectorSettingSql.connector(context, voiceConnectorId);
    CLEAR_ROUTES.run(context.transaction(), connector);
    CLEAR.run(context.transaction(), connector);
  }

  private static Route read(Row row) {
    return new Route(
        row.get(ORIGINATION_ROUTE.HOST),
        row.get(ORIGINATION_ROUTE.PORT),
        requireNonNull(OriginationRouteProtocol.fromValue(row.get(ORIGINATION_ROUTE.PROTOCOL))),
        row.get(ORIGINATION_ROUTE.PRIORITY),
        row.get(ORIGINATION_ROUTE.WEIGHT));
  }
}

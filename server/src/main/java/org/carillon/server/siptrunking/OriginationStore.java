package org.carillon.server.siptrunking;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.platform.db.schema.Tables.ORIGINATION_ROUTE;
import static org.carillon.server.platform.db.schema.Tables.VOICE_CONNECTOR_ORIGINATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.api.model.OriginationRouteProtocol;
import org.carillon.server.platform.db.schema.tables.records.OriginationRouteRecord;
import org.carillon.server.platform.operations.Call;

/** The origination settings of Voice Connectors: a row each, and one for every route. */
final class OriginationStore {

  Optional<TrunkOrigination> find(Call call, String voiceConnectorId) {
    return call.transaction()
        .sql()
        .selectFrom(VOICE_CONNECTOR_ORIGINATION)
        .where(ConnectorRows.of(VOICE_CONNECTOR_ORIGINATION, call, voiceConnectorId))
        .fetchOptional(
            row -> new TrunkOrigination(routes(call, voiceConnectorId), row.getIsDisabled()));
  }

  private static List<Route> routes(Call call, String voiceConnectorId) {
    return call.transaction()
        .sql()
        .selectFrom(ORIGINATION_ROUTE)
        .where(ConnectorRows.of(ORIGINATION_ROUTE, call, voiceConnectorId))
        .orderBy(ORIGINATION_ROUTE.POSITION)
        .fetch(OriginationStore::read);
  }

  /** Replaces what a locked connector has. */
  void put(Call call, String voiceConnectorId, TrunkOrigination origination) {
    clear(call, voiceConnectorId);
    call.transaction()
        .sql()
        .insertInto(VOICE_CONNECTOR_ORIGINATION)
        .set(VOICE_CONNECTOR_ORIGINATION.ORGANIZATION_ID, call.organizationId())
        .set(VOICE_CONNECTOR_ORIGINATION.VOICE_CONNECTOR_ID, voiceConnectorId)
        .set(VOICE_CONNECTOR_ORIGINATION.IS_DISABLED, origination.disabled())
        .execute();
    List<OriginationRouteRecord> rows = new ArrayList<>();
    for (Route route : origination.routes()) {
      rows.add(
          new OriginationRouteRecord(
              call.organizationId(),
              voiceConnectorId,
              rows.size(),
              route.host(),
              route.port(),
              route.protocol().value(),
              route.priority(),
              route.weight()));
    }
    call.transaction().sql().batchInsert(rows).execute();
  }

  void clear(Call call, String voiceConnectorId) {
    ConnectorRows.clear(ORIGINATION_ROUTE, call, voiceConnectorId);
    ConnectorRows.clear(VOICE_CONNECTOR_ORIGINATION, call, voiceConnectorId);
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

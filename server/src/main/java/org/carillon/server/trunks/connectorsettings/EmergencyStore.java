package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.EMERGENCY_ROUTE;

import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.db.schema.tables.records.EmergencyRouteRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;

/** The routes of emergency calls through Voice Connectors, a row for each country. */
final class EmergencyStore {

  /** In the order in which they were given; empty when emergency calling is not configured. */
  List<EmergencyRoute> list(OperationContext context, String voiceConnectorId) {
    return context
        .transaction()
        .sql()
        .selectFrom(EMERGENCY_ROUTE)
        .where(ConnectorSettingSql.of(EMERGENCY_ROUTE, context, voiceConnectorId))
        .orderBy(EMERGENCY_ROUTE.POSITION)
        .fetch(EmergencyStore::read);
  }

  private static EmergencyRoute read(EmergencyRouteRecord row) {
    return new EmergencyRoute(
        row.getCountry(),
        new E164(row.getEmergencyNumber()),
        row.getTestNumber() == null ? null : new E164(row.getTestNumber()));
  }

  /** Replaces the routes of a locked connector. */
  void put(OperationContext context, String voiceConnectorId, List<EmergencyRoute> routes) {
    clear(context, voiceConnectorId);
    List<EmergencyRouteRecord> rows = new ArrayList<>();
    for (EmergencyRoute route : routes) {
      rows.add(
          new EmergencyRouteRecord(
              context.organizationId(),
              voiceConnectorId,
              rows.size(),
              route.country(),
              route.emergencyNumber().text(),
              route.testNumber() == null ? null : route.testNumber().text()));
    }
    context.transaction().sql().batchInsert(rows).execute();
  }

  void clear(OperationContext context, String voiceConnectorId) {
    ConnectorSettingSql.clear(EMERGENCY_ROUTE, context, voiceConnectorId);
  }

  /**
   * Refuses to delete, disable or empty a setting that emergency calls need.
   *
   * @param needed the setting's name in the API
   * @throws org.carillon.api.model.BadRequestException when emergency calling is configured
   */
  void refuseConfigured(OperationContext context, String voiceConnectorId, String needed) {
    if (!list(context, voiceConnectorId).isEmpty()) {
      throw Refusal.badRequest(
          "emergency calling is configured for Voice Connector "
              + voiceConnectorId
              + " and needs its "
              + needed
              + "; delete the emergency calling configuration first");
    }
  }
}

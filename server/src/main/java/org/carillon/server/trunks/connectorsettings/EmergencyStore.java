package org.carillon.server.trunks.connectorsettings;

import static org.carillon.platform.db.schema.Tables.EMERGENCY_ROUTE;

import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.EmergencyRouteRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;

/** The routes of emergency calls through Voice Connectors, a row for each country. */
final class EmergencyStore {

  private static final Query<EmergencyRoute> ALL =
      Query.of(
          sql ->
              sql.selectFrom(EMERGENCY_ROUTE)
                  .where(ConnectorSettingSql.ofConnector(EMERGENCY_ROUTE))
                  .orderBy(EMERGENCY_ROUTE.POSITION),
          EmergencyStore::read);

  private static final RecordCommand<EmergencyRouteRecord> ADD =
      RecordCommand.insert(EMERGENCY_ROUTE);
  private static final Command CLEAR = ConnectorSettingSql.clear(EMERGENCY_ROUTE);

  /** In the order in which they were given; empty when emergency calling is not configured. */
  List<EmergencyRoute> list(OperationContext context, String voiceConnectorId) {
    return ALL.list(
        context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
  }

  private static EmergencyRoute read(Row row) {
    String testNumber = row.get(EMERGENCY_ROUTE.TEST_NUMBER);
    return new EmergencyRoute(
        row.get(EMERGENCY_ROUTE.COUNTRY),
        new E164(row.get(EMERGENCY_ROUTE.EMERGENCY_NUMBER)),
        testNumber == null ? null : new E164(testNumber));
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
    rows.forEach(row -> row.touched(true));
    ADD.runAll(context.transaction(), rows);
  }

  void clear(OperationContext context, String voiceConnectorId) {
    CLEAR.run(context.transaction(), ConnectorSettingSql.connector(context, voiceConnectorId));
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

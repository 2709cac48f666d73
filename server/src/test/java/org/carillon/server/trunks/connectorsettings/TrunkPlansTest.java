package org.carillon.server.trunks.connectorsettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.DNISEmergencyCallingConfiguration;
import org.carillon.api.model.EmergencyCallingConfiguration;
import org.carillon.api.model.GetVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.model.GetVoiceConnectorLoggingConfigurationInput;
import org.carillon.api.model.GetVoiceConnectorOriginationInput;
import org.carillon.api.model.GetVoiceConnectorTerminationHealthInput;
import org.carillon.api.model.GetVoiceConnectorTerminationInput;
import org.carillon.api.model.ListVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PutVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.QueryPlans;
import org.carillon.server.testing.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That settings are found by the key of their connector; SQLite tells for small tables too. */
final class TrunkPlansTest {

  private final ConfiguredTrunks trunks;
  private final Tenant bells;

  TrunkPlansTest(@TempDir Path folder) {
    trunks = new ConfiguredTrunks(Engine.SQLITE, folder);
    bells = trunks.server().organization();
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  @Test
  void everySettingIsFoundByItsConnector() {
    String lobby = trunks.connector(bells);
    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION);
    trunks.originate(bells, lobby, "pbx.example");
    bells.call(
        Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
        new PutVoiceConnectorEmergencyCallingConfigurationInput(
            lobby,
            new EmergencyCallingConfiguration(
                List.of(new DNISEmergencyCallingConfiguration("+12065550911", null, "US")))));
    keyed(
        Operations.GET_VOICE_CONNECTOR_TERMINATION,
        new GetVoiceConnectorTerminationInput(lobby),
        "voice_connector_termination");
    keyed(
        Operations.GET_VOICE_CONNECTOR_ORIGINATION,
        new GetVoiceConnectorOriginationInput(lobby),
        "voice_connector_origination",
        "origination_route");
    keyed(
        Operations.GET_VOICE_CONNECTOR_TERMINATION_HEALTH,
        new GetVoiceConnectorTerminationHealthInput(lobby),
        "termination_health");
    keyed(
        Operations.GET_VOICE_CONNECTOR_LOGGING_CONFIGURATION,
        new GetVoiceConnectorLoggingConfigurationInput(lobby),
        "voice_connector_logging");
    keyed(
        Operations.GET_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
        new GetVoiceConnectorEmergencyCallingConfigurationInput(lobby),
        "emergency_route");
    keyed(
        Operations.LIST_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
        new ListVoiceConnectorTerminationCredentialsInput(lobby),
        "termination_credential");
  }

  private <I> void keyed(OperationShape<I, ?> shape, I input, String... tables) {
    QueryPlans plans = bells.plans(shape, input).use();
    for (String table : tables) {
      List<String> steps =
          plans.steps().stream().filter(step -> step.startsWith("SEARCH " + table + " ")).toList();
      assertEquals(1, steps.size(), plans.toString());
      assertTrue(steps.getFirst().contains("(voice_connector_id=?"), plans.toString());
    }
  }
}

package org.carillon.server;

import java.util.List;
import java.util.Set;
import org.carillon.api.model.DNISEmergencyCallingConfiguration;
import org.carillon.api.model.EmergencyCallingConfiguration;
import org.carillon.api.model.Operations;
import org.carillon.api.model.Origination;
import org.carillon.api.model.OriginationRoute;
import org.carillon.api.model.PutVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.model.PutVoiceConnectorOriginationInput;
import org.carillon.api.model.PutVoiceConnectorTerminationInput;
import org.carillon.api.model.Termination;
import org.carillon.api.shape.OperationShape;
import org.carillon.server.testing.Tenant;

/** Gives a Voice Connector the settings that an operation needs to find. */
final class TrunkSetup {

  private static final Set<OperationShape<?, ?>> CONFIGURED =
      Set.of(
          Operations.GET_VOICE_CONNECTOR_TERMINATION,
          Operations.GET_VOICE_CONNECTOR_ORIGINATION,
          Operations.GET_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
          Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
          Operations.DELETE_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION);

  private TrunkSetup() {}

  static void prepare(Tenant tenant, String connector, OperationShape<?, ?> operation) {
    if (!CONFIGURED.contains(operation)) {
      return;
    }
    tenant.call(
        Operations.PUT_VOICE_CONNECTOR_TERMINATION,
        new PutVoiceConnectorTerminationInput(
            connector,
            Termination.builder()
                .callingRegions(List.of("CA"))
                .cidrAllowedList(List.of("192.0.2.0/24"))
                .build()));
    tenant.call(
        Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
        new PutVoiceConnectorOriginationInput(
            connector,
            new Origination(
                List.of(OriginationRoute.builder().host("desk.example").build()), null)));
    tenant.call(
        Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
        new PutVoiceConnectorEmergencyCallingConfigurationInput(
            connector,
            new EmergencyCallingConfiguration(
                List.of(new DNISEmergencyCallingConfiguration("+15005550912", null, "CA")))));
  }
}

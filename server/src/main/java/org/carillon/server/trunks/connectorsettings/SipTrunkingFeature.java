package org.carillon.server.trunks.connectorsettings;

import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.Limits;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.calls.resolver.TrunkRoutes;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;
import org.carillon.server.trunks.connectors.VoiceConnectorsFeature;

/** The settings of Voice Connectors: operations, and the parts that other features use. */
public final class SipTrunkingFeature implements Feature {

  private static final Limit CALLS_PER_SECOND =
      Limit.adjustable(
          "calls-per-second",
          100,
          1_000_000,
          "calls that begin in a second",
          "a Voice Connector",
          "lower it");

  /** The limits of the feature. */
  public static final List<Limit> LIMITS =
      List.of(CALLS_PER_SECOND, TerminationCredentials.OF_A_CONNECTOR);

  private final TerminationStore terminations = new TerminationStore();
  private final OriginationStore originations = new OriginationStore();
  private final EmergencyStore emergencies = new EmergencyStore();
  private final LoggingStore logging = new LoggingStore();
  private final HealthStore health = new HealthStore();
  private final TerminationCredentials credentials;
  private final VoiceConnectorsFeature voiceConnectors;
  private final VoiceConnectorStore connectors;
  private final DefaultNumber defaultNumber;
  private final Limits limits;

  /** The settings of those Voice Connectors. */
  public SipTrunkingFeature(
      Platform platform, NumbersFeature numbers, VoiceConnectorsFeature voiceConnectors) {
    this.voiceConnectors = voiceConnectors;
    this.connectors = voiceConnectors.connectors();
    this.defaultNumber = new DefaultNumber(connectors, numbers);
    this.credentials = new TerminationCredentials(platform.vault());
    this.limits = platform.limits();
  }

  /** Returns the credentials of equipment, for a SIP engine. */
  TerminationCredentials credentials() {
    return credentials;
  }

  /** Erases all settings of a deleted connector, its sealed passwords among them. */
  public void erase(OperationContext context, String voiceConnectorId) {
    terminations.clear(context, voiceConnectorId);
    credentials.clear(context, voiceConnectorId);
    health.clear(context, voiceConnectorId);
    originations.clear(context, voiceConnectorId);
    emergencies.clear(context, voiceConnectorId);
    logging.clear(context, voiceConnectorId);
  }

  /** Returns the routes of trunks. */
  public TrunkRoutes routes() {
    return new OriginationRoutes(originations, voiceConnectors);
  }

  /** The operations on the settings of Voice Connectors. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return Stream.of(ofTermination(), ofEquipment(), ofOrigination(), ofEmergencies(), ofLogs())
        .<OperationBinding<?, ?>>flatMap(List::stream)
        .toList();
  }

  private List<OperationBinding<?, ?>> ofTermination() {
    return List.of(
        new OperationBinding<>(
            Operations.GET_VOICE_CONNECTOR_TERMINATION,
            new GetVoiceConnectorTermination(connectors, terminations, defaultNumber)),
        new OperationBinding<>(
            Operations.PUT_VOICE_CONNECTOR_TERMINATION,
            new PutVoiceConnectorTermination(
                connectors, terminations, emergencies, defaultNumber, limits.of(CALLS_PER_SECOND))),
        new OperationBinding<>(
            Operations.DELETE_VOICE_CONNECTOR_TERMINATION,
            new DeleteVoiceConnectorTermination(connectors, terminations, emergencies)));
  }

  private List<OperationBinding<?, ?>> ofEquipment() {
    return List.of(
        new OperationBinding<>(
            Operations.LIST_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
            new ListVoiceConnectorTerminationCredentials(connectors, credentials)),
        new OperationBinding<>(
            Operations.PUT_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
            new PutVoiceConnectorTerminationCredentials(connectors, credentials)),
        new OperationBinding<>(
            Operations.DELETE_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
            new DeleteVoiceConnectorTerminationCredentials(connectors, credentials)),
        new OperationBinding<>(
            Operations.GET_VOICE_CONNECTOR_TERMINATION_HEALTH,
            new GetVoiceConnectorTerminationHealth(connectors, health)),
        new OperationBinding<>(
            Operations.REPORT_VOICE_CONNECTOR_TERMINATION_HEALTH,
            new ReportVoiceConnectorTerminationHealth(connectors, health)));
  }

  private List<OperationBinding<?, ?>> ofOrigination() {
    return List.of(
        new OperationBinding<>(
            Operations.GET_VOICE_CONNECTOR_ORIGINATION,
            new GetVoiceConnectorOrigination(connectors, originations)),
        new OperationBinding<>(
            Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
            new PutVoiceConnectorOrigination(connectors, originations, emergencies)),
        new OperationBinding<>(
            Operations.DELETE_VOICE_CONNECTOR_ORIGINATION,
            new DeleteVoiceConnectorOrigination(connectors, originations, emergencies)));
  }

  private List<OperationBinding<?, ?>> ofEmergencies() {
    return List.of(
        new OperationBinding<>(
            Operations.GET_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
            new GetVoiceConnectorEmergencyCallingConfiguration(connectors, emergencies)),
        new OperationBinding<>(
            Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
            new PutVoiceConnectorEmergencyCallingConfiguration(
                connectors, terminations, originations, emergencies)),
        new OperationBinding<>(
            Operations.DELETE_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
            new DeleteVoiceConnectorEmergencyCallingConfiguration(connectors, emergencies)));
  }

  private List<OperationBinding<?, ?>> ofLogs() {
    return List.of(
        new OperationBinding<>(
            Operations.GET_VOICE_CONNECTOR_LOGGING_CONFIGURATION,
            new GetVoiceConnectorLoggingConfiguration(connectors, logging)),
        new OperationBinding<>(
            Operations.PUT_VOICE_CONNECTOR_LOGGING_CONFIGURATION,
            new PutVoiceConnectorLoggingConfiguration(connectors, logging)));
  }
}

package org.carillon.server.trunks.connectorsettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.DNISEmergencyCallingConfiguration;
import org.carillon.api.model.DeleteVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.model.DeleteVoiceConnectorInput;
import org.carillon.api.model.DeleteVoiceConnectorOriginationInput;
import org.carillon.api.model.DeleteVoiceConnectorTerminationInput;
import org.carillon.api.model.EmergencyCallingConfiguration;
import org.carillon.api.model.GetVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.model.GetVoiceConnectorLoggingConfigurationInput;
import org.carillon.api.model.GetVoiceConnectorOriginationInput;
import org.carillon.api.model.LoggingConfiguration;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.Origination;
import org.carillon.api.model.OriginationRoute;
import org.carillon.api.model.OriginationRouteProtocol;
import org.carillon.api.model.PutVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.model.PutVoiceConnectorLoggingConfigurationInput;
import org.carillon.api.model.PutVoiceConnectorOriginationInput;
import org.carillon.api.model.PutVoiceConnectorTerminationInput;
import org.carillon.api.model.ReportVoiceConnectorTerminationHealthInput;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Origination, emergency calling and logs of a Voice Connector, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TrunkSettingsTest {

  private static final EmergencyCallingConfiguration EMERGENCY =
      new EmergencyCallingConfiguration(
          List.of(
              new DNISEmergencyCallingConfiguration("+12065550911", "+12065550933", "US"),
              new DNISEmergencyCallingConfiguration("+12065550912", null, "CA")));

  private final ConfiguredTrunks trunks;
  private final Tenant bells;
  private final String lobby;

  TrunkSettingsTest(Engine engine, @TempDir Path folder) {
    trunks = new ConfiguredTrunks(engine, folder);
    bells = trunks.server().organization();
    lobby = trunks.connector(bells);
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private <I, O> O run(OperationShape<I, O> shape, I input) {
    return bells.call(shape, input);
  }

  private <I> String refusal(OperationShape<I, ?> shape, I input) {
    return String.valueOf(
        assertThrows(BadRequestException.class, () -> run(shape, input)).getMessage());
  }

  private <I> String absence(OperationShape<I, ?> shape, Function<String, I> input) {
    return String.valueOf(
        assertThrows(NotFoundException.class, () -> run(shape, input.apply(lobby))).getMessage());
  }

  private @Nullable Origination origination() {
    return run(
            Operations.GET_VOICE_CONNECTOR_ORIGINATION,
            new GetVoiceConnectorOriginationInput(lobby))
        .origination();
  }

  private @Nullable LoggingConfiguration logging() {
    return run(
            Operations.GET_VOICE_CONNECTOR_LOGGING_CONFIGURATION,
            new GetVoiceConnectorLoggingConfigurationInput(lobby))
        .loggingConfiguration();
  }

  private @Nullable EmergencyCallingConfiguration emergency() {
    return run(
            Operations.GET_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
            new GetVoiceConnectorEmergencyCallingConfigurationInput(lobby))
        .emergencyCallingConfiguration();
  }

  private static PutVoiceConnectorEmergencyCallingConfigurationInput emergency(
      String connector, DNISEmergencyCallingConfiguration... entries) {
    return new PutVoiceConnectorEmergencyCallingConfigurationInput(
        connector, new EmergencyCallingConfiguration(List.of(entries)));
  }

  private void putEmergency() {
    run(
        Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
        new PutVoiceConnectorEmergencyCallingConfigurationInput(lobby, EMERGENCY));
  }

  @Test
  void originationIsSetWithoutTerminationReplacedAndDeleted() {
    absence(Operations.GET_VOICE_CONNECTOR_ORIGINATION, GetVoiceConnectorOriginationInput::new);
    List<OriginationRoute> routes =
        List.of(
            new OriginationRoute("b.example", 0, OriginationRouteProtocol.TCP, 100, 1),
            new OriginationRoute("a.example", 65535, OriginationRouteProtocol.UDP, 1, 100));
    run(
        Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
        new PutVoiceConnectorOriginationInput(lobby, new Origination(routes, null)));
    assertEquals(new Origination(routes, false), origination());

    run(
        Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
        new PutVoiceConnectorOriginationInput(lobby, new Origination(null, true)));
    assertEquals(new Origination(List.of(), true), origination());

    for (int time = 0; time < 2; time++) {
      run(
          Operations.DELETE_VOICE_CONNECTOR_ORIGINATION,
          new DeleteVoiceConnectorOriginationInput(lobby));
    }
    assertEquals(
        "Voice Connector Lobby ("
            + lobby
            + ") has no origination; it was never set, or was deleted",
        absence(
            Operations.GET_VOICE_CONNECTOR_ORIGINATION, GetVoiceConnectorOriginationInput::new));
  }

  @Test
  void nothingIsLoggedUntilSomebodySaysSo() {
    assertEquals(new LoggingConfiguration(false, false), logging());
    for (LoggingConfiguration wanted :
        List.of(new LoggingConfiguration(true, null), new LoggingConfiguration(false, true))) {
      LoggingConfiguration answered =
          run(
                  Operations.PUT_VOICE_CONNECTOR_LOGGING_CONFIGURATION,
                  new PutVoiceConnectorLoggingConfigurationInput(lobby, wanted))
              .loggingConfiguration();
      assertEquals(
          new LoggingConfiguration(
              wanted.enableSIPLogs(), Boolean.TRUE.equals(wanted.enableMediaMetricLogs())),
          answered);
      assertEquals(answered, logging());
    }
  }

  @Test
  void emergencyCallingNeedsBothDirections() {
    PutVoiceConnectorEmergencyCallingConfigurationInput wanted =
        new PutVoiceConnectorEmergencyCallingConfigurationInput(lobby, EMERGENCY);
    String needed =
        "emergency calling needs termination, and origination with a route, that are not disabled;"
            + " the %s of Voice Connector Lobby ("
            + lobby
            + ") is disabled%s or was never set; set it first";
    assertEquals(
        needed.formatted("termination", ""),
        refusal(Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION, wanted));
    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION);
    assertEquals(
        needed.formatted("origination", ", has no route"),
        refusal(Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION, wanted));
    run(
        Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
        new PutVoiceConnectorOriginationInput(lobby, new Origination(List.of(), false)));
    assertEquals(
        needed.formatted("origination", ", has no route"),
        refusal(Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION, wanted));
    trunks.originate(bells, lobby, "pbx.example");
    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION.toBuilder().disabled(true).build());
    assertEquals(
        needed.formatted("termination", ""),
        refusal(Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION, wanted));
    absence(
        Operations.GET_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
        GetVoiceConnectorEmergencyCallingConfigurationInput::new);

    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION);
    putEmergency();
    assertEquals(EMERGENCY, emergency());
    assertEquals(
        "emergency calling is configured for Voice Connector "
            + lobby
            + " and needs its termination; delete the emergency calling configuration first",
        refusal(
            Operations.DELETE_VOICE_CONNECTOR_TERMINATION,
            new DeleteVoiceConnectorTerminationInput(lobby)));
    refusal(
        Operations.DELETE_VOICE_CONNECTOR_ORIGINATION,
        new DeleteVoiceConnectorOriginationInput(lobby));

    for (int time = 0; time < 2; time++) {
      run(
          Operations.DELETE_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
          new DeleteVoiceConnectorEmergencyCallingConfigurationInput(lobby));
    }
    run(
        Operations.DELETE_VOICE_CONNECTOR_TERMINATION,
        new DeleteVoiceConnectorTerminationInput(lobby));
    assertEquals(
        "Voice Connector Lobby ("
            + lobby
            + ") has no emergency calling configuration; it was never set, or was deleted",
        absence(
            Operations.GET_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
            GetVoiceConnectorEmergencyCallingConfigurationInput::new));
  }

  @Test
  void whatEmergencyCallingNeedsIsNeitherDisabledNorEmptied() {
    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION);
    trunks.originate(bells, lobby, "pbx.example");
    Origination before = origination();
    putEmergency();
    PutVoiceConnectorTerminationInput noneOut =
        new PutVoiceConnectorTerminationInput(
            lobby, ConfiguredTrunks.TERMINATION.toBuilder().disabled(true).build());
    assertEquals(
        "emergency calling is configured for Voice Connector "
            + lobby
            + " and needs its termination; delete the emergency calling configuration first",
        refusal(Operations.PUT_VOICE_CONNECTOR_TERMINATION, noneOut));
    List<OriginationRoute> routes =
        List.of(OriginationRoute.builder().host("other.example").build());
    for (Origination noneIn :
        List.of(
            new Origination(routes, true),
            new Origination(List.of(), false),
            new Origination(null, false))) {
      assertEquals(
          "emergency calling is configured for Voice Connector "
              + lobby
              + " and needs its origination; delete the emergency calling configuration first",
          refusal(
              Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
              new PutVoiceConnectorOriginationInput(lobby, noneIn)));
    }
    assertEquals(before, origination());
    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION.toBuilder().cpsLimit(1).build());
    trunks.originate(bells, lobby, "other.example");

    run(
        Operations.DELETE_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
        new DeleteVoiceConnectorEmergencyCallingConfigurationInput(lobby));
    run(Operations.PUT_VOICE_CONNECTOR_TERMINATION, noneOut);
  }

  @Test
  void emergencyNumbersAreWholeAndCountriesOnce() {
    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION);
    trunks.originate(bells, lobby, "pbx.example");
    OperationShape<PutVoiceConnectorEmergencyCallingConfigurationInput, ?> put =
        Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION;
    assertEquals(
        "EmergencyPhoneNumber 911 is an emergency number; write a number in E.164, such as"
            + " +12065550100",
        refusal(put, emergency(lobby, new DNISEmergencyCallingConfiguration("911", null, "US"))));
    assertEquals(
        "CallingCountry ZZ is not a country code (ISO 3166-1 alpha-2)",
        refusal(
            put,
            emergency(lobby, new DNISEmergencyCallingConfiguration("+12065550911", null, "ZZ"))));
    assertEquals(
        "TestPhoneNumber +12065550911 is the EmergencyPhoneNumber; choose another number, since a"
            + " test must not call it",
        refusal(
            put,
            emergency(
                lobby,
                new DNISEmergencyCallingConfiguration("+12065550911", "+12065550911", "US"))));
    assertEquals(
        "DNIS lists CallingCountry US twice; list each country once",
        refusal(
            put,
            emergency(
                lobby,
                new DNISEmergencyCallingConfiguration("+12065550911", null, "US"),
                new DNISEmergencyCallingConfiguration("+12065550912", null, "US"))));
  }

  @Test
  void settingsGoWithTheirConnectorAndNoOther() {
    String other = trunks.connector(bells);
    for (String connector : List.of(lobby, other)) {
      trunks.terminate(bells, connector, ConfiguredTrunks.TERMINATION);
      trunks.originate(bells, connector, "pbx.example");
      trunks.credentials(bells, connector, TerminationCredentialsTest.PBX);
      run(
          Operations.REPORT_VOICE_CONNECTOR_TERMINATION_HEALTH,
          new ReportVoiceConnectorTerminationHealthInput(connector, "198.51.100.7"));
      run(
          Operations.PUT_VOICE_CONNECTOR_LOGGING_CONFIGURATION,
          new PutVoiceConnectorLoggingConfigurationInput(
              connector, new LoggingConfiguration(true, true)));
      run(
          Operations.PUT_VOICE_CONNECTOR_EMERGENCY_CALLING_CONFIGURATION,
          new PutVoiceConnectorEmergencyCallingConfigurationInput(connector, EMERGENCY));
    }
    run(Operations.DELETE_VOICE_CONNECTOR, new DeleteVoiceConnectorInput(lobby));

    for (String table :
        List.of(
            "voice_connector_termination",
            "termination_credential",
            "termination_health",
            "voice_connector_origination",
            "origination_route",
            "emergency_route",
            "voice_connector_logging")) {
      assertEquals(
          List.of(other),
          bells.read(context ->
              context
                  .transaction()
                  .sql()
                  .fetch("select distinct voice_connector_id from " + table)
                  .getValues(0, String.class)),
          table);
    }
    absence(Operations.GET_VOICE_CONNECTOR_ORIGINATION, GetVoiceConnectorOriginationInput::new);
  }
}

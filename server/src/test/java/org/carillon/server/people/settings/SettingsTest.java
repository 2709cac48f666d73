package org.carillon.server.people.settings;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.BusinessCallingSettings;
import org.carillon.api.model.GetGlobalSettingsInput;
import org.carillon.api.model.GetGlobalSettingsOutput;
import org.carillon.api.model.GetPhoneNumberSettingsInput;
import org.carillon.api.model.GetPhoneNumberSettingsOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UpdateGlobalSettingsInput;
import org.carillon.api.model.UpdatePhoneNumberSettingsInput;
import org.carillon.api.model.VoiceConnectorSettings;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings of organizations, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SettingsTest {

  private final TestServer server;
  private final Tenant bells;

  SettingsTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private GetGlobalSettingsOutput global(Tenant organization) {
    return organization.call(Operations.GET_GLOBAL_SETTINGS, new GetGlobalSettingsInput());
  }

  private void put(
      @Nullable BusinessCallingSettings business, @Nullable VoiceConnectorSettings connectors) {
    bells.call(
        Operations.UPDATE_GLOBAL_SETTINGS, new UpdateGlobalSettingsInput(business, connectors));
  }

  private GetPhoneNumberSettingsOutput numbers(Tenant organization) {
    return organization.call(
        Operations.GET_PHONE_NUMBER_SETTINGS, new GetPhoneNumberSettingsInput());
  }

  private void call(Tenant organization, String name) {
    organization.call(
        Operations.UPDATE_PHONE_NUMBER_SETTINGS, new UpdatePhoneNumberSettingsInput(name));
  }

  @Test
  void groupLeftOutKeepsItsBucketAndOneWithoutABucketLosesIt() {
    assertEquals(new GetGlobalSettingsOutput(null, null), global(bells));
    put(new BusinessCallingSettings("calls"), null);
    put(null, new VoiceConnectorSettings("trunks"));
    assertEquals(
        new GetGlobalSettingsOutput(
            new BusinessCallingSettings("calls"), new VoiceConnectorSettings("trunks")),
        global(bells));
    put(new BusinessCallingSettings(null), null);
    assertEquals(
        new GetGlobalSettingsOutput(null, new VoiceConnectorSettings("trunks")), global(bells));
  }

  @Test
  void defaultCallingNameChangesOnceInSevenDays() {
    assertEquals(new GetPhoneNumberSettingsOutput(null, null), numbers(bells));
    call(bells, "");
    assertNull(numbers(bells).callingNameUpdatedTimestamp());
    Instant begin = server.now();
    server.pass(Duration.ofDays(1));
    put(new BusinessCallingSettings("calls"), null);
    server.pass(Duration.ofDays(-1));

    call(bells, "Bells");
    Instant set = requireNonNull(numbers(bells).callingNameUpdatedTimestamp());
    assertEquals("Bells", numbers(bells).callingName());

    server.pass(Duration.between(server.now(), set).plusDays(7).minusMillis(1));
    assertEquals(
        "the default calling name was changed at "
            + set
            + " and can change once in seven days; change it again from "
            + set.plus(Duration.ofDays(7))
            + " on",
        assertThrows(BadRequestException.class, () -> call(bells, "Chimes")).getMessage());
    assertThrows(BadRequestException.class, () -> call(bells, ""));
    call(bells, "Bells");
    assertEquals(new GetPhoneNumberSettingsOutput("Bells", set), numbers(bells));

    server.pass(Duration.ofSeconds(1));
    call(bells, "");
    assertEquals(new GetPhoneNumberSettingsOutput(null, server.now()), numbers(bells));
    assertEquals(
        new GetGlobalSettingsOutput(new BusinessCallingSettings("calls"), null), global(bells));
    assertEquals(begin.plus(Duration.ofDays(1)).plusNanos(1000), set);
  }

  @Test
  void anotherOrganizationHasItsOwnSettings() {
    Tenant stranger = server.organization();
    put(new BusinessCallingSettings("calls"), new VoiceConnectorSettings("trunks"));
    call(bells, "Bells");
    assertEquals(new GetGlobalSettingsOutput(null, null), global(stranger));
    assertEquals(new GetPhoneNumberSettingsOutput(null, null), numbers(stranger));
    call(stranger, "Chimes");
    assertEquals("Bells", numbers(bells).callingName());
  }
}

package org.carillon.server.trunks.connectorsettings;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorGroupInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.DeleteVoiceConnectorTerminationInput;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorInput;
import org.carillon.api.model.GetVoiceConnectorTerminationHealthInput;
import org.carillon.api.model.GetVoiceConnectorTerminationInput;
import org.carillon.api.model.NetworkType;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.ReportVoiceConnectorTerminationHealthInput;
import org.carillon.api.model.Termination;
import org.carillon.api.model.TerminationHealth;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The termination settings of a Voice Connector, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TerminationTest {

  private static final String NUMBER = "+12065550100";

  private final ConfiguredTrunks trunks;
  private final Tenant bells;
  private final String lobby;

  TerminationTest(Engine engine, @TempDir Path folder) {
    trunks = new ConfiguredTrunks(engine, folder);
    bells = trunks.server().organization();
    lobby = trunks.connector(bells);
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private @Nullable Termination get(Tenant organization) {
    return organization
        .call(
            Operations.GET_VOICE_CONNECTOR_TERMINATION,
            new GetVoiceConnectorTerminationInput(lobby))
        .termination();
  }

  private void delete(Tenant organization) {
    organization.call(
        Operations.DELETE_VOICE_CONNECTOR_TERMINATION,
        new DeleteVoiceConnectorTerminationInput(lobby));
  }

  private String refusal(Termination termination) {
    return String.valueOf(
        assertThrows(BadRequestException.class, () -> trunks.terminate(bells, lobby, termination))
            .getMessage());
  }

  private static Termination from(String number) {
    return ConfiguredTrunks.TERMINATION.toBuilder().defaultPhoneNumber(number).build();
  }

  @Test
  void terminationIsSetReplacedAndDeleted() {
    String never = assertThrows(NotFoundException.class, () -> get(bells)).getMessage();
    assertEquals(
        "Voice Connector Lobby ("
            + lobby
            + ") has no termination; it was never set, or was deleted",
        never);

    assertEquals(
        ConfiguredTrunks.TERMINATION, trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION));
    assertEquals(ConfiguredTrunks.TERMINATION, get(bells));

    Termination least =
        Termination.builder()
            .callingRegions(List.of("GB"))
            .cidrAllowedList(List.of("192.0.2.1/32"))
            .build();
    trunks.terminate(bells, lobby, least);
    assertEquals(least.toBuilder().cpsLimit(1).disabled(false).build(), get(bells));

    delete(bells);
    delete(bells);
    assertEquals(never, assertThrows(NotFoundException.class, () -> get(bells)).getMessage());
  }

  @Test
  void connectorOfAnotherOrganizationIsUnknown() {
    trunks.terminate(bells, lobby, ConfiguredTrunks.TERMINATION);
    Tenant stranger = trunks.server().organization();
    String words = "there is no Voice Connector with the id " + lobby + " in this organization";
    assertEquals(words, assertThrows(NotFoundException.class, () -> get(stranger)).getMessage());
    assertEquals(words, assertThrows(NotFoundException.class, () -> delete(stranger)).getMessage());
    assertThrows(
        NotFoundException.class,
        () -> trunks.terminate(stranger, lobby, ConfiguredTrunks.TERMINATION));
    assertEquals(ConfiguredTrunks.TERMINATION, get(bells));
  }

  @Test
  void whatIsNeededOrOutOfBoundsIsNamed() {
    assertEquals(
        "CallingRegions is empty; give at least one, a country such as US",
        refusal(Termination.builder().cidrAllowedList(List.of("10.0.0.0/8")).build()));
    assertEquals(
        "CidrAllowedList is empty; give at least one, a range such as 198.51.100.0/24",
        refusal(Termination.builder().callingRegions(List.of("US")).build()));
    assertEquals(
        "CpsLimit: the Voice Connector would have 101 calls that begin in a second, and the limit"
            + " is 100; lower it, or ask the operator to raise quota.calls-per-second",
        refusal(ConfiguredTrunks.TERMINATION.toBuilder().cpsLimit(101).build()));
    assertEquals(
        "CallingRegions ZZ is not a country code (ISO 3166-1 alpha-2)",
        refusal(
            ConfiguredTrunks.TERMINATION.toBuilder().callingRegions(List.of("US", "ZZ")).build()));
    assertEquals(
        "CallingRegions lists US twice; list each country once",
        refusal(
            ConfiguredTrunks.TERMINATION.toBuilder().callingRegions(List.of("US", "US")).build()));
    assertThrows(NotFoundException.class, () -> get(bells));
  }

  @Test
  void dualStackTakesIpv6BesideIpv4() {
    String modern = trunks.connector(bells, NetworkType.DUAL_STACK);
    List<String> ranges = List.of("198.51.100.0/24", "2001:db8::/48");
    assertEquals(
        ranges,
        trunks
            .terminate(
                bells,
                modern,
                ConfiguredTrunks.TERMINATION.toBuilder().cidrAllowedList(ranges).build())
            .cidrAllowedList());
  }

  @Test
  void defaultNumberIsFreeOrOfTheConnectorOrOfItsGroup() {
    bells.stock(NUMBER, PhoneNumberProductType.VOICE_CONNECTOR);
    assertEquals(NUMBER, trunks.terminate(bells, lobby, from(NUMBER)).defaultPhoneNumber());
    assertEquals(
        NUMBER, trunks.terminate(bells, lobby, from("%2B12065550100")).defaultPhoneNumber());

    assign(lobby, NUMBER);
    assertEquals(NUMBER, trunks.terminate(bells, lobby, from(NUMBER)).defaultPhoneNumber());

    String grouped = "+12065550101";
    bells.stock(grouped, PhoneNumberProductType.VOICE_CONNECTOR);
    assignToGroup(group(lobby), grouped);
    assertEquals(grouped, trunks.terminate(bells, lobby, from(grouped)).defaultPhoneNumber());
  }

  @Test
  void noPlusIsPutBeforeADefaultNumberThatHasNone() {
    assertEquals(
        "DefaultPhoneNumber 2065550100 is a national number; in the US or Canada write"
            + " +12065550100",
        refusal(from("2065550100")));
    assertEquals(
        "DefaultPhoneNumber 12065550100 has no plus; write +12065550100",
        refusal(from("12065550100")));
  }

  @Test
  void defaultNumberOfOthersIsRefused() {
    assertEquals(
        "DefaultPhoneNumber +12065550100 is not in the inventory of this organization",
        refusal(from(NUMBER)));
    trunks.server().organization().stock(NUMBER, PhoneNumberProductType.VOICE_CONNECTOR);
    assertEquals(
        "DefaultPhoneNumber +12065550100 is not in the inventory of this organization",
        refusal(from(NUMBER)));

    bells.stock("+12065550101", PhoneNumberProductType.BUSINESS_CALLING);
    assertEquals(
        "DefaultPhoneNumber +12065550101 is a BusinessCalling number; change its product type to"
            + " VoiceConnector first",
        refusal(from("+12065550101")));

    bells.stock("+12065550102", PhoneNumberProductType.VOICE_CONNECTOR);
    String other = trunks.connector(bells);
    assign(other, "+12065550102");
    assertEquals(
        "DefaultPhoneNumber +12065550102 is assigned to Voice Connector Lobby ("
            + other
            + ") since <time>, which is neither this Voice Connector nor one of its groups;"
            + " unassign it first",
        refusal(from("+12065550102")).replaceAll("since [^,]+", "since <time>"));

    bells.stock("+12065550103", PhoneNumberProductType.VOICE_CONNECTOR);
    String houses = group(trunks.connector(bells));
    assignToGroup(houses, "+12065550103");
    assertEquals(
        "DefaultPhoneNumber +12065550103 is assigned to Voice Connector group Houses ("
            + houses
            + ") since <time>, which is neither this Voice Connector nor one of its groups;"
            + " unassign it first",
        refusal(from("+12065550103")).replaceAll("since [^,]+", "since <time>"));

    bells.stock("+12065550104", PhoneNumberProductType.VOICE_CONNECTOR);
    bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput("+12065550104"));
    assertEquals(
        "DefaultPhoneNumber +12065550104 is not in the inventory of this organization",
        refusal(from("+12065550104")));
  }

  @Test
  void defaultNumberIsShownWhileTheConnectorCanUseIt() {
    bells.stock(NUMBER, PhoneNumberProductType.VOICE_CONNECTOR);
    trunks.terminate(bells, lobby, from(NUMBER));
    assertEquals(from(NUMBER), get(bells));
    String own = group(lobby);
    for (String group : List.of(group(trunks.connector(bells)), own)) {
      assignToGroup(group, NUMBER);
      assertEquals(group.equals(own) ? from(NUMBER) : ConfiguredTrunks.TERMINATION, get(bells));
    }
    for (String connector : List.of(trunks.connector(bells), lobby)) {
      assign(connector, NUMBER);
      assertEquals(
          connector.equals(lobby) ? from(NUMBER) : ConfiguredTrunks.TERMINATION, get(bells));
    }
    bells.call(
        Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR,
        new DisassociatePhoneNumbersFromVoiceConnectorInput(lobby, List.of(NUMBER)));
    assertEquals(from(NUMBER), get(bells));
    bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(NUMBER));
    assertEquals(ConfiguredTrunks.TERMINATION, get(bells));
  }

  @Test
  void healthIsTheLastTimeThatEquipmentWasHeard() {
    assertEquals(new TerminationHealth(null, null), health());

    record("198.51.100.7");
    assertEquals("198.51.100.7", health().source());

    trunks.server().pass(Duration.ofMinutes(1));
    record("2001:db8::7");
    assertEquals(new TerminationHealth(trunks.server().now(), "2001:db8::7"), health());

    // A clock that was set back does not make the last time an earlier one.
    Instant last = requireNonNull(health().timestamp());
    trunks.server().pass(Duration.ofMinutes(-5));
    record("198.51.100.8");
    assertEquals(new TerminationHealth(last.plusNanos(1000), "198.51.100.8"), health());

    for (String none : List.of("lobby", "0.0.0.0", "::", "239.1.2.3", "ff02::1")) {
      assertEquals(
          "Source " + none + " is not the IP address of a host",
          assertThrows(BadRequestException.class, () -> record(none)).getMessage());
    }
  }

  private TerminationHealth health() {
    return requireNonNull(
        bells
            .call(
                Operations.GET_VOICE_CONNECTOR_TERMINATION_HEALTH,
                new GetVoiceConnectorTerminationHealthInput(lobby))
            .terminationHealth());
  }

  private void record(String source) {
    bells.call(
        Operations.REPORT_VOICE_CONNECTOR_TERMINATION_HEALTH,
        new ReportVoiceConnectorTerminationHealthInput(lobby, source));
  }

  private void assign(String connector, String number) {
    bells.call(
        Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
        new AssociatePhoneNumbersWithVoiceConnectorInput(connector, List.of(number), true));
  }

  private String group(String connector) {
    return requireNonNull(
        requireNonNull(
                bells
                    .call(
                        Operations.CREATE_VOICE_CONNECTOR_GROUP,
                        new CreateVoiceConnectorGroupInput(
                            "Houses", List.of(new VoiceConnectorItem(connector, 1))))
                    .voiceConnectorGroup())
            .voiceConnectorGroupId());
  }

  private void assignToGroup(String group, String number) {
    bells.call(
        Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP,
        new AssociatePhoneNumbersWithVoiceConnectorGroupInput(group, List.of(number), true));
  }
}

package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.BatchUpdatePhoneNumberInput;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.GetBusinessCallingCountriesInput;
import org.carillon.api.model.ListSupportedPhoneNumberCountriesInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PutBusinessCallingCountriesInput;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.api.model.UpdatePhoneNumberRequestItem;
import org.carillon.platform.db.Engine;
import org.carillon.server.changes.imports.InventoryImport;
import org.carillon.server.inventory.pool.NumberFile;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An organization abroad gives its users numbers of its own country. */
@ParameterizedClass
@EnumSource(Engine.class)
final class BusinessCallingStoryTest {

  private static final String NUMBER = "+441632960123";
  private static final String REFUSAL =
      NUMBER
          + " is not a US number, so its product type can only be SipMediaApplicationDialIn; to"
          + " assign numbers of GB to users, add the country with PutBusinessCallingCountries";

  private final Engine engine;
  @TempDir private Path folder;
  private TestServer server;
  private Tenant acme;

  BusinessCallingStoryTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    server = new TestServer(engine, folder);
    acme = server.organization();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void admittedCountrysNumbersAreOrderedAndGivenToUsers() {
    assertEquals(List.of(), countries(acme));
    assertEquals(REFUSAL, refusal(() -> order(acme, PhoneNumberProductType.BUSINESS_CALLING)));

    put("GB", "DE", "US");
    assertEquals(List.of("DE", "GB"), countries(acme));
    order(acme, PhoneNumberProductType.BUSINESS_CALLING);
    server.sweep();
    String account = acme.account();
    acme.assign(account, acme.user(account, "jane@example.com"), NUMBER);
    assertEquals(PhoneNumberStatus.ASSIGNED, acme.status(NUMBER));

    put();
    assertEquals(List.of(), countries(acme));
    assertEquals(PhoneNumberStatus.ASSIGNED, acme.status(NUMBER));
    assertEquals(
        REFUSAL.replace(NUMBER, "+441632960124"),
        refusal(() -> order(acme, "+441632960124", PhoneNumberProductType.BUSINESS_CALLING)));
  }

  @Test
  void offersForBusinessCallingAreThoseOfAdmittedCountries() {
    assertEquals(List.of("US"), offered(PhoneNumberProductType.BUSINESS_CALLING));
    put("GB");
    assertEquals(List.of("GB", "US"), offered(PhoneNumberProductType.BUSINESS_CALLING));
    assertEquals(List.of("US"), offered(PhoneNumberProductType.VOICE_CONNECTOR));
  }

  private List<String> offered(PhoneNumberProductType product) {
    return acme
        .call(
            Operations.LIST_SUPPORTED_PHONE_NUMBER_COUNTRIES,
            new ListSupportedPhoneNumberCountriesInput(product))
        .phoneNumberCountries()
        .stream()
        .map(each -> String.valueOf(each.countryCode()))
        .sorted()
        .toList();
  }

  @Test
  void productTypesChangeAsTheCountriesAllow() {
    order(acme, PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    server.sweep();
    assertEquals(REFUSAL, refusal(() -> update(PhoneNumberProductType.BUSINESS_CALLING)));
    assertEquals(List.of(REFUSAL), batch(PhoneNumberProductType.BUSINESS_CALLING));
    put("GB");
    assertEquals(List.of(), batch(PhoneNumberProductType.BUSINESS_CALLING));
    update(PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    update(PhoneNumberProductType.BUSINESS_CALLING);
    assertEquals(
        NUMBER + " is not a US number, so its product type can only be SipMediaApplicationDialIn",
        refusal(() -> update(PhoneNumberProductType.VOICE_CONNECTOR)));
  }

  @Test
  void ownedNumbersOfAdmittedCountriesAreTakenOver() throws IOException {
    assertEquals(List.of(REFUSAL), imported());
    put("GB");
    assertEquals(List.of(), imported());
    assertEquals(PhoneNumberProductType.BUSINESS_CALLING, acme.number(NUMBER).productType());
  }

  @Test
  void countriesAreThoseOfOneOrganizationAndKnown() {
    Tenant other = server.organization();
    put("GB");
    assertEquals(List.of(), countries(other));
    assertThrows(
        BadRequestException.class, () -> order(other, PhoneNumberProductType.BUSINESS_CALLING));
    assertEquals(
        "Countries ZZ is not a country code (ISO 3166-1 alpha-2)", refusal(() -> put("ZZ")));
    assertEquals(List.of("GB"), countries(acme));
  }

  private static List<String> countries(Tenant tenant) {
    return tenant
        .call(Operations.GET_BUSINESS_CALLING_COUNTRIES, new GetBusinessCallingCountriesInput())
        .countries();
  }

  private void put(String... countries) {
    acme.call(
        Operations.PUT_BUSINESS_CALLING_COUNTRIES,
        new PutBusinessCallingCountriesInput(List.of(countries)));
  }

  private static void order(Tenant tenant, PhoneNumberProductType product) {
    order(tenant, NUMBER, product);
  }

  private static void order(Tenant tenant, String number, PhoneNumberProductType product) {
    tenant.call(
        Operations.CREATE_PHONE_NUMBER_ORDER,
        new CreatePhoneNumberOrderInput(product, List.of(number), null));
  }

  private void update(PhoneNumberProductType product) {
    acme.call(
        Operations.UPDATE_PHONE_NUMBER,
        UpdatePhoneNumberInput.builder().phoneNumberId(NUMBER).productType(product).build());
  }

  private List<String> batch(PhoneNumberProductType product) {
    return acme
        .call(
            Operations.BATCH_UPDATE_PHONE_NUMBER,
            new BatchUpdatePhoneNumberInput(
                List.of(
                    UpdatePhoneNumberRequestItem.builder()
                        .phoneNumberId(NUMBER)
                        .productType(product)
                        .build())))
        .phoneNumberErrors()
        .stream()
        .map(each -> String.valueOf(each.errorMessage()))
        .toList();
  }

  private List<String> imported() throws IOException {
    return server
        .features()
        .inventoryImport()
        .run(
            new InventoryImport.Target(acme.id(), PhoneNumberProductType.BUSINESS_CALLING),
            NumberFile.read(new StringReader("number\n" + NUMBER + "\n")).rows())
        .found()
        .list()
        .stream()
        .map(NumberFile.Problem::what)
        .toList();
  }

  private static String refusal(Runnable attempt) {
    return String.valueOf(assertThrows(BadRequestException.class, attempt::run).getMessage());
  }
}

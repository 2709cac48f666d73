package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.BatchUpdatePhoneNumberInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.api.model.UpdatePhoneNumberRequestItem;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Changing a number, one attribute a request, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class NumberChangesTest {

  private static final String NUMBER = "+12065550100";
  private static final String OTHER = "+12065550101";

  private final TestServer server;
  private final Tenant bells;

  NumberChangesTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    bells.stock(NUMBER, PhoneNumberProductType.BUSINESS_CALLING);
    bells.stock(OTHER, PhoneNumberProductType.BUSINESS_CALLING);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void nameChangesAtOnceAndAnEmptyOneTakesItAway() {
    assertNull(update(PhoneNumberProductType.VOICE_CONNECTOR, null, null).name());
    assertEquals("Front desk", update(null, null, "Front desk").name());
    assertEquals("Front desk", update(null, "Carillon", null).name());
    assertNull(update(null, null, "").name());
  }

  @Test
  void nameCountsAsTheOneAttributeOfAnUpdate() {
    for (UpdatePhoneNumberInput several :
        List.of(
            new UpdatePhoneNumberInput(NUMBER, null, "Carillon", "Front desk"),
            new UpdatePhoneNumberInput(
                NUMBER, PhoneNumberProductType.VOICE_CONNECTOR, null, "Front desk"),
            new UpdatePhoneNumberInput(NUMBER, null, null, null))) {
      BadRequestException refused =
          assertThrows(
              BadRequestException.class, () -> bells.call(Operations.UPDATE_PHONE_NUMBER, several));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("ProductType, CallingName and Name"));
    }
  }

  @Test
  void batchNamesEachNumberByItself() {
    List<PhoneNumberError> errors =
        requireNonNull(
            bells
                .call(
                    Operations.BATCH_UPDATE_PHONE_NUMBER,
                    new BatchUpdatePhoneNumberInput(
                        List.of(
                            new UpdatePhoneNumberRequestItem(NUMBER, null, null, "Front desk"),
                            new UpdatePhoneNumberRequestItem(OTHER, null, "Two", "Two"))))
                .phoneNumberErrors());
    assertEquals(List.of(OTHER), errors.stream().map(PhoneNumberError::phoneNumberId).toList());
    assertEquals(ErrorCode.BAD_REQUEST, errors.getFirst().errorCode());
    assertEquals("Front desk", update(null, "Carillon", null).name());
  }

  private PhoneNumber update(
      @Nullable PhoneNumberProductType product,
      @Nullable String callingName,
      @Nullable String name) {
    return requireNonNull(
        bells
            .call(
                Operations.UPDATE_PHONE_NUMBER,
                new UpdatePhoneNumberInput(NUMBER, product, callingName, name))
            .phoneNumber());
  }
}

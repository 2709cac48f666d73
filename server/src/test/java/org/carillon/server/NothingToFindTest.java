package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.BatchDeletePhoneNumberInput;
import org.carillon.api.model.ListPhoneNumberOrdersInput;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where there is nothing to look for, the answer is empty rather than an error. */
final class NothingToFindTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void newOrganizationHasNoOrders(Engine engine) {
    try (TestServer server = new TestServer(engine, folder)) {
      assertEquals(
          List.of(),
          server
              .organization()
              .call(
                  Operations.LIST_PHONE_NUMBER_ORDERS, ListPhoneNumberOrdersInput.builder().build())
              .phoneNumberOrders());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void batchOfMalformedNumbersRefusesEachByItself(Engine engine) {
    try (TestServer server = new TestServer(engine, folder)) {
      assertEquals(
          2,
          server
              .organization()
              .call(
                  Operations.BATCH_DELETE_PHONE_NUMBER,
                  new BatchDeletePhoneNumberInput(List.of("nonsense", "more")))
              .phoneNumberErrors()
              .size());
    }
  }
}

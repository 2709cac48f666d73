package org.carillon.server.people.devices;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.carillon.api.model.CreateDeviceInput;
import org.carillon.api.model.DeviceType;
import org.carillon.api.model.GetDeviceInput;
import org.carillon.api.model.ListDevicesInput;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each read of devices. */
final class DevicePlansTest {

  private final TestServer server;
  private final Tenant bells;
  private final String sales;

  DevicePlansTest(@TempDir Path folder) {
    server = new TestServer(Engine.SQLITE, folder);
    bells = server.organization();
    sales = bells.account();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String index) {
    bells.plans(shape, input).use(index);
  }

  private String device() {
    return requireNonNull(
            bells
                .call(
                    Operations.CREATE_DEVICE,
                    CreateDeviceInput.builder()
                        .accountId(sales)
                        .name("Laptop")
                        .type(DeviceType.SOFT_CLIENT)
                        .sipUsername("jane")
                        .build())
                .device())
        .deviceId();
  }

  @Test
  void deviceIsFoundByItsKeyAndListsInTheirOrder() {
    indexed(
        Operations.GET_DEVICE,
        new GetDeviceInput(sales, device()),
        "device USING PRIMARY KEY (device_id=? AND organization_id=?)");
    indexed(
        Operations.LIST_DEVICES,
        new ListDevicesInput(sales, null, 100, null),
        "device_page (organization_id=? AND account_id=?");
    indexed(
        Operations.LIST_DEVICES,
        new ListDevicesInput(sales, "jane", 100, null),
        "device_of_user (organization_id=? AND user_id=?");
  }

  @Test
  void namesAndCountsAreReadFromIndexes() {
    DeviceStore store = new DeviceStore();
    bells
        .plans(context -> store.count(context, sales, 100))
        .use("COVERING INDEX device_page (organization_id=? AND account_id=?)");
    bells
        .plans(context -> store.ofSipUsername(context, "jane"))
        .use("device_sip_username_once (organization_id=? AND sip_username=?)");
  }
}

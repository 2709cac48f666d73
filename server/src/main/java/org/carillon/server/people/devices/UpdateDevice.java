package org.carillon.server.people.devices;

import org.carillon.api.model.UpdateDeviceInput;
import org.carillon.api.model.UpdateDeviceOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Changes the name of a device or by what it registers. */
final class UpdateDevice implements WriteOperation<UpdateDeviceInput, UpdateDeviceOutput> {

  private final DeviceStore devices;

  UpdateDevice(DeviceStore devices) {
    this.devices = devices;
  }

  @Override
  public UpdateDeviceOutput run(UpdateDeviceInput input, Call call) {
    call.transaction().alone("devices/" + call.organizationId());
    Device device = devices.lock(call, input.accountId(), input.deviceId());
    Device updated = device.updated(input, call.now());
    devices.refuseTaken(call, updated);
    devices.save(call, updated);
    return new UpdateDeviceOutput(updated.view());
  }
}

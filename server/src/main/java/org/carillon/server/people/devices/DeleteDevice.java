package org.carillon.server.people.devices;

import org.carillon.api.model.DeleteDeviceInput;
import org.carillon.api.model.DeleteDeviceOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Deletes a device that nobody has. */
final class DeleteDevice implements WriteOperation<DeleteDeviceInput, DeleteDeviceOutput> {

  private final DeviceStore devices;

  DeleteDevice(DeviceStore devices) {
    this.devices = devices;
  }

  @Override
  public DeleteDeviceOutput run(DeleteDeviceInput input, OperationContext context) {
    Device device = devices.lock(context, input.accountId(), input.deviceId());
    device.refuseAssigned();
    devices.remove(context, device);
    return new DeleteDeviceOutput();
  }
}

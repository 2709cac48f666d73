package org.carillon.server.people.devices;

import org.carillon.api.model.UpdateDeviceInput;
import org.carillon.api.model.UpdateDeviceOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.ResourceLock;

/** Changes the name of a device, or its address or SIP user name. */
final class UpdateDevice implements WriteOperation<UpdateDeviceInput, UpdateDeviceOutput> {

  private final DeviceStore devices;

  UpdateDevice(DeviceStore devices) {
    this.devices = devices;
  }

  @Override
  public UpdateDeviceOutput run(UpdateDeviceInput input, OperationContext context) {
    context.transaction().serialize(ResourceLock.DEVICES, context.organizationId());
    Device device = devices.lock(context, input.accountId(), input.deviceId());
    Device updated = device.updated(input, context.now());
    devices.refuseTaken(context, updated);
    devices.save(context, updated);
    return new UpdateDeviceOutput(updated.view());
  }
}

package org.carillon.server.people.devices;

import org.carillon.api.model.GetDeviceInput;
import org.carillon.api.model.GetDeviceOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one device, without its password. */
final class GetDevice implements ReadOperation<GetDeviceInput, GetDeviceOutput> {

  private final DeviceStore devices;

  GetDevice(DeviceStore devices) {
    this.devices = devices;
  }

  @Override
  public GetDeviceOutput run(GetDeviceInput input, OperationContext context) {
    return new GetDeviceOutput(devices.get(context, input.accountId(), input.deviceId()).view());
  }
}

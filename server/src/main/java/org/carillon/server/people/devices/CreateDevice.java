package org.carillon.server.people.devices;

import org.carillon.api.model.CreateDeviceInput;
import org.carillon.api.model.CreateDeviceOutput;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.ResourceLock;
import org.carillon.server.people.accounts.Account;
import org.carillon.server.people.accounts.AccountStore;

/** Creates a device in an account and shows its credentials, this once. */
final class CreateDevice implements WriteOperation<CreateDeviceInput, CreateDeviceOutput> {

  private final AccountStore accounts;
  private final DeviceStore devices;
  private final DevicePasswords passwords;
  private final Ids ids;

  CreateDevice(AccountStore accounts, DeviceStore devices, DevicePasswords passwords, Ids ids) {
    this.accounts = accounts;
    this.devices = devices;
    this.passwords = passwords;
    this.ids = ids;
  }

  @Override
  public CreateDeviceOutput run(CreateDeviceInput input, OperationContext context) {
    context.transaction().serialize(ResourceLock.DEVICES, context.organizationId());
    Account account = accounts.lock(context, input.accountId());
    Devices.OF_AN_ACCOUNT.refuseBeyond(
        context,
        "account " + account.accountId(),
        1,
        most -> devices.count(context, account.accountId(), most));
    Device device = Device.created(ids.id(), account.accountId(), input, context.now());
    devices.refuseTaken(context, device);
    String password = passwords.next();
    devices.add(context, device, passwords.sealed(context, device, password));
    context.auditSubject(device.deviceId());
    return new CreateDeviceOutput(device.view(), DevicePasswords.shown(device, password));
  }
}

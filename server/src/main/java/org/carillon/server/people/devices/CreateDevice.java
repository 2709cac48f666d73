package org.carillon.server.people.devices;

import org.carillon.api.model.CreateDeviceInput;
import org.carillon.api.model.CreateDeviceOutput;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.people.accounts.Account;
import org.carillon.server.people.accounts.AccountStore;

/** Creates a device in an account and shows its credentials, this once. */
final class CreateDevice implements WriteOperation<CreateDeviceInput, CreateDeviceOutput> {

  private final AccountStore accounts;
  private final DeviceStore devices;
  private final DevicePasswords passwords;
  private final Keys keys;

  CreateDevice(AccountStore accounts, DeviceStore devices, DevicePasswords passwords, Keys keys) {
    this.accounts = accounts;
    this.devices = devices;
    this.passwords = passwords;
    this.keys = keys;
  }

  @Override
  public CreateDeviceOutput run(CreateDeviceInput input, Call call) {
    call.transaction().alone("devices/" + call.organizationId());
    Account account = accounts.lock(call, input.accountId());
    refuseFull(call, account);
    Device device = Device.created(keys.id(), account.accountId(), input, call.now());
    devices.refuseTaken(call, device);
    String password = passwords.next();
    devices.add(call, device, passwords.sealed(call, device, password));
    call.concerns(device.deviceId());
    return new CreateDeviceOutput(device.view(), DevicePasswords.shown(device, password));
  }

  private void refuseFull(Call call, Account account) {
    if (devices.count(call, account.accountId()) >= Devices.OF_AN_ACCOUNT) {
      throw Refusal.limitExceeded(
          "account "
              + account.accountId()
              + " has "
              + Devices.OF_AN_ACCOUNT
              + " devices, the most there may be; delete one first");
    }
  }
}

package org.carillon.server.people.devices;

import org.carillon.api.model.AssociateDeviceWithUserInput;
import org.carillon.api.model.AssociateDeviceWithUserOutput;
import org.carillon.api.model.RegistrationStatus;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;

/** Gives a device to a user of its account. */
final class AssociateDeviceWithUser
    implements WriteOperation<AssociateDeviceWithUserInput, AssociateDeviceWithUserOutput> {

  private final UserStore users;
  private final DeviceStore devices;

  AssociateDeviceWithUser(UserStore users, DeviceStore devices) {
    this.users = users;
    this.devices = devices;
  }

  @Override
  public AssociateDeviceWithUserOutput run(AssociateDeviceWithUserInput input, Call call) {
    User user = users.lock(call, input.accountId(), input.userId());
    Device device = devices.lock(call, user.accountId(), input.deviceId());
    Device assigned = device.assignedTo(user.userId(), user.words(), call.now());
    if (!assigned.equals(device)) {
      refuseSuspended(user);
      refuseFull(call, user);
      devices.save(call, assigned);
      call.concerns(device.deviceId());
    }
    return new AssociateDeviceWithUserOutput(assigned.view());
  }

  private static void refuseSuspended(User user) {
    if (user.registration() == RegistrationStatus.SUSPENDED) {
      throw Refusal.badRequest(
          "user "
              + user.words()
              + " is suspended, so no device can be assigned; lift the suspension first");
    }
  }

  private void refuseFull(Call call, User user) {
    if (devices.ofUser(call, user.userId()).size() >= Devices.OF_A_USER) {
      throw Refusal.limitExceeded(
          "user "
              + user.words()
              + " has "
              + Devices.OF_A_USER
              + " devices, the most there may be; DisassociateDeviceFromUser takes one away");
    }
  }
}

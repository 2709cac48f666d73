package org.carillon.server.people.devices;

import static java.util.Comparator.comparing;

import java.util.List;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;

/** The devices of a user, for other features. */
public final class Devices {

  /** So few that all of them can be read at once. */
  static final Limit OF_A_USER =
      Limit.fixed(
          20, "devices", "a user", "disassociate one with DisassociateDeviceFromUser first");

  static final Limit OF_AN_ACCOUNT =
      Limit.fixed(10_000, "devices", "an account", "delete one first");

  private final DeviceStore devices;

  Devices(DeviceStore devices) {
    this.devices = devices;
  }

  /** Returns a user's devices in order of creation; at most {@link #OF_A_USER}. */
  public List<Device> ofUser(OperationContext context, String userId) {
    return devices.ofUser(context, userId);
  }

  /** Locks the devices of a locked user until the transaction ends. */
  public List<Device> lockOfUser(OperationContext context, String userId) {
    return List.copyOf(devices.lockAllOfUser(context, userId).values());
  }

  /**
   * Takes locked devices from their users; they stay in the account, without passwords.
   *
   * @return the devices as they are afterwards, in order of creation
   */
  public List<Device> free(OperationContext context, List<Device> locked) {
    List<Device> freed = locked.stream().map(each -> each.freed(context.now())).toList();
    freed.forEach(each -> {
      devices.save(context, each);
      context.auditSubject(each.deviceId());
    });
    return freed.stream()
        .sorted(comparing(Device::createdAt).thenComparing(Device::deviceId))
        .toList();
  }
}

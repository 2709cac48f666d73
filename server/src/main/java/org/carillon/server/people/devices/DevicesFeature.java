package org.carillon.server.people.devices;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.people.accounts.AccountStore;
import org.carillon.server.people.accounts.AccountsFeature;
import org.carillon.server.people.users.UserStore;
import org.carillon.server.people.users.UsersFeature;

/** Desk phones and soft clients: their operations, and the parts that other features use. */
public final class DevicesFeature implements Feature {

  /** The limits of the feature. */
  public static final List<Limit> LIMITS = List.of(Devices.OF_A_USER, Devices.OF_AN_ACCOUNT);

  private final DeviceStore store = new DeviceStore();
  private final Devices devices = new Devices(store);
  private final DevicePasswords passwords;
  private final AccountStore accounts;
  private final UserStore users;
  private final Ids ids;
  private final Pages pages;

  /** Devices of those accounts and users. */
  public DevicesFeature(Platform platform, AccountsFeature accounts, UsersFeature users) {
    this.passwords = new DevicePasswords(platform.vault());
    this.accounts = accounts.accounts();
    this.users = users.users();
    this.ids = platform.ids();
    this.pages = platform.pages();
  }

  /** The devices of users, for what takes them away. */
  public Devices devices() {
    return devices;
  }

  /** The operations on devices. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_DEVICE, new CreateDevice(accounts, store, passwords, ids)),
        new OperationBinding<>(Operations.GET_DEVICE, new GetDevice(store)),
        new OperationBinding<>(Operations.LIST_DEVICES, new ListDevices(accounts, store, pages)),
        new OperationBinding<>(Operations.UPDATE_DEVICE, new UpdateDevice(store)),
        new OperationBinding<>(Operations.DELETE_DEVICE, new DeleteDevice(store)),
        new OperationBinding<>(
            Operations.ASSOCIATE_DEVICE_WITH_USER, new AssociateDeviceWithUser(users, store)),
        new OperationBinding<>(
            Operations.DISASSOCIATE_DEVICE_FROM_USER, new DisassociateDeviceFromUser(users, store)),
        new OperationBinding<>(
            Operations.REGENERATE_DEVICE_CREDENTIALS,
            new RegenerateDeviceCredentials(store, passwords)));
  }
}

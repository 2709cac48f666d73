package org.carillon.server.people.devices;

import org.carillon.api.model.ListDevicesInput;
import org.carillon.api.model.ListDevicesOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.server.people.accounts.Account;
import org.carillon.server.people.accounts.AccountStore;

/** Lists the devices of an account in order of creation, a page at a time. */
final class ListDevices implements ReadOperation<ListDevicesInput, ListDevicesOutput> {

  private final AccountStore accounts;
  private final DeviceStore devices;
  private final Pages pages;

  ListDevices(AccountStore accounts, DeviceStore devices, Pages pages) {
    this.accounts = accounts;
    this.devices = devices;
    this.pages = pages;
  }

  @Override
  public ListDevicesOutput run(ListDevicesInput input, OperationContext context) {
    Account account = accounts.get(context, input.accountId());
    Page<Device> page =
        pages
            .of(context, Operations.LIST_DEVICES, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) ->
                    devices.page(context, account.accountId(), input.userId(), after, limit),
                last -> new CreationCursor(last.createdAt(), last.deviceId()));
    return new ListDevicesOutput(page.map(Device::view), page.nextToken());
  }
}

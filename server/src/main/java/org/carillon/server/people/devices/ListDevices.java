package org.carillon.server.people.devices;

import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.ListDevicesInput;
import org.carillon.api.model.ListDevicesOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.people.accounts.Account;
import org.carillon.server.people.accounts.AccountStore;

/** Lists the devices of an account in order of creation, a page at a time. */
final class ListDevices implements ReadOperation<ListDevicesInput, ListDevicesOutput> {

  private static final int PAGE = 100;

  private final AccountStore accounts;
  private final DeviceStore devices;
  private final PageTokens tokens;

  ListDevices(AccountStore accounts, DeviceStore devices, PageTokens tokens) {
    this.accounts = accounts;
    this.devices = devices;
    this.tokens = tokens;
  }

  @Override
  public ListDevicesOutput run(ListDevicesInput input, OperationContext context) {
    Account account = accounts.get(context, input.accountId());
    List<Object> query = Arrays.asList(input.accountId(), input.userId());
    CreationCursor after =
        tokens.position(
            context, query, input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        query,
        devices.page(context, account.accountId(), input.userId(), after, size + 1),
        size,
        last -> new CreationCursor(last.createdAt(), last.deviceId()).text(),
        (page, next) -> new ListDevicesOutput(page.stream().map(Device::view).toList(), next));
  }
}

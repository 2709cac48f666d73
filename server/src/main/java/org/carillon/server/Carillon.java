package org.carillon.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.jobs.Outbox;
import org.carillon.platform.jobs.Sweep;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;
import org.carillon.server.calls.flows.CallFlowsFeature;
import org.carillon.server.calls.lines.LinesFeature;
import org.carillon.server.calls.records.RecordsFeature;
import org.carillon.server.changes.imports.InventoryImport;
import org.carillon.server.changes.offboarding.VoiceServicesFeature;
import org.carillon.server.inventory.history.LedgerFeature;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.orders.OrdersFeature;
import org.carillon.server.inventory.pool.NumberPool;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.carillon.server.inventory.search.InventoryFeature;
import org.carillon.server.inventory.tags.Tags;
import org.carillon.server.inventory.tags.TagsFeature;
import org.carillon.server.people.accounts.AccountsFeature;
import org.carillon.server.people.devices.DevicesFeature;
import org.carillon.server.people.settings.SettingsFeature;
import org.carillon.server.people.usernumbers.UserNumbersFeature;
import org.carillon.server.people.users.UsersFeature;
import org.carillon.server.trunks.connectors.SipDomain;
import org.carillon.server.trunks.connectors.VoiceConnectorsFeature;
import org.carillon.server.trunks.connectorsettings.SipTrunkingFeature;
import org.carillon.server.trunks.rules.SipRulesFeature;

/** Every feature on one database: what runs the operations, and the background work there is. */
public final class Carillon {

  private final OperationRunner runner;
  private final InventoryImport inventoryImport;
  private final Sweep<?> orders;
  private final Sweep<?> releases;
  private final Sweep<?> callingNames;
  private final Sweep<?> messages;

  /**
   * The server over that database, buying from that supplier.
   *
   * @param sipDomain where the host names of Voice Connectors lie
   */
  public Carillon(
      Database database,
      Ids ids,
      Vault vault,
      NumberSupplier supplier,
      SipDomain sipDomain,
      Quotas quotas,
      MeterRegistry meters) {
    Pages pages = new Pages(vault);
    PhoneNumberFacts facts = new PhoneNumberFacts();
    SystemWork background = new SystemWork(database, ids);
    NumbersFeature numbers = new NumbersFeature(ids, pages, supplier, background);
    OrdersFeature orderFeature =
        new OrdersFeature(numbers, supplier, database, facts, pages, ids, background);
    AccountsFeature accounts = new AccountsFeature(ids, pages);
    UsersFeature users = new UsersFeature(ids, pages, accounts, numbers);
    Tags tags = new Tags();
    VoiceConnectorsFeature connectors =
        new VoiceConnectorsFeature(ids, pages, numbers, tags, sipDomain, quotas);
    SipTrunkingFeature trunking =
        new SipTrunkingFeature(connectors.connectors(), numbers, vault, quotas);
    SipRulesFeature sipRules =
        new SipRulesFeature(
            ids, pages, numbers, tags, connectors.connectors()::lockByHostName, quotas);
    CallFlowsFeature callFlows = new CallFlowsFeature(ids, pages);
    LinesFeature lines = new LinesFeature(ids, pages, numbers, users, callFlows);
    List<OperationBinding<?, ?>> operations = new ArrayList<>();
    operations.addAll(numbers.operations(callFlows.references()::refuseNumberReferred));
    InventoryFeature inventory = new InventoryFeature(pages, numbers);
    operations.addAll(inventory.operations());
    operations.addAll(orderFeature.operations());
    operations.addAll(accounts.operations());
    operations.addAll(users.operations());
    operations.addAll(new UserNumbersFeature(pages, users, numbers).operations());
    DevicesFeature devices = new DevicesFeature(ids, pages, vault, accounts, users);
    operations.addAll(devices.operations());
    operations.addAll(new SettingsFeature().operations());
    operations.addAll(
        connectors.operations(
            sipRules.whenConnectorDeleted(sipDomain::hostName), trunking.whenDeleted()));
    operations.addAll(trunking.operations());
    operations.addAll(sipRules.operations());
    operations.addAll(
        new TagsFeature(
                tags, List.of(connectors.taggable(), sipRules.taggable(), inventory.taggable()))
            .operations());
    operations.addAll(
        callFlows.operations(lines.flows(), trunking.routes(connectors::connectorsOf)));
    operations.addAll(
        new RecordsFeature(ids, pages, users, lines.recordRules(), callFlows.turns()::answered)
            .operations());
    operations.addAll(lines.operations());
    operations.addAll(
        new VoiceServicesFeature(users, numbers, devices, callFlows, lines).operations());
    operations.addAll(new LedgerFeature(pages).operations());
    this.runner = new OperationRunner(database, ids, meters, operations);
    this.inventoryImport =
        new InventoryImport(
            background,
            numbers,
            users.users(),
            users.userNumbers(),
            new NumberPool(database, facts),
            facts,
            ids);
    this.orders = new Sweep<>(database, orderFeature.fulfilment());
    this.releases = new Sweep<>(database, numbers.releases());
    this.callingNames = new Sweep<>(database, numbers.callingNames());
    this.messages = new Sweep<>(database, new Outbox(ids).delivery(database, Map.of()));
  }

  /** What takes numbers over that an organization already owns. */
  public InventoryImport inventoryImport() {
    return inventoryImport;
  }

  /** What runs operations. */
  public OperationRunner runner() {
    return runner;
  }

  /** Asks for ordered numbers. */
  public Sweep<?> orders() {
    return orders;
  }

  /** Gives back numbers that have left the deletion queue. */
  public Sweep<?> releases() {
    return releases;
  }

  /** Publishes calling names. */
  public Sweep<?> callingNames() {
    return callingNames;
  }

  /** Delivers what features put into the outbox. */
  public Sweep<?> messages() {
    return messages;
  }
}

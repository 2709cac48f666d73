package org.carillon.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.platform.jobs.Sweep;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.server.calls.flows.CallFlowsFeature;
import org.carillon.server.calls.lines.LinesFeature;
import org.carillon.server.calls.records.RecordsFeature;
import org.carillon.server.calls.resolver.ResolverFeature;
import org.carillon.server.changes.disassociation.DisassociationFeature;
import org.carillon.server.changes.imports.InventoryImport;
import org.carillon.server.changes.offboarding.VoiceServicesFeature;
import org.carillon.server.inventory.history.LedgerFeature;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.orders.OrdersFeature;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.inventory.search.InventoryFeature;
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

/** All features on one platform: the runner of their operations, and their background work. */
public final class Features {

  /** The limits of all features; the operator can set those that have a setting. */
  public static final List<Limit> LIMITS =
      Stream.of(
              NumbersFeature.LIMITS,
              TagsFeature.LIMITS,
              DevicesFeature.LIMITS,
              LinesFeature.LIMITS,
              VoiceConnectorsFeature.LIMITS,
              SipTrunkingFeature.LIMITS,
              SipRulesFeature.LIMITS)
          .flatMap(List::stream)
          .toList();

  private final List<Feature> features;
  private final List<OperationBinding<?, ?>> operations;
  private final OperationRunner runner;
  private final List<Sweep<?>> jobs;
  private final InventoryImport inventoryImport;

  /**
   * Wires the features.
   *
   * @param supplier sells numbers and publishes calling names
   * @param sipDomain the domain of the host names of Voice Connectors
   * @throws IllegalStateException when a port is not bound
   */
  public Features(
      Platform platform, NumberSupplier supplier, SipDomain sipDomain, MeterRegistry meters) {
    // From the ground up: each feature is given the platform and its neighbours below.
    TagsFeature tags = new TagsFeature(platform);
    NumbersFeature numbers = new NumbersFeature(platform, supplier);
    OrdersFeature orders = new OrdersFeature(platform, numbers, supplier);
    InventoryFeature inventory = new InventoryFeature(platform, numbers);
    LedgerFeature ledger = new LedgerFeature(platform);
    AccountsFeature accounts = new AccountsFeature(platform);
    UsersFeature users = new UsersFeature(platform, accounts, numbers);
    UserNumbersFeature userNumbers = new UserNumbersFeature(platform, users, numbers);
    DevicesFeature devices = new DevicesFeature(platform, accounts, users);
    SettingsFeature settings = new SettingsFeature(platform);
    CallFlowsFeature flows = new CallFlowsFeature(platform);
    ResolverFeature resolver = new ResolverFeature(platform, flows);
    RecordsFeature records = new RecordsFeature(platform, users);
    LinesFeature lines = new LinesFeature(platform, numbers, users, flows);
    VoiceConnectorsFeature connectors =
        new VoiceConnectorsFeature(platform, numbers, tags, sipDomain);
    SipTrunkingFeature trunking = new SipTrunkingFeature(platform, numbers, connectors);
    SipRulesFeature sipRules = new SipRulesFeature(platform, numbers, tags, connectors);
    VoiceServicesFeature voiceServices =
        new VoiceServicesFeature(platform, users, numbers, devices, flows, lines);
    DisassociationFeature disassociation =
        new DisassociationFeature(platform, numbers, users, connectors, sipRules, lines);
    this.features =
        List.of(
            tags,
            numbers,
            orders,
            inventory,
            ledger,
            accounts,
            users,
            userNumbers,
            devices,
            settings,
            flows,
            resolver,
            records,
            lines,
            connectors,
            trunking,
            sipRules,
            voiceServices,
            disassociation);

    // The ports by which lower features call higher ones: all of them, here.
    numbers.refuseDeletionWhile(flows.entries()::refuseNumberReferred);
    tags.on(features.stream().flatMap(each -> each.taggable().stream()).toList());
    resolver.lines(lines.behaviors());
    resolver.trunks(trunking.routes());
    records.lines(lines.recordRules());
    records.onAnswered(flows.turns()::answered);
    connectors.onDeletion(sipRules::refuseWhileTriggered, trunking::erase);

    this.operations =
        features.stream()
            .<OperationBinding<?, ?>>flatMap(each -> each.operations().stream())
            .toList();
    this.runner = new OperationRunner(platform.database(), platform.ids(), meters, operations);
    this.jobs =
        features.stream()
            .flatMap(each -> each.jobs().stream())
            .<Sweep<?>>map(job -> new Sweep<>(platform.database(), job))
            .toList();
    this.inventoryImport = new InventoryImport(platform, numbers, users);
  }

  /** Returns the feature of that type, whose parts are not all operations. */
  public <F extends Feature> F feature(Class<F> type) {
    return features.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " is not wired"));
  }

  /** Returns the operations of all features. */
  public List<OperationBinding<?, ?>> operations() {
    return operations;
  }

  /** Returns the runner of all operations. */
  public OperationRunner runner() {
    return runner;
  }

  /** The background work of all features. */
  public List<Sweep<?>> jobs() {
    return jobs;
  }

  /** Returns the import of numbers that an organization already owns. */
  public InventoryImport inventoryImport() {
    return inventoryImport;
  }
}

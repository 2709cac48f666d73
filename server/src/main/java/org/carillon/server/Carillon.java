package org.carillon.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.carillon.server.accounts.AccountsFeature;
import org.carillon.server.numbers.NumbersFeature;
import org.carillon.server.orders.OrdersFeature;
import org.carillon.server.platform.db.Database;
import org.carillon.server.platform.db.Keys;
import org.carillon.server.platform.identity.Vault;
import org.carillon.server.platform.jobs.Sweep;
import org.carillon.server.platform.operations.Background;
import org.carillon.server.platform.operations.Bound;
import org.carillon.server.platform.operations.OperationRunner;
import org.carillon.server.platform.operations.PageTokens;
import org.carillon.server.pool.NumberSupplier;
import org.carillon.server.pool.PhoneNumberFacts;
import org.carillon.server.settings.SettingsFeature;
import org.carillon.server.users.UsersFeature;

/** Every feature on one database: what runs the operations, and the background work there is. */
public final class Carillon {

  private final OperationRunner runner;
  private final Sweep<?> orders;
  private final Sweep<?> releases;
  private final Sweep<?> callingNames;

  /** The server over that database, buying from that supplier. */
  public Carillon(
      Database database, Keys keys, Vault vault, NumberSupplier supplier, MeterRegistry meters) {
    PageTokens tokens = new PageTokens(vault);
    Background background = new Background(database, keys);
    NumbersFeature numbers = new NumbersFeature(keys, tokens, supplier, background);
    OrdersFeature orderFeature =
        new OrdersFeature(
            numbers.numbers(), supplier, new PhoneNumberFacts(), tokens, keys, background);
    AccountsFeature accounts = new AccountsFeature(keys, tokens);
    UsersFeature users = new UsersFeature(keys, tokens, accounts, numbers);
    List<Bound<?, ?>> operations = new ArrayList<>();
    operations.addAll(numbers.operations());
    operations.addAll(orderFeature.operations());
    operations.addAll(accounts.operations());
    operations.addAll(users.operations());
    operations.addAll(new SettingsFeature().operations());
    this.runner = new OperationRunner(database, keys, meters, operations);
    this.orders = new Sweep<>(database, orderFeature.fulfilment());
    this.releases = new Sweep<>(database, numbers.releases());
    this.callingNames = new Sweep<>(database, numbers.callingNames());
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
}

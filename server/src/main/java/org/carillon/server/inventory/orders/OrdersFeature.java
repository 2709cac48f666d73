package org.carillon.server.inventory.orders;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;
import org.carillon.server.inventory.numbers.BusinessCallingStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.inventory.pool.PhoneNumberFacts;

/** Puts searching, ordering and the follow-up of orders together. */
public final class OrdersFeature {

  private final OrderStore orders = new OrderStore();
  private final PhoneNumberStore numbers;
  private final BusinessCallingStore businessCalling;
  private final NumberSupplier supplier;
  private final Database database;
  private final PhoneNumberFacts facts;
  private final Pages pages;
  private final Ids ids;
  private final SystemWork background;

  /** Orders from that supplier into that inventory. */
  public OrdersFeature(
      NumbersFeature inventory,
      NumberSupplier supplier,
      Database database,
      PhoneNumberFacts facts,
      Pages pages,
      Ids ids,
      SystemWork background) {
    this.numbers = inventory.numbers();
    this.businessCalling = inventory.businessCalling();
    this.supplier = supplier;
    this.database = database;
    this.facts = facts;
    this.pages = pages;
    this.ids = ids;
    this.background = background;
  }

  /** The operations on orders and on what is on offer. */
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.SEARCH_AVAILABLE_PHONE_NUMBERS,
            new SearchAvailablePhoneNumbers(supplier, pages)),
        new OperationBinding<>(
            Operations.LIST_SUPPORTED_PHONE_NUMBER_COUNTRIES,
            new ListSupportedPhoneNumberCountries(supplier, businessCalling, database)),
        new OperationBinding<>(
            Operations.CREATE_PHONE_NUMBER_ORDER,
            new CreatePhoneNumberOrder(orders, numbers, businessCalling, facts, ids)),
        new OperationBinding<>(Operations.GET_PHONE_NUMBER_ORDER, new GetPhoneNumberOrder(orders)),
        new OperationBinding<>(
            Operations.LIST_PHONE_NUMBER_ORDERS, new ListPhoneNumberOrders(orders, pages)));
  }

  /** Asks for ordered numbers. */
  public DueWork<?> fulfilment() {
    return new FulfilOrders(numbers, supplier, background);
  }
}

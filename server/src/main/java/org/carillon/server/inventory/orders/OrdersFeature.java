package org.carillon.server.inventory.orders;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.inventory.numbers.BusinessCallingStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.SupplierJob;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.inventory.pool.PhoneNumberFacts;

/** Puts searching, ordering and the follow-up of orders together. */
public final class OrdersFeature implements Feature {

  private final OrderStore orders = new OrderStore();
  private final PhoneNumberFacts facts = new PhoneNumberFacts();
  private final PhoneNumberStore numbers;
  private final BusinessCallingStore businessCalling;
  private final NumberSupplier supplier;
  private final Database database;
  private final Pages pages;
  private final Ids ids;
  private final SystemWork systemWork;

  /** Orders from that supplier into that inventory. */
  public OrdersFeature(Platform platform, NumbersFeature numbers, NumberSupplier supplier) {
    this.numbers = numbers.numbers();
    this.businessCalling = numbers.businessCalling();
    this.supplier = supplier;
    this.database = platform.database();
    this.pages = platform.pages();
    this.ids = platform.ids();
    this.systemWork = platform.work();
  }

  /** Returns the operations on orders and on numbers on offer. */
  @Override
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
  @Override
  public List<DueWork<?>> jobs() {
    return List.of(
        new SupplierJob<>(
            "fulfil-orders",
            new FulfilOrders(numbers, supplier, systemWork.database()),
            systemWork));
  }
}

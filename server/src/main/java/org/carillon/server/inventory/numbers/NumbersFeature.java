package org.carillon.server.inventory.numbers;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.Port;
import org.carillon.server.inventory.pool.NumberSupplier;

/** Puts the inventory together: what other features use of it, and its operations. */
public final class NumbersFeature implements Feature {

  /** The limits of the feature. */
  public static final List<Limit> LIMITS = List.of(Assignments.OF_A_USER);

  private final PhoneNumberStore numbers = new PhoneNumberStore();
  private final HolderStore holders = new HolderStore();
  private final InventoryStore inventory = new InventoryStore();
  private final Assignments assignments;
  private final UserAssignments userAssignments;
  private final BusinessCallingStore businessCalling = new BusinessCallingStore();
  private final Batch batch = new Batch(numbers);
  private final Pages pages;
  private final NumberSupplier supplier;
  private final SystemWork systemWork;
  private final Port<NumberDeletionCheck> deletionCheck =
      new Port<>("NumbersFeature.refuseDeletionWhile");

  /** An inventory whose numbers come from that supplier. */
  public NumbersFeature(Platform platform, NumberSupplier supplier) {
    AssignmentStore ledger = new AssignmentStore(platform.ids());
    this.assignments = new Assignments(numbers, ledger);
    this.userAssignments = new UserAssignments(numbers, ledger, assignments);
    this.pages = platform.pages();
    this.supplier = supplier;
    this.systemWork = platform.work();
  }

  /** The rows of the inventory, for features that lock and save them. */
  public PhoneNumberStore numbers() {
    return numbers;
  }

  /** Returns the holders, where features register theirs. */
  public HolderStore holders() {
    return holders;
  }

  /** Returns the assignments of numbers. */
  public Assignments assignments() {
    return assignments;
  }

  /** Returns the assignments of numbers to Voice Connectors and groups. */
  public TrunkNumbers trunkNumbers() {
    return new TrunkNumbers(batch, numbers, assignments);
  }

  /** Returns the assignments among the numbers of one user. */
  public UserAssignments userAssignments() {
    return userAssignments;
  }

  /** Returns the store that reads numbers with their holders. */
  public InventoryStore inventory() {
    return inventory;
  }

  /** Returns the countries that the organizations use for BusinessCalling. */
  public BusinessCallingStore businessCalling() {
    return businessCalling;
  }

  /** Returns the batch of changes of many numbers. */
  public Batch batch() {
    return batch;
  }

  /** Binds the check that refuses to delete numbers which are still needed. */
  public void refuseDeletionWhile(NumberDeletionCheck needed) {
    deletionCheck.bind(needed);
  }

  /** The operations on numbers. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    Deletion deletion = new Deletion(numbers, assignments, deletionCheck.bound());
    return List.of(
        new OperationBinding<>(Operations.GET_PHONE_NUMBER, new GetPhoneNumber(inventory)),
        new OperationBinding<>(
            Operations.LIST_PHONE_NUMBERS, new ListPhoneNumbers(new NumberListStore(), pages)),
        new OperationBinding<>(
            Operations.UPDATE_PHONE_NUMBER,
            new UpdatePhoneNumber(numbers, inventory, assignments, businessCalling)),
        new OperationBinding<>(
            Operations.BATCH_UPDATE_PHONE_NUMBER,
            new BatchUpdatePhoneNumber(batch, numbers, assignments, businessCalling)),
        new OperationBinding<>(
            Operations.GET_BUSINESS_CALLING_COUNTRIES,
            new GetBusinessCallingCountries(businessCalling)),
        new OperationBinding<>(
            Operations.PUT_BUSINESS_CALLING_COUNTRIES,
            new PutBusinessCallingCountries(businessCalling)),
        new OperationBinding<>(
            Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumber(numbers, deletion)),
        new OperationBinding<>(
            Operations.BATCH_DELETE_PHONE_NUMBER, new BatchDeletePhoneNumber(batch, deletion)),
        new OperationBinding<>(Operations.RESTORE_PHONE_NUMBER, new RestorePhoneNumber(numbers)));
  }

  /** Gives back numbers that have left the deletion queue, and publishes calling names. */
  @Override
  public List<DueWork<?>> jobs() {
    return List.of(
        new SupplierJob<>("release-numbers", new ReleaseNumbers(numbers, supplier), systemWork),
        new SupplierJob<>(
            "publish-calling-names", new PublishCallingNames(numbers, supplier), systemWork));
  }
}

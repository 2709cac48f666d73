package org.carillon.server.inventory.search;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.tags.Taggable;

/** Puts the search of the inventory together, and what people write on its numbers. */
public final class InventoryFeature implements Feature {

  private final AnnotationStore annotations = new AnnotationStore();
  private final NumberTagStore tags;
  private final Pages pages;
  private final NumbersFeature numbers;
  private final ScanLimit scanLimit;

  /** A search of those numbers. */
  public InventoryFeature(Platform platform, NumbersFeature numbers) {
    this.pages = platform.pages();
    this.numbers = numbers;
    this.scanLimit = platform.scanLimit();
    this.tags = new NumberTagStore(numbers.inventory(), numbers.numbers());
  }

  /** Numbers. */
  @Override
  public List<Taggable> taggable() {
    return List.of(tags);
  }

  /** The operations on the inventory as a whole, and on labels and notes. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    Annotations writing = new Annotations(numbers.numbers(), annotations);
    return List.of(
        new OperationBinding<>(
            Operations.SEARCH_INVENTORY,
            new SearchInventory(
                new SearchStore(scanLimit),
                new CountStore(scanLimit),
                annotations,
                tags,
                numbers.inventory(),
                pages)),
        new OperationBinding<>(
            Operations.LIST_PHONE_NUMBER_LABELS, new ListPhoneNumberLabels(annotations, pages)),
        new OperationBinding<>(
            Operations.GET_PHONE_NUMBER_ANNOTATIONS,
            new GetPhoneNumberAnnotations(numbers.inventory(), annotations)),
        new OperationBinding<>(
            Operations.PUT_PHONE_NUMBER_ANNOTATIONS,
            new PutPhoneNumberAnnotations(numbers.numbers(), writing)),
        new OperationBinding<>(
            Operations.BATCH_PUT_PHONE_NUMBER_ANNOTATIONS,
            new BatchPutPhoneNumberAnnotations(numbers.batch(), writing)));
  }
}

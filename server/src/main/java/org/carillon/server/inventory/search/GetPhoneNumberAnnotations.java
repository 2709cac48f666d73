package org.carillon.server.inventory.search;

import java.util.List;
import java.util.Optional;
import org.carillon.api.model.GetPhoneNumberAnnotationsInput;
import org.carillon.api.model.GetPhoneNumberAnnotationsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.inventory.numbers.InventoryStore;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.search.AnnotationStore.Note;

/** Shows the labels and the note of a number. */
final class GetPhoneNumberAnnotations
    implements ReadOperation<GetPhoneNumberAnnotationsInput, GetPhoneNumberAnnotationsOutput> {

  private final InventoryStore inventory;
  private final AnnotationStore annotations;

  GetPhoneNumberAnnotations(InventoryStore inventory, AnnotationStore annotations) {
    this.inventory = inventory;
    this.annotations = annotations;
  }

  @Override
  public GetPhoneNumberAnnotationsOutput run(
      GetPhoneNumberAnnotationsInput input, OperationContext context) {
    PhoneNumber number = inventory.get(context, E164.ofPath(input.phoneNumberId())).number();
    Optional<Note> note = annotations.note(context, number);
    return new GetPhoneNumberAnnotationsOutput(
        annotations
            .labels(context, List.of(number.numberId()))
            .getOrDefault(number.numberId(), List.of()),
        note.map(Note::text).orElse(null),
        note.map(Note::notedAt).orElse(null));
  }
}

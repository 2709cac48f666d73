package org.carillon.server.inventory.numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.shape.ModelledException;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;

/**
 * Runs a change over many numbers in one transaction, each behind a savepoint and so refused or
 * done by itself.
 */
public final class Batch {

  private final PhoneNumberStore numbers;

  Batch(PhoneNumberStore numbers) {
    this.numbers = numbers;
  }

  /**
   * Locks all numbers in key order, so two batches cannot deadlock, and changes them in the order
   * of the request.
   *
   * @param id how an item names its number
   * @param e164 reads that name
   * @param change answers the number as it is afterwards, or nothing when it is gone
   * @return the refused items, in the order of the request
   */
  public <T> List<PhoneNumberError> run(
      OperationContext context,
      List<T> items,
      Function<T, String> id,
      Function<String, E164> e164,
      BiFunction<PhoneNumber, T, Optional<PhoneNumber>> change) {
    Map<E164, PhoneNumber> current =
        new HashMap<>(numbers.lockAll(context, parsed(items, id, e164)));
    List<PhoneNumberError> errors = new ArrayList<>();
    for (T item : items) {
      attempt(
          id.apply(item),
          errors,
          () -> {
            E164 number = e164.apply(id.apply(item));
            context.transaction().savepoint(() -> after(context, current, number, item, change));
            // A refused number has not changed, so the audit row does not name it.
            context.auditSubject(number.text());
          });
    }
    return errors;
  }

  private static <T> Set<E164> parsed(
      List<T> items, Function<T, String> id, Function<String, E164> e164) {
    Set<E164> e164s = new HashSet<>();
    for (T item : items) {
      // A text that is not a number is refused in its turn.
      attempt(id.apply(item), new ArrayList<>(), () -> e164s.add(e164.apply(id.apply(item))));
    }
    return e164s;
  }

  private static <T> Optional<PhoneNumber> after(
      OperationContext context,
      Map<E164, PhoneNumber> current,
      E164 e164,
      T item,
      BiFunction<PhoneNumber, T, Optional<PhoneNumber>> change) {
    PhoneNumber number = current.get(e164);
    if (number == null || !number.isInInventoryOrQueue(context.now())) {
      throw PhoneNumberStore.notFound(e164);
    }
    // A batch may name a number twice; the second time it is as the first left it.
    Optional<PhoneNumber> after = change.apply(number, item);
    after.ifPresentOrElse(changed -> current.put(e164, changed), () -> current.remove(e164));
    return after;
  }

  private static void attempt(String id, List<PhoneNumberError> errors, Runnable step) {
    try {
      step.run();
    } catch (ModelledException refusal) {
      errors.add(
          PhoneNumberError.builder()
              .phoneNumberId(id)
              .errorCode(Refusal.code(refusal))
              .errorMessage(refusal.getMessage())
              .build());
    }
  }
}

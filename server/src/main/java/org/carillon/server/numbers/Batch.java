package org.carillon.server.numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.shape.ModelledException;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.Refusal;

/** Runs a change over many numbers in one transaction, each refused or done by itself. */
final class Batch {

  private final PhoneNumberStore numbers;

  Batch(PhoneNumberStore numbers) {
    this.numbers = numbers;
  }

  /**
   * Locks all the numbers at once, in the order that keeps two batches from waiting for each other,
   * and changes them in the order asked.
   *
   * @param id how an item names its number
   * @param change refuses before it writes anything, and answers the number as it is afterwards or
   *     nothing when it is gone
   * @return what was refused, in the order asked
   */
  <T> List<PhoneNumberError> run(
      Call call,
      List<T> items,
      Function<T, String> id,
      BiFunction<PhoneNumber, T, Optional<PhoneNumber>> change) {
    List<PhoneNumberError> errors = new ArrayList<>();
    Map<T, String> parsed = new HashMap<>();
    for (T item : items) {
      attempt(id.apply(item), errors, () -> parsed.put(item, E164.of(id.apply(item))));
    }
    Map<String, PhoneNumber> current = new HashMap<>(numbers.lock(call, parsed.values()));
    for (T item : items) {
      String e164 = parsed.get(item);
      if (e164 != null) {
        call.concerns(e164);
        attempt(id.apply(item), errors, () -> change(call, current, e164, item, change));
      }
    }
    return errors;
  }

  private static <T> void change(
      Call call,
      Map<String, PhoneNumber> current,
      String e164,
      T item,
      BiFunction<PhoneNumber, T, Optional<PhoneNumber>> change) {
    PhoneNumber number = current.get(e164);
    if (number == null || !number.isHere(call.now())) {
      throw PhoneNumberStore.notFound(e164);
    }
    // A batch may name a number twice; the second time it is as the first left it.
    change
        .apply(number, item)
        .ifPresentOrElse(after -> current.put(e164, after), () -> current.remove(e164));
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

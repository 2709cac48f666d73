package org.carillon.server.inventory.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.jspecify.annotations.Nullable;

/** Writes labels and notes on numbers, one or many. */
final class Annotations {

  /** As databases sort; strings of Java compare otherwise where a letter takes two characters. */
  static final Comparator<String> BY_CODE_POINTS =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private final PhoneNumberStore numbers;
  private final AnnotationStore annotations;

  Annotations(PhoneNumberStore numbers, AnnotationStore annotations) {
    this.numbers = numbers;
    this.annotations = annotations;
  }

  /**
   * Writes on a locked number; null leaves what there is.
   *
   * @throws org.carillon.api.model.BadRequestException when two labels differ in letter case only,
   *     or when there is nothing to write
   */
  void put(
      OperationContext context,
      PhoneNumber number,
      @Nullable List<String> labels,
      @Nullable String note) {
    if (labels == null && note == null) {
      throw Refusal.badRequest("Labels and Note are absent; give at least one of them");
    }
    if (labels != null) {
      SortedMap<String, String> byKey = byKey(labels);
      annotations.putLabels(context, number, byKey);
      numbers.sortByLabel(context, number, byKey.isEmpty() ? null : byKey.firstKey());
    }
    if (note != null) {
      annotations.putNote(context, number, note);
    }
    context.auditSubject(number.e164().text());
  }

  private static SortedMap<String, String> byKey(List<String> labels) {
    TreeMap<String, String> byKey = new TreeMap<>(BY_CODE_POINTS);
    for (String label : labels) {
      String other = byKey.put(InventoryQuery.key(label), label);
      if (other != null) {
        throw Refusal.badRequest(
            "Labels lists "
                + other
                + " and "
                + label
                + ", which are equal except for letter case; remove one");
      }
    }
    return byKey;
  }
}

package org.carillon.server.inventory.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SortOrder;
import org.carillon.server.inventory.numbers.Holder;
import org.jspecify.annotations.Nullable;

/**
 * What a test knows of a number that it put into the inventory, and whether a search finds it: the
 * naive reference for searches.
 *
 * @param numberId grows in order of creation
 * @param parts the users who have a part in the line that holds it
 */
record Stocked(
    long numberId,
    String e164,
    PhoneNumberStatus status,
    PhoneNumberProductType productType,
    @Nullable PhoneNumberType type,
    @Nullable String country,
    @Nullable Holder holder,
    Set<String> parts,
    @Nullable Instant heldSince,
    Instant changedAt,
    List<String> labels,
    Map<String, String> tags) {

  /** Whether it is still the organization's. */
  boolean isHere() {
    return status != PhoneNumberStatus.RELEASE_IN_PROGRESS
        && status != PhoneNumberStatus.RELEASE_FAILED;
  }

  /** The same, that holder's since then; some users have a part in it. */
  Stocked given(Holder by, Set<String> sharing, Instant since) {
    return new Stocked(
        numberId,
        e164,
        PhoneNumberStatus.ASSIGNED,
        productType,
        type,
        country,
        by,
        sharing,
        since,
        since,
        labels,
        tags);
  }

  /** The same with those labels. */
  Stocked labelled(List<String> written) {
    return with(written, tags);
  }

  /** The same with those tags. */
  Stocked tagged(Map<String, String> written) {
    return with(labels, written);
  }

  private Stocked with(List<String> newLabels, Map<String, String> newTags) {
    return new Stocked(
        numberId,
        e164,
        status,
        productType,
        type,
        country,
        holder,
        parts,
        heldSince,
        changedAt,
        newLabels,
        newTags);
  }

  /** Whether that search finds it. */
  boolean isFound(SearchInventoryInput wanted) {
    return (wanted.status() == null ? isHere() : status == wanted.status())
        && isFoundInAnyStatus(wanted);
  }

  /** The same for every status. */
  boolean isFoundInAnyStatus(SearchInventoryInput wanted) {
    String digits = wanted.digits();
    Instant from = wanted.assignedFrom();
    Instant before = wanted.assignedBefore();
    String prefix = wanted.lineName();
    Holder by = holder;
    Instant since = heldSince;
    return (digits == null || e164.contains(digits.replaceAll("\\D", "")))
        && (wanted.productType() == null || productType == wanted.productType())
        && (wanted.type() == null || type == wanted.type())
        && (wanted.country() == null || wanted.country().equals(country))
        && (wanted.holderId() == null
            || parts.contains(wanted.holderId())
            || (by != null && by.holderId().equals(wanted.holderId())))
        && (wanted.holderType() == null || (by != null && kind(by) == wanted.holderType()))
        && (wanted.label() == null
            || labels.stream().anyMatch(each -> each.equalsIgnoreCase(wanted.label())))
        && (wanted.tagKey() == null
            || (wanted.tagValue() == null
                ? tags.containsKey(wanted.tagKey())
                : wanted.tagValue().equals(tags.get(wanted.tagKey()))))
        && (prefix == null
            || (by != null
                && by.kind() == Holder.Kind.LINE
                && by.name().regionMatches(true, 0, prefix, 0, prefix.length())))
        && (from == null || (since != null && !since.isBefore(from)))
        && (before == null || (since != null && since.isBefore(before)));
  }

  private static HolderType kind(Holder holder) {
    return HolderType.valueOf(holder.kind().name());
  }

  /** The order that the search asks for. */
  static Comparator<Stocked> order(SearchInventoryInput wanted) {
    Comparator<Stocked> byNumber = Comparator.comparing(Stocked::e164);
    InventoryColumn column = wanted.sortBy() == null ? InventoryColumn.NUMBER : wanted.sortBy();
    Comparator<Stocked> ascending =
        switch (column) {
          case NUMBER -> byNumber;
          case CREATED -> Comparator.comparingLong(Stocked::numberId);
          case UPDATED -> Comparator.comparing(Stocked::changedAt);
          case STATUS -> Comparator.comparing(each -> each.status().value());
          case PRODUCT_TYPE -> Comparator.comparing(each -> each.productType().value());
          case TYPE -> nullable(each -> each.type() == null ? null : each.type().value());
          case COUNTRY -> nullable(Stocked::country);
          case HOLDER_NAME -> nullable(each -> each.holder() == null ? null : each.holder().key());
          case ASSIGNED -> nullable(Stocked::heldSince);
          case LABEL ->
              nullable(each ->
                  each.labels().stream()
                      .map(label -> label.toLowerCase(Locale.ROOT))
                      .min(Comparator.naturalOrder())
                      .orElse(null));
        };
    Comparator<Stocked> order = ascending.thenComparing(byNumber);
    return wanted.sortOrder() == SortOrder.DESCENDING ? order.reversed() : order;
  }

  private interface Column<T extends @Nullable Object> {
    T of(Stocked number);
  }

  private static <T extends Comparable<? super T>> Comparator<Stocked> nullable(
      Column<@Nullable T> column) {
    return Comparator.comparing(column::of, Comparator.nullsLast(Comparator.naturalOrder()));
  }
}

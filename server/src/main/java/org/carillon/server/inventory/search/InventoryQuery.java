package org.carillon.server.inventory.search;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SortOrder;
import org.carillon.platform.db.CaseFolding;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a search, in their stored form; a null filter matches every number.
 *
 * @param digits nothing but digits, one to fifteen
 * @param labelKey as {@link #key}
 * @param tagValue null for every value
 * @param linePrefix as {@link Holder#key}
 */
record InventoryQuery(
    @Nullable String digits,
    @Nullable PhoneNumberStatus status,
    @Nullable PhoneNumberProductType productType,
    @Nullable PhoneNumberType type,
    @Nullable String country,
    @Nullable String holderId,
    Holder.@Nullable Kind holderType,
    @Nullable String labelKey,
    @Nullable String tagKey,
    @Nullable String tagValue,
    @Nullable String linePrefix,
    @Nullable Instant heldFrom,
    @Nullable Instant heldBefore,
    InventoryColumn column,
    boolean ascending) {

  /**
   * Returns the filters of a request.
   *
   * @throws org.carillon.api.model.BadRequestException for what {@link Keypad} cannot read, and for
   *     the value of a tag without its key
   */
  static InventoryQuery of(SearchInventoryInput input) {
    if (input.tagValue() != null && input.tagKey() == null) {
      throw Refusal.badRequest("TagValue needs TagKey; give the key of the tag with that value");
    }
    return new InventoryQuery(
        input.digits() == null ? null : Keypad.digits(input.digits()),
        input.status(),
        input.productType(),
        input.type(),
        input.country(),
        input.holderId(),
        kind(input.holderType()),
        input.label() == null ? null : key(input.label()),
        input.tagKey(),
        input.tagValue(),
        input.lineName() == null ? null : Holder.key(input.lineName()),
        input.assignedFrom(),
        input.assignedBefore(),
        requireNonNullElse(input.sortBy(), InventoryColumn.NUMBER),
        requireNonNullElse(input.sortOrder(), SortOrder.ASCENDING) == SortOrder.ASCENDING);
  }

  /** Returns the same filters without the one by status. */
  InventoryQuery inAnyStatus() {
    return new InventoryQuery(
        digits,
        null,
        productType,
        type,
        country,
        holderId,
        holderType,
        labelKey,
        tagKey,
        tagValue,
        linePrefix,
        heldFrom,
        heldBefore,
        column,
        ascending);
  }

  /**
   * Returns the filters without the texts and the instants that they look for: searches with equal
   * ones are the same statements.
   */
  InventoryQuery shape() {
    return new InventoryQuery(
        digits == null ? null : "",
        status,
        productType,
        type,
        country == null ? null : "",
        holderId == null ? null : "",
        holderType,
        labelKey == null ? null : "",
        tagKey == null ? null : "",
        tagValue == null ? null : "",
        linePrefix == null ? null : "",
        heldFrom == null ? null : Instant.EPOCH,
        heldBefore == null ? null : Instant.EPOCH,
        column,
        ascending);
  }

  /** Returns the form of a label for comparison, without letter case. */
  static String key(String label) {
    return CaseFolding.of(label);
  }

  /** Returns whether only assigned numbers match. */
  boolean held() {
    return status == PhoneNumberStatus.ASSIGNED
        || holderId != null
        || holderType != null
        || linePrefix != null
        || heldFrom != null
        || heldBefore != null;
  }

  /** Returns whether the covering indexes have all that the filters look at. */
  boolean covered() {
    return holderId == null
        && labelKey == null
        && tagKey == null
        && linePrefix == null
        && heldFrom == null
        && heldBefore == null;
  }

  /** Returns whether the filters look at nothing but columns with few values. */
  boolean isOfColumns() {
    return covered() && digits == null;
  }

  private static Holder.@Nullable Kind kind(@Nullable HolderType kind) {
    return kind == null
        ? null
        : switch (kind) {
          case USER -> Holder.Kind.USER;
          case CONNECTOR -> Holder.Kind.CONNECTOR;
          case GROUP -> Holder.Kind.GROUP;
          case SIP_RULE -> Holder.Kind.SIP_RULE;
          case LINE -> Holder.Kind.LINE;
        };
  }
}

package org.carillon.server.inventory.search;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.NUMBER_LABEL;
import static org.carillon.platform.db.schema.Tables.NUMBER_SUFFIX;
import static org.carillon.platform.db.schema.Tables.NUMBER_TAG;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Says filters in SQL: as a condition on a number's row, and as keys out of an index. */
final class InventoryFilterSql {

  /** Fewer digits have no index. */
  private static final int SHORTEST_INDEXED = 3;

  private InventoryFilterSql() {}

  /** Returns whether a number matches all filters and is still the organization's. */
  static Condition matches(OperationContext context, InventoryQuery wanted) {
    return NumberSql.status(wanted.status(), wanted.now()).and(matchesInAnyStatus(context, wanted));
  }

  /** Returns whether a number matches all filters except the one by status. */
  static Condition matchesInAnyStatus(OperationContext context, InventoryQuery wanted) {
    return (wanted.digits() == null
            ? noCondition()
            : PHONE_NUMBER.E164.like("%" + wanted.digits() + "%"))
        .and(
            equal(
                PHONE_NUMBER.PRODUCT_TYPE,
                wanted.productType() == null ? null : wanted.productType().value()))
        .and(equal(PHONE_NUMBER.TYPE, wanted.type() == null ? null : wanted.type().value()))
        .and(equal(PHONE_NUMBER.COUNTRY, wanted.country()))
        .and(heldByKind(wanted))
        .and(heldIn(wanted))
        .and(wanted.linePrefix() == null ? noCondition() : line(wanted.linePrefix()))
        .and(wanted.holderId() == null ? noCondition() : heldBy(context, wanted.holderId()))
        .and(wanted.labelKey() == null ? noCondition() : labelled(context, wanted.labelKey()))
        .and(wanted.tagKey() == null ? noCondition() : tagged(context, wanted.tagKey(), wanted));
  }

  /** Returns whether the kind of a number's holder matches. */
  static Condition heldByKind(InventoryQuery wanted) {
    return equal(
        PHONE_NUMBER.HOLDER_KIND, wanted.holderType() == null ? null : wanted.holderType().name());
  }

  private static Condition heldBy(OperationContext context, String holderId) {
    return exists(
        selectOne()
            .from(ASSIGNMENT)
            .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
            .and(ASSIGNMENT.HOLDER_ID.eq(holderId))
            .and(ASSIGNMENT.NUMBER_ID.eq(PHONE_NUMBER.NUMBER_ID))
            .and(LedgerSql.open(ASSIGNMENT)));
  }

  private static Condition labelled(OperationContext context, String labelKey) {
    return exists(
        selectOne()
            .from(NUMBER_LABEL)
            .where(NUMBER_LABEL.NUMBER_ID.eq(PHONE_NUMBER.NUMBER_ID))
            .and(NUMBER_LABEL.LABEL_KEY.eq(labelKey))
            .and(NUMBER_LABEL.ORGANIZATION_ID.eq(context.organizationId())));
  }

  private static Condition tagged(OperationContext context, String key, InventoryQuery wanted) {
    return exists(
        selectOne()
            .from(NUMBER_TAG)
            .where(NUMBER_TAG.NUMBER_ID.eq(PHONE_NUMBER.NUMBER_ID))
            .and(NUMBER_TAG.TAG_KEY.eq(key))
            .and(NUMBER_TAG.ORGANIZATION_ID.eq(context.organizationId()))
            .and(equal(NUMBER_TAG.TAG_VALUE, wanted.tagValue())));
  }

  private static Condition line(String prefix) {
    return PHONE_NUMBER
        .HOLDER_KIND
        .eq(Holder.Kind.LINE.name())
        .and(PHONE_NUMBER.HOLDER_KEY.ge(prefix))
        .and(PHONE_NUMBER.HOLDER_KEY.lt(prefix + Character.toString(Character.MAX_CODE_POINT)));
  }

  /** The range of instants since when a number may be held. */
  static Condition heldIn(InventoryQuery wanted) {
    return (wanted.heldFrom() == null
            ? noCondition()
            : PHONE_NUMBER.HELD_SINCE.ge(wanted.heldFrom()))
        .and(
            wanted.heldBefore() == null
                ? noCondition()
                : PHONE_NUMBER.HELD_SINCE.lt(wanted.heldBefore()));
  }

  private static Condition equal(Field<String> column, @Nullable String value) {
    return value == null ? noCondition() : column.eq(value);
  }

  /**
   * Returns the keys of a few numbers that include all matches, by the first filter that leaves
   * only a few; empty when each filter leaves many. It asks the filters first that usually leave
   * least, and counts no further than a few.
   */
  static Optional<Select<Record1<Long>>> narrowest(
      OperationContext context, InventoryQuery wanted, int limit) {
    return candidates(context, wanted).stream()
        .filter(each -> context.transaction().sql().fetchCount(each.limit(limit + 1)) <= limit)
        .findFirst()
        .map(Function.identity());
  }

  private static List<SelectConditionStep<Record1<Long>>> candidates(
      OperationContext context, InventoryQuery wanted) {
    List<SelectConditionStep<Record1<Long>>> found = new ArrayList<>();
    if (wanted.digits() != null && wanted.digits().length() >= SHORTEST_INDEXED) {
      found.add(
          select(NUMBER_SUFFIX.NUMBER_ID)
              .from(NUMBER_SUFFIX)
              .where(NUMBER_SUFFIX.ORGANIZATION_ID.eq(context.organizationId()))
              .and(NUMBER_SUFFIX.SUFFIX.ge(wanted.digits()))
              // The character after 9.
              .and(NUMBER_SUFFIX.SUFFIX.lt(wanted.digits() + ":")));
    }
    if (wanted.holderId() != null) {
      found.add(
          select(ASSIGNMENT.NUMBER_ID)
              .from(ASSIGNMENT)
              .where(LedgerSql.openOf(context, wanted.holderId())));
    }
    if (wanted.labelKey() != null) {
      found.add(
          select(NUMBER_LABEL.NUMBER_ID)
              .from(NUMBER_LABEL)
              .where(NUMBER_LABEL.ORGANIZATION_ID.eq(context.organizationId()))
              .and(NUMBER_LABEL.LABEL_KEY.eq(wanted.labelKey())));
    }
    if (wanted.tagKey() != null) {
      found.add(
          select(NUMBER_TAG.NUMBER_ID)
              .from(NUMBER_TAG)
              .where(NUMBER_TAG.ORGANIZATION_ID.eq(context.organizationId()))
              .and(NUMBER_TAG.TAG_KEY.eq(wanted.tagKey()))
              .and(equal(NUMBER_TAG.TAG_VALUE, wanted.tagValue())));
    }
    if (wanted.linePrefix() != null) {
      found.add(numbers(context, line(wanted.linePrefix())));
    }
    if (wanted.heldFrom() != null || wanted.heldBefore() != null) {
      found.add(numbers(context, heldIn(wanted)));
    }
    if (wanted.holderType() != null) {
      found.add(numbers(context, equal(PHONE_NUMBER.HOLDER_KIND, wanted.holderType().name())));
    }
    if (wanted.status() != null) {
      found.add(numbers(context, NumberSql.phase(wanted.status())));
    }
    if (wanted.country() != null) {
      found.add(numbers(context, PHONE_NUMBER.COUNTRY.eq(wanted.country())));
    }
    if (wanted.type() != null) {
      found.add(numbers(context, PHONE_NUMBER.TYPE.eq(wanted.type().value())));
    }
    if (wanted.productType() != null) {
      found.add(numbers(context, PHONE_NUMBER.PRODUCT_TYPE.eq(wanted.productType().value())));
    }
    return found;
  }

  private static SelectConditionStep<Record1<Long>> numbers(
      OperationContext context, Condition which) {
    return select(PHONE_NUMBER.NUMBER_ID)
        .from(PHONE_NUMBER)
        .where(NumberSql.inInventory(context))
        .and(which);
  }
}

package org.carillon.server.inventory.search;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.NUMBER_LABEL;
import static org.carillon.platform.db.schema.Tables.NUMBER_SUFFIX;
import static org.carillon.platform.db.schema.Tables.NUMBER_TAG;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** The keys of the numbers that one filter leaves, out of an index. */
final class FilterKeysSql {

  /** Fewer digits have no index. */
  private static final int SHORTEST_INDEXED = 3;

  private static final FilterKeysSql OF_DIGITS =
      keys(
          NUMBER_SUFFIX,
          NUMBER_SUFFIX.NUMBER_ID,
          ContextSql.ofOrganization(NUMBER_SUFFIX.ORGANIZATION_ID)
              .and(NUMBER_SUFFIX.SUFFIX.ge(InventoryFilterSql.SUFFIX_FROM.slot()))
              .and(NUMBER_SUFFIX.SUFFIX.lt(InventoryFilterSql.SUFFIX_BEFORE.slot())));
  private static final FilterKeysSql OF_HOLDER =
      keys(ASSIGNMENT, ASSIGNMENT.NUMBER_ID, LedgerSql.openOf());
  private static final FilterKeysSql OF_LABEL =
      keys(
          NUMBER_LABEL,
          NUMBER_LABEL.NUMBER_ID,
          ContextSql.ofOrganization(NUMBER_LABEL.ORGANIZATION_ID)
              .and(given(NUMBER_LABEL.LABEL_KEY)));
  private static final FilterKeysSql OF_TAG_KEY = ofTag(noCondition());
  private static final FilterKeysSql OF_TAG = ofTag(given(NUMBER_TAG.TAG_VALUE));
  private static final FilterKeysSql OF_LINE = numbers(InventoryFilterSql.OF_LINE);
  private static final FilterKeysSql HELD_FROM = numbers(InventoryFilterSql.IS_HELD_FROM);
  private static final FilterKeysSql HELD_BEFORE = numbers(InventoryFilterSql.IS_HELD_BEFORE);
  private static final FilterKeysSql HELD_WITHIN =
      numbers(InventoryFilterSql.IS_HELD_FROM.and(InventoryFilterSql.IS_HELD_BEFORE));
  private static final FilterKeysSql OF_KIND = numbers(given(PHONE_NUMBER.HOLDER_KIND));
  private static final Map<PhoneNumberStatus, FilterKeysSql> IN_STATUS =
      Arrays.stream(PhoneNumberStatus.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), status -> numbers(NumberSql.phase(status))));
  private static final FilterKeysSql OF_COUNTRY = numbers(given(PHONE_NUMBER.COUNTRY));
  private static final FilterKeysSql OF_TYPE = numbers(given(PHONE_NUMBER.TYPE));
  private static final FilterKeysSql OF_PRODUCT = numbers(given(PHONE_NUMBER.PRODUCT_TYPE));

  private static final Field<Integer> COUNT = count();

  private final Select<Record1<Long>> keys;
  private final Query<Integer> count;

  private FilterKeysSql(Select<Record1<Long>> keys) {
    this.keys = keys;
    this.count =
        Query.of(sql -> sql.select(COUNT).from(keys.asTable("found")), row -> row.get(COUNT));
  }

  private static FilterKeysSql keys(Table<?> table, Field<Long> numberId, Condition which) {
    return new FilterKeysSql(
        select(numberId).from(table).where(which).limit(InventoryFilterSql.MOST.slot()));
  }

  private static FilterKeysSql ofTag(Condition value) {
    return keys(
        NUMBER_TAG,
        NUMBER_TAG.NUMBER_ID,
        ContextSql.ofOrganization(NUMBER_TAG.ORGANIZATION_ID)
            .and(given(NUMBER_TAG.TAG_KEY))
            .and(value));
  }

  private static FilterKeysSql numbers(Condition which) {
    return keys(PHONE_NUMBER, PHONE_NUMBER.NUMBER_ID, NumberSql.inOwnInventory().and(which));
  }

  /**
   * Returns the keys of a few numbers that include all matches, by the first filter that leaves
   * only a few; empty when each filter leaves many. It asks the filters first that usually leave
   * least, and counts no further than a few.
   *
   * @param values the values of the filters, and one more than few as {@link
   *     InventoryFilterSql#MOST}
   */
  static Optional<FilterKeysSql> narrowest(
      OperationContext context, InventoryQuery wanted, Argument values, int few) {
    return candidates(wanted).stream()
        .filter(each -> each.count.get(context.transaction(), values) <= few)
        .findFirst();
  }

  private static List<FilterKeysSql> candidates(InventoryQuery wanted) {
    List<FilterKeysSql> found = new ArrayList<>();
    if (wanted.digits() != null && wanted.digits().length() >= SHORTEST_INDEXED) {
      found.add(OF_DIGITS);
    }
    if (wanted.holderId() != null) {
      found.add(OF_HOLDER);
    }
    if (wanted.labelKey() != null) {
      found.add(OF_LABEL);
    }
    if (wanted.tagKey() != null) {
      found.add(wanted.tagValue() == null ? OF_TAG_KEY : OF_TAG);
    }
    if (wanted.linePrefix() != null) {
      found.add(OF_LINE);
    }
    if (wanted.heldFrom() != null) {
      found.add(wanted.heldBefore() == null ? HELD_FROM : HELD_WITHIN);
    } else if (wanted.heldBefore() != null) {
      found.add(HELD_BEFORE);
    }
    if (wanted.holderType() != null) {
      found.add(OF_KIND);
    }
    if (wanted.status() != null) {
      found.add(Objects.requireNonNull(IN_STATUS.get(wanted.status())));
    }
    if (wanted.country() != null) {
      found.add(OF_COUNTRY);
    }
    if (wanted.type() != null) {
      found.add(OF_TYPE);
    }
    if (wanted.productType() != null) {
      found.add(OF_PRODUCT);
    }
    return found;
  }

  /** Returns the rows of numbers with those keys, each once. */
  Table<?> rows() {
    Table<Record1<Long>> found = keys.asTable("found");
    Table<?> few = selectDistinct(found.fields()).from(found).asTable("few");
    return few.join(PHONE_NUMBER)
        .on(PHONE_NUMBER.NUMBER_ID.eq(few.field(PHONE_NUMBER.NUMBER_ID)))
        .and(ContextSql.ofOrganization(PHONE_NUMBER.ORGANIZATION_ID));
  }
}

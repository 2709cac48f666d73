package org.carillon.server.inventory.search;

import static java.util.Objects.requireNonNullElse;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.NUMBER_LABEL;
import static org.carillon.platform.db.schema.Tables.NUMBER_SUFFIX;
import static org.carillon.platform.db.schema.Tables.NUMBER_TAG;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.function.Function;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Says filters in SQL, as a condition on a number's row, and gives their values to a run. */
final class InventoryFilterSql {

  /** The most rows that a part of a statement reads. */
  static final Parameter<Integer> MOST = Parameter.of(field(name("most"), Integer.class));

  /** The digits with which a suffix of a number begins, and the first text behind all of them. */
  static final Parameter<String> SUFFIX_FROM = Parameter.of(NUMBER_SUFFIX.SUFFIX);

  static final Parameter<String> SUFFIX_BEFORE = Parameter.of(NUMBER_SUFFIX.SUFFIX);

  private static final Parameter<String> PATTERN = Parameter.of(PHONE_NUMBER.E164);
  private static final Parameter<String> LINE_FROM = Parameter.of(PHONE_NUMBER.HOLDER_KEY);
  private static final Parameter<String> LINE_BEFORE = Parameter.of(PHONE_NUMBER.HOLDER_KEY);
  private static final Parameter<Instant> HELD_FROM = Parameter.of(PHONE_NUMBER.HELD_SINCE);
  private static final Parameter<Instant> HELD_BEFORE = Parameter.of(PHONE_NUMBER.HELD_SINCE);

  private static final Condition HAS_DIGITS = PHONE_NUMBER.E164.like(PATTERN.slot());

  /** The number is that of a line whose name has the prefix. */
  static final Condition OF_LINE =
      PHONE_NUMBER
          .HOLDER_KIND
          .eq(inline(Holder.Kind.LINE.name()))
          .and(PHONE_NUMBER.HOLDER_KEY.ge(LINE_FROM.slot()))
          .and(PHONE_NUMBER.HOLDER_KEY.lt(LINE_BEFORE.slot()));

  /** The number is held since the beginning of the range of instants, or later. */
  static final Condition IS_HELD_FROM = PHONE_NUMBER.HELD_SINCE.ge(HELD_FROM.slot());

  /** The number is held since an instant before the end of the range. */
  static final Condition IS_HELD_BEFORE = PHONE_NUMBER.HELD_SINCE.lt(HELD_BEFORE.slot());

  private static final Condition HELD_BY =
      exists(
          selectOne()
              .from(ASSIGNMENT)
              .where(LedgerSql.ofOrganization(ASSIGNMENT))
              .and(given(ASSIGNMENT.HOLDER_ID))
              .and(ASSIGNMENT.NUMBER_ID.eq(PHONE_NUMBER.NUMBER_ID))
              .and(LedgerSql.open(ASSIGNMENT)));

  private static final Condition LABELLED =
      exists(
          selectOne()
              .from(NUMBER_LABEL)
              .where(NUMBER_LABEL.NUMBER_ID.eq(PHONE_NUMBER.NUMBER_ID))
              .and(given(NUMBER_LABEL.LABEL_KEY))
              .and(ContextSql.ofOrganization(NUMBER_LABEL.ORGANIZATION_ID)));

  private static final Condition TAGGED = tagged(noCondition());
  private static final Condition TAGGED_WITH = tagged(given(NUMBER_TAG.TAG_VALUE));

  private InventoryFilterSql() {}

  private static Condition tagged(Condition value) {
    return exists(
        selectOne()
            .from(NUMBER_TAG)
            .where(NUMBER_TAG.NUMBER_ID.eq(PHONE_NUMBER.NUMBER_ID))
            .and(given(NUMBER_TAG.TAG_KEY))
            .and(ContextSql.ofOrganization(NUMBER_TAG.ORGANIZATION_ID))
            .and(value));
  }

  /** Returns whether a number matches all filters and is still the organization's. */
  static Condition matches(InventoryQuery wanted) {
    return NumberSql.status(wanted.status()).and(matchesInAnyStatus(wanted));
  }

  /** Returns whether a number matches all filters except the one by status. */
  static Condition matchesInAnyStatus(InventoryQuery wanted) {
    return ifGiven(wanted.digits(), HAS_DIGITS)
        .and(ifGiven(wanted.productType(), given(PHONE_NUMBER.PRODUCT_TYPE)))
        .and(ifGiven(wanted.type(), given(PHONE_NUMBER.TYPE)))
        .and(ifGiven(wanted.country(), given(PHONE_NUMBER.COUNTRY)))
        .and(ifGiven(wanted.holderType(), given(PHONE_NUMBER.HOLDER_KIND)))
        .and(ifGiven(wanted.heldFrom(), IS_HELD_FROM))
        .and(ifGiven(wanted.heldBefore(), IS_HELD_BEFORE))
        .and(ifGiven(wanted.linePrefix(), OF_LINE))
        .and(ifGiven(wanted.holderId(), HELD_BY))
        .and(ifGiven(wanted.labelKey(), LABELLED))
        .and(ifGiven(wanted.tagKey(), wanted.tagValue() == null ? TAGGED : TAGGED_WITH));
  }

  private static Condition ifGiven(@Nullable Object filter, Condition condition) {
    return filter == null ? noCondition() : condition;
  }

  /** Returns the values of all filters for a run; no statement reads those of absent filters. */
  static Argument values(OperationContext context, InventoryQuery wanted) {
    String digits = requireNonNullElse(wanted.digits(), "");
    String line = requireNonNullElse(wanted.linePrefix(), "");
    return Argument.all(
        context.organization(),
        context.instant(),
        PATTERN.is("%" + digits + "%"),
        SUFFIX_FROM.is(digits),
        // The character after 9.
        SUFFIX_BEFORE.is(digits + ":"),
        Argument.of(
            PHONE_NUMBER.PRODUCT_TYPE,
            ifPresent(wanted.productType(), PhoneNumberProductType::value)),
        Argument.of(PHONE_NUMBER.TYPE, ifPresent(wanted.type(), PhoneNumberType::value)),
        Argument.of(PHONE_NUMBER.COUNTRY, wanted.country()),
        Argument.of(PHONE_NUMBER.HOLDER_KIND, ifPresent(wanted.holderType(), Holder.Kind::name)),
        HELD_FROM.is(requireNonNullElse(wanted.heldFrom(), Instant.EPOCH)),
        HELD_BEFORE.is(requireNonNullElse(wanted.heldBefore(), Instant.EPOCH)),
        LINE_FROM.is(line),
        LINE_BEFORE.is(line + Character.toString(Character.MAX_CODE_POINT)),
        Argument.of(ASSIGNMENT.HOLDER_ID, wanted.holderId()),
        Argument.of(NUMBER_LABEL.LABEL_KEY, wanted.labelKey()),
        Argument.of(NUMBER_TAG.TAG_KEY, wanted.tagKey()),
        Argument.of(NUMBER_TAG.TAG_VALUE, wanted.tagValue()));
  }

  private static <T> @Nullable String ifPresent(@Nullable T filter, Function<T, String> value) {
    return filter == null ? null : value.apply(filter);
  }
}

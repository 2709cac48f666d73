package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Set;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a list by status, product and holder, a page at a time. */
final class NumberListStore {

  /** The most numbers that one page reads when its filters may skip most of them. */
  private static final int LOOKED_AT = 5_000;

  /** Those that an index knows only together, because the deadline tells them apart. */
  private static final Set<PhoneNumberStatus> QUEUED =
      Set.of(
          PhoneNumberStatus.DELETE_IN_PROGRESS,
          PhoneNumberStatus.RELEASE_IN_PROGRESS,
          PhoneNumberStatus.RELEASE_FAILED);

  private static final Parameter<Long> AFTER = Parameter.of(PHONE_NUMBER.NUMBER_ID);
  private static final Parameter<Long> END = Parameter.of(PHONE_NUMBER.NUMBER_ID);

  private static final Condition OF_PRODUCT = given(PHONE_NUMBER.PRODUCT_TYPE);
  private static final Condition UP_TO = PHONE_NUMBER.NUMBER_ID.le(END.slot());
  private static final Condition OF_ACCOUNT =
      given(ASSIGNMENT.ACCOUNT_ID).and(isFirstOfAccount()).and(isNotOutbound(ASSIGNMENT));
  private static final Condition OF_HOLDER =
      given(ASSIGNMENT.HOLDER_ID).and(given(ASSIGNMENT.HOLDER_KIND)).and(isNotOutbound(ASSIGNMENT));

  private static final Query<InventoryStore.ItemRow> PAGE =
      InventoryStore.query((sql, filter) ->
          sql.selectFrom(PHONE_NUMBER)
              .where(NumberSql.inOwnInventory())
              .and(filter)
              .and(PHONE_NUMBER.NUMBER_ID.gt(AFTER.slot()))
              .orderBy(PHONE_NUMBER.NUMBER_ID)
              .limit(limit()));

  private static final Query<InventoryStore.ItemRow> PAGE_OF_HOLDER =
      InventoryStore.query((sql, filter) ->
          sql.select(PHONE_NUMBER.fields())
              .from(ASSIGNMENT)
              .join(PHONE_NUMBER)
              .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
              .and(LedgerSql.open(ASSIGNMENT))
              .where(NumberSql.inOwnInventory())
              .and(LedgerSql.ofOrganization(ASSIGNMENT))
              .and(filter)
              .and(ASSIGNMENT.NUMBER_ID.gt(AFTER.slot()))
              .orderBy(ASSIGNMENT.NUMBER_ID)
              .limit(limit()));

  private static final Field<Long> LAST = max(PHONE_NUMBER.NUMBER_ID);
  private static final Field<Integer> ROWS = count();

  private static final Query<End> ENDS =
      Query.filtered(
          (sql, filter) ->
              sql.select(LAST, ROWS)
                  .from(
                      sql.select(PHONE_NUMBER.NUMBER_ID)
                          .from(PHONE_NUMBER)
                          .where(NumberSql.inOwnInventory())
                          .and(filter)
                          .and(PHONE_NUMBER.NUMBER_ID.gt(AFTER.slot()))
                          .orderBy(PHONE_NUMBER.NUMBER_ID)
                          .limit(inline(LOOKED_AT))
                          .asTable(PHONE_NUMBER)),
          row -> new End(row.get(ROWS) < LOOKED_AT ? null : row.get(LAST)));

  /** The last key that one page looks at; null when the list ends before. */
  private record End(@Nullable Long key) {}

  /** The filters of a list of numbers; null is no filter. */
  record NumberFilter(
      @Nullable PhoneNumberStatus status,
      @Nullable PhoneNumberProductType productType,
      @Nullable HolderFilter holder) {

    /**
     * Returns whether there may be any number of rows between two that are wanted, in every index.
     */
    boolean passesOver() {
      return holder == null && status != null && (productType != null || QUEUED.contains(status));
    }

    /**
     * Returns whether whom it names can have no such number; looking at each of theirs finds none.
     */
    boolean isContradiction() {
      return holder != null
          && ((status != null && status != PhoneNumberStatus.ASSIGNED)
              || (productType != null && productType != holder.productType()));
    }
  }

  /**
   * The holder or account whose numbers are listed.
   *
   * @param kind null when {@code value} names an account, whose users may all hold them
   */
  record HolderFilter(Holder.@Nullable Kind kind, String value) {

    private PhoneNumberProductType productType() {
      return (kind == null ? Holder.Kind.USER : kind).productType();
    }
  }

  /** One page in order of keys, which is the order of creation. */
  Slice<InventoryStore.InventoryItem, Long> page(
      OperationContext context, NumberFilter wanted, long after, int size) {
    if (wanted.isContradiction()) {
      return Slice.last(List.of());
    }
    Long end = wanted.passesOver() ? end(context, wanted, after) : null;
    Filter narrowed = NumberSql.status(context, wanted.status());
    if (wanted.productType() != null) {
      narrowed =
          narrowed.and(
              OF_PRODUCT, Argument.of(PHONE_NUMBER.PRODUCT_TYPE, wanted.productType().value()));
    }
    if (end != null) {
      narrowed = narrowed.and(UP_TO, END.is(end));
    }
    HolderFilter holder = wanted.holder();
    Query<InventoryStore.ItemRow> query = holder == null ? PAGE : PAGE_OF_HOLDER;
    List<InventoryStore.ItemRow> rows =
        query.list(
            context.transaction(),
            holder == null ? narrowed : narrowed.and(holds(holder)),
            context.organization(),
            AFTER.is(after),
            Argument.limit(size + 1));
    return Slice.of(
        InventoryStore.items(rows), size, item -> item.number().numberId().value(), end);
  }

  /**
   * The key up to which one page looks, asked before it looks: numbers that leave in between make
   * the page shorter, but none is passed over. Null when the list ends before.
   */
  private static @Nullable Long end(OperationContext context, NumberFilter wanted, long after) {
    return ENDS.get(
            context.transaction(),
            NumberSql.phaseFilter(requireNonNull(wanted.status())),
            context.organization(),
            AFTER.is(after))
        .key();
  }

  /** Outbound-only members do not hold the number. */
  private static Filter holds(HolderFilter filter) {
    return filter.kind() == null
        ? Filter.of(OF_ACCOUNT, Argument.of(ASSIGNMENT.ACCOUNT_ID, filter.value()))
        : Filter.of(
            OF_HOLDER,
            Argument.of(ASSIGNMENT.HOLDER_ID, filter.value()),
            Argument.of(ASSIGNMENT.HOLDER_KIND, filter.kind().name()));
  }

  /** Lists a line with several users of one account once. */
  private static Condition isFirstOfAccount() {
    var earlier = ASSIGNMENT.as("earlier");
    return notExists(
        selectOne()
            .from(earlier)
            .where(LedgerSql.sameNumber(earlier, ASSIGNMENT))
            .and(earlier.ACCOUNT_ID.eq(ASSIGNMENT.ACCOUNT_ID))
            .and(LedgerSql.open(earlier))
            .and(isNotOutbound(earlier))
            .and(earlier.ASSIGNMENT_ID.lt(ASSIGNMENT.ASSIGNMENT_ID)));
  }

  private static Condition isNotOutbound(Assignment rows) {
    return LedgerSql.inRole(rows, Role.OUTBOUND).not();
  }
}

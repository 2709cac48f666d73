package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Set;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
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
    Condition narrowed =
        NumberSql.inInventory(context)
            .and(NumberSql.status(wanted.status(), context.now()))
            .and(
                wanted.productType() == null
                    ? noCondition()
                    : PHONE_NUMBER.PRODUCT_TYPE.eq(wanted.productType().value()))
            .and(end == null ? noCondition() : PHONE_NUMBER.NUMBER_ID.le(end));
    HolderFilter holder = wanted.holder();
    var sql = context.transaction().sql();
    Select<? extends Record> page =
        holder == null
            ? sql.selectFrom(PHONE_NUMBER)
                .where(narrowed)
                .and(PHONE_NUMBER.NUMBER_ID.gt(after))
                .orderBy(PHONE_NUMBER.NUMBER_ID)
                .limit(size + 1)
            : sql.select(PHONE_NUMBER.fields())
                .from(ASSIGNMENT)
                .join(PHONE_NUMBER)
                .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
                .and(LedgerSql.open(ASSIGNMENT))
                .where(narrowed)
                .and(LedgerSql.ofOrganization(ASSIGNMENT, context))
                .and(holds(holder))
                .and(ASSIGNMENT.NUMBER_ID.gt(after))
                .orderBy(ASSIGNMENT.NUMBER_ID)
                .limit(size + 1);
    List<InventoryStore.InventoryItem> found = InventoryStore.entries(context, page);
    return Slice.of(found, size, entry -> entry.number().numberId().value(), end);
  }

  /**
   * The key up to which one page looks, asked before it looks: numbers that leave in between make
   * the page shorter, but none is passed over. Null when the list ends before.
   */
  private static @Nullable Long end(OperationContext context, NumberFilter wanted, long after) {
    var sql = context.transaction().sql();
    Table<?> next =
        sql.select(PHONE_NUMBER.NUMBER_ID)
            .from(PHONE_NUMBER)
            .where(NumberSql.inInventory(context))
            .and(NumberSql.phase(requireNonNull(wanted.status())))
            .and(PHONE_NUMBER.NUMBER_ID.gt(after))
            .orderBy(PHONE_NUMBER.NUMBER_ID)
            .limit(LOOKED_AT)
            .asTable(PHONE_NUMBER);
    return sql.select(max(PHONE_NUMBER.NUMBER_ID), count())
        .from(next)
        .fetchSingle(row -> row.value2() < LOOKED_AT ? null : row.value1());
  }

  /** Outbound-only members do not hold the number. */
  private static Condition holds(HolderFilter filter) {
    Condition whose =
        filter.kind() == null
            ? ASSIGNMENT.ACCOUNT_ID.eq(filter.value()).and(isFirstOfAccount())
            : ASSIGNMENT
                .HOLDER_ID
                .eq(filter.value())
                .and(ASSIGNMENT.HOLDER_KIND.eq(filter.kind().name()));
    return whose.and(LedgerSql.inRole(ASSIGNMENT, Role.OUTBOUND).not());
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
            .and(LedgerSql.inRole(earlier, Role.OUTBOUND).not())
            .and(earlier.ASSIGNMENT_ID.lt(ASSIGNMENT.ASSIGNMENT_ID)));
  }
}

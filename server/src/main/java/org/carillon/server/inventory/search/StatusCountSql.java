package org.carillon.server.inventory.search;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.numbers.Phase;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Counts numbers by facet: status, product type, type and country in one word, in the row of each
 * number. The matches of a filter by columns are all numbers of some facets, and an index has them
 * side by side.
 */
final class StatusCountSql {

  /** Some hundreds in the largest organizations; there are not many more countries. */
  private static final int MAX_COUNTED = 10_000;

  private static final Field<String> FACET = field(name("facets", "facet"), String.class);

  /** Jumps from each facet to the next through the index; the limit stops the recursion. */
  private static final Query<String> FACETS =
      Query.of(
          sql ->
              sql.withRecursive("facets", "facet")
                  .as(
                      select(min(PHONE_NUMBER.FACET))
                          .from(PHONE_NUMBER)
                          .where(NumberSql.inOwnInventory())
                          .unionAll(
                              select(
                                      field(
                                          select(min(PHONE_NUMBER.FACET))
                                              .from(PHONE_NUMBER)
                                              .where(NumberSql.inOwnInventory())
                                              .and(PHONE_NUMBER.FACET.gt(FACET))))
                                  .from(name("facets"))
                                  .where(FACET.isNotNull())))
                  .select(FACET)
                  .from(name("facets"))
                  .where(FACET.isNotNull())
                  .limit(inline(MAX_COUNTED)),
          row -> row.get(FACET));

  private static final Condition HAS_NO_HOLDER = PHONE_NUMBER.HOLDER_KIND.isNull();
  private static final Condition HELD_BY_KIND = given(PHONE_NUMBER.HOLDER_KIND);
  private static final Field<Integer> COUNT = DSL.count();

  private static final Query<Integer> COUNTED =
      Query.filtered(
          (sql, filter) ->
              sql.select(COUNT)
                  .from(
                      selectOne()
                          .from(PHONE_NUMBER)
                          .where(NumberSql.inOwnInventory())
                          .and(among(PHONE_NUMBER.FACET))
                          .and(filter)
                          .limit(limit())
                          .asTable("counted")),
          row -> row.get(COUNT));

  private StatusCountSql() {}

  /** Returns the facets of the organization's numbers that match. */
  static List<String> of(OperationContext context, InventoryQuery wanted) {
    return FACETS.list(context.transaction(), context.organization()).stream()
        .filter(facet -> matches(facet.split("/", -1), wanted))
        .toList();
  }

  private static boolean matches(String[] parts, InventoryQuery wanted) {
    return matches(parts[1], wanted.productType() == null ? null : wanted.productType().value())
        && matches(parts[2], wanted.type() == null ? null : wanted.type().value())
        && matches(parts[3], wanted.country());
  }

  private static boolean matches(String part, @Nullable String wanted) {
    return wanted == null || wanted.equals(part);
  }

  /** Returns how many numbers in that status have one of those facets, counted up to a limit. */
  static int count(
      OperationContext context,
      InventoryQuery wanted,
      List<String> facets,
      PhoneNumberStatus status,
      int limit) {
    String state = state(status) + "/";
    List<String> ofStatus = facets.stream().filter(each -> each.startsWith(state)).toList();
    if (ofStatus.isEmpty()) {
      return 0;
    }
    return COUNTED.get(
        context.transaction(),
        heldByKind(wanted, status).and(NumberSql.deadline(context, status)),
        context.organization(),
        Argument.among(PHONE_NUMBER.FACET, ofStatus),
        Argument.limit(limit));
  }

  /**
   * An unassigned number has no holder. With this condition the index reaches the deadlines, which
   * follow the holder's kind in it, and the query does not read the whole deletion queue.
   */
  private static Filter heldByKind(InventoryQuery wanted, PhoneNumberStatus status) {
    if (wanted.holderType() != null) {
      return Filter.of(
          HELD_BY_KIND, Argument.of(PHONE_NUMBER.HOLDER_KIND, wanted.holderType().name()));
    }
    return status == PhoneNumberStatus.ASSIGNED ? Filter.NONE : Filter.of(HAS_NO_HOLDER);
  }

  /** The phase of every number in that status, and a plus or a minus for whether it is assigned. */
  private static String state(PhoneNumberStatus status) {
    Phase phase =
        Phase.of(status)
            .orElseThrow(() ->
                new IllegalArgumentException(status + " is not counted: no number is ever in it"));
    return phase + (NumberSql.isAssigned(status) ? "+" : "-");
  }
}

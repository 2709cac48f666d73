package org.carillon.server.inventory.search;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.util.List;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.numbers.Phase;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Counts numbers by facet: status, product type, type and country in one word, in the row of each
 * number. The matches of a filter by columns are all numbers of some facets, and an index has them
 * side by side.
 */
final class StatusCountSql {

  /** Jumps from each facet to the next through the index; the limit stops the recursion. */
  private static final String FACETS =
      """
      with recursive facets(facet) as (
        select min(facet) from phone_number where organization_id = ? and phase <> 'RELEASED'
        union all
        select (select min(n.facet) from phone_number n
                where n.organization_id = ? and n.phase <> 'RELEASED' and n.facet > facets.facet)
        from facets where facets.facet is not null)
      select facet from facets where facet is not null limit ?\
      """;

  /** Some hundreds in the largest organizations; there are not many more countries. */
  private static final int MAX_COUNTED = 10_000;

  private StatusCountSql() {}

  /** Returns the facets of the organization's numbers that match. */
  static List<String> of(OperationContext context, InventoryQuery wanted) {
    String organization = context.organizationId();
    return context
        .transaction()
        .sql()
        .fetch(FACETS, organization, organization, MAX_COUNTED)
        .map(row -> row.get(0, String.class))
        .stream()
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
    return context
        .transaction()
        .sql()
        .fetchCount(
            DSL.selectOne()
                .from(PHONE_NUMBER)
                .where(NumberSql.inInventory(context))
                .and(PHONE_NUMBER.FACET.in(ofStatus))
                .and(heldByKind(wanted, status))
                .and(NumberSql.deadline(status, wanted.now()))
                .limit(limit));
  }

  /**
   * An unassigned number has no holder. With this condition the index reaches the deadlines, which
   * follow the holder's kind in it, and the query does not read the whole deletion queue.
   */
  private static Condition heldByKind(InventoryQuery wanted, PhoneNumberStatus status) {
    return wanted.holderType() == null && status != PhoneNumberStatus.ASSIGNED
        ? PHONE_NUMBER.HOLDER_KIND.isNull()
        : InventoryFilterSql.heldByKind(wanted);
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

package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.NUMBER_LABEL;
import static org.carillon.platform.db.schema.Tables.NUMBER_NOTE;
import static org.carillon.platform.db.schema.Tables.NUMBER_SUFFIX;
import static org.carillon.platform.db.schema.Tables.NUMBER_TAG;

import java.util.List;
import java.util.stream.IntStream;
import org.carillon.platform.operations.OperationContext;

/** Keeps what numbers are searched by beside their own rows: written once, and gone with them. */
final class NumberIndexRows {

  /** Fewer digits find too many numbers for an index to be of use. */
  private static final int SHORTEST = 3;

  /**
   * In one statement for all the numbers, since there are nine rows for a US one; in the order of
   * the table's key, which touches each of its pages once.
   */
  private static final String ADD =
      """
      insert into number_suffix (organization_id, suffix, number_id)
      select n.organization_id, substr(n.e164, s.place), n.number_id
      from phone_number n join
        (select 2 as place union all select 3 union all select 4 union all select 5
         union all select 6 union all select 7 union all select 8 union all select 9
         union all select 10 union all select 11 union all select 12 union all select 13
         union all select 14) s on s.place <= length(n.e164) - 2
      where n.organization_id = ? and n.number_id between ? and ?
      on conflict do nothing\
      """;

  private NumberIndexRows() {}

  /** Makes numbers that were just added findable by any of their digits. */
  static void add(OperationContext context, List<PhoneNumber> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    // Keys grow, so that there is hardly any other number between those of one batch.
    long first =
        numbers.stream().mapToLong(number -> number.numberId().value()).min().orElseThrow();
    long last = numbers.stream().mapToLong(number -> number.numberId().value()).max().orElseThrow();
    context.transaction().sql().execute(ADD, context.organizationId(), first, last);
  }

  /** Forgets a number that leaves the inventory, with all that was written on it. */
  static void remove(OperationContext context, PhoneNumber number) {
    var sql = context.transaction().sql();
    List<String> suffixes = suffixes(number.e164().text());
    if (!suffixes.isEmpty()) {
      sql.deleteFrom(NUMBER_SUFFIX)
          .where(NUMBER_SUFFIX.ORGANIZATION_ID.eq(context.organizationId()))
          .and(NUMBER_SUFFIX.SUFFIX.in(suffixes))
          .and(NUMBER_SUFFIX.NUMBER_ID.eq(number.numberId().value()))
          .execute();
    }
    sql.deleteFrom(NUMBER_LABEL)
        .where(NUMBER_LABEL.ORGANIZATION_ID.eq(context.organizationId()))
        .and(NUMBER_LABEL.NUMBER_ID.eq(number.numberId().value()))
        .execute();
    sql.deleteFrom(NUMBER_TAG)
        .where(NUMBER_TAG.ORGANIZATION_ID.eq(context.organizationId()))
        .and(NUMBER_TAG.NUMBER_ID.eq(number.numberId().value()))
        .execute();
    sql.deleteFrom(NUMBER_NOTE)
        .where(NUMBER_NOTE.ORGANIZATION_ID.eq(context.organizationId()))
        .and(NUMBER_NOTE.NUMBER_ID.eq(number.numberId().value()))
        .execute();
  }

  private static List<String> suffixes(String e164) {
    return IntStream.rangeClosed(1, e164.length() - SHORTEST).mapToObj(e164::substring).toList();
  }
}

package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.schema.Tables.NUMBER_LABEL;
import static org.carillon.platform.db.schema.Tables.NUMBER_NOTE;
import static org.carillon.platform.db.schema.Tables.NUMBER_SUFFIX;
import static org.carillon.platform.db.schema.Tables.NUMBER_TAG;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.util.List;
import java.util.stream.IntStream;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Field;
import org.jooq.Table;

/** Keeps what numbers are searched by beside their own rows: written once, and gone with them. */
final class NumberIndexRows {

  /** Fewer digits find too many numbers for an index to be of use. */
  private static final int SHORTEST = 3;

  private static final org.carillon.platform.db.schema.tables.PhoneNumber NUMBERS =
      PHONE_NUMBER.as("n");
  private static final Parameter<Long> NUMBER = Parameter.of(NUMBERS.NUMBER_ID);
  private static final Parameter<Long> FIRST = Parameter.of(NUMBERS.NUMBER_ID);
  private static final Parameter<Long> LAST = Parameter.of(NUMBERS.NUMBER_ID);

  /**
   * In one statement for all the numbers, since there are nine rows for a US one; in the order of
   * the table's key, which touches each of its pages once.
   */
  private static final Command ADD =
      Command.of(sql ->
          sql.query(
              """
              insert into number_suffix (organization_id, suffix, number_id)
              select n.organization_id, substr(n.e164, s.place), n.number_id
              from phone_number n join
                (select 2 as place union all select 3 union all select 4 union all select 5
                 union all select 6 union all select 7 union all select 8 union all select 9
                 union all select 10 union all select 11 union all select 12 union all select 13
                 union all select 14) s on s.place <= length(n.e164) - 2
              where {0}
              on conflict do nothing\
              """,
              ContextSql.ofOrganization(NUMBERS.ORGANIZATION_ID)
                  .and(NUMBERS.NUMBER_ID.between(FIRST.slot(), LAST.slot()))));

  private static final Command REMOVE_SUFFIXES =
      Command.of(sql ->
          sql.deleteFrom(NUMBER_SUFFIX)
              .where(ContextSql.ofOrganization(NUMBER_SUFFIX.ORGANIZATION_ID))
              .and(among(NUMBER_SUFFIX.SUFFIX))
              .and(NUMBER_SUFFIX.NUMBER_ID.eq(NUMBER.slot())));

  private static final List<Command> REMOVE_WRITTEN =
      List.of(
          remove(NUMBER_LABEL, NUMBER_LABEL.ORGANIZATION_ID, NUMBER_LABEL.NUMBER_ID),
          remove(NUMBER_TAG, NUMBER_TAG.ORGANIZATION_ID, NUMBER_TAG.NUMBER_ID),
          remove(NUMBER_NOTE, NUMBER_NOTE.ORGANIZATION_ID, NUMBER_NOTE.NUMBER_ID));

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
    ADD.run(context.transaction(), context.organization(), FIRST.is(first), LAST.is(last));
  }

  /** Forgets a number that leaves the inventory, with all that was written on it. */
  static void remove(OperationContext context, PhoneNumber number) {
    Argument key = NUMBER.is(number.numberId().value());
    REMOVE_SUFFIXES.run(
        context.transaction(),
        context.organization(),
        key,
        Argument.among(NUMBER_SUFFIX.SUFFIX, suffixes(number.e164().text())));
    REMOVE_WRITTEN.forEach(each -> each.run(context.transaction(), context.organization(), key));
  }

  private static Command remove(
      Table<?> table, Field<String> organizationId, Field<Long> numberId) {
    return Command.of(sql ->
        sql.deleteFrom(table)
            .where(ContextSql.ofOrganization(organizationId))
            .and(numberId.eq(NUMBER.slot())));
  }

  private static List<String> suffixes(String e164) {
    return IntStream.rangeClosed(1, e164.length() - SHORTEST).mapToObj(e164::substring).toList();
  }
}

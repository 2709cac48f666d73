package org.carillon.server.inventory.search;

import static org.carillon.platform.db.schema.Tables.NUMBER_LABEL;
import static org.carillon.platform.db.schema.Tables.NUMBER_NOTE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.PhoneNumber;

/** Keeps the labels and the notes that people write on numbers. */
final class AnnotationStore {

  /** The note of a number, and its time. */
  record Note(String text, Instant notedAt) {}

  /** A label in the form it is found by, in one of the forms it was written, and how often. */
  record LabelCount(String labelKey, String label, int numbers) {}

  /**
   * Jumps from each label to the next through the index rather than read all rows of each; the
   * limit stops the recursion.
   */
  private static final String LABELS =
      """
      with recursive keys(label_key) as (
        select min(label_key) from number_label where organization_id = ? and label_key > ?
        union all
        select (select min(n.label_key) from number_label n
                where n.organization_id = ? and n.label_key > keys.label_key)
        from keys where keys.label_key is not null)
      select keys.label_key,
        (select n.label from number_label n where n.number_id =
          (select min(m.number_id) from number_label m
           where m.organization_id = ? and m.label_key = keys.label_key)
          and n.label_key = keys.label_key) as label,
        (select count(*) from (select 1 from number_label n where n.organization_id = ?
          and n.label_key = keys.label_key limit ?) counted) as numbers
      from keys where keys.label_key is not null limit ?\
      """;

  /**
   * The labels of each of those numbers of the organization that has any, in alphabetical order.
   * The organization is not asked for again: SQLite would rather read all of its labels than those
   * of a hundred numbers.
   */
  Map<NumberKey, List<String>> labels(OperationContext context, Collection<NumberKey> numberIds) {
    if (numberIds.isEmpty()) {
      return Map.of();
    }
    return context
        .transaction()
        .sql()
        .select(NUMBER_LABEL.NUMBER_ID, NUMBER_LABEL.LABEL)
        .from(NUMBER_LABEL)
        .where(NUMBER_LABEL.NUMBER_ID.in(NumberKey.values(numberIds)))
        .orderBy(NUMBER_LABEL.NUMBER_ID, NUMBER_LABEL.LABEL_KEY)
        .fetchGroups(row -> new NumberKey(row.value1()), row -> row.value2());
  }

  /** Returns the labels after that one, each with its count of numbers up to a limit. */
  List<LabelCount> labelsAfter(
      OperationContext context, String labelKey, int mostNumbers, int limit) {
    String organization = context.organizationId();
    return context
        .transaction()
        .sql()
        .fetch(
            LABELS,
            organization,
            labelKey,
            organization,
            organization,
            organization,
            mostNumbers,
            limit)
        .map(row ->
            new LabelCount(
                row.get("label_key", String.class),
                row.get("label", String.class),
                row.get("numbers", Integer.class)));
  }

  /** The note of a number. */
  Optional<Note> note(OperationContext context, PhoneNumber number) {
    return context
        .transaction()
        .sql()
        .select(NUMBER_NOTE.NOTE, NUMBER_NOTE.NOTED_AT)
        .from(NUMBER_NOTE)
        .where(NUMBER_NOTE.ORGANIZATION_ID.eq(context.organizationId()))
        .and(NUMBER_NOTE.NUMBER_ID.eq(number.numberId().value()))
        .fetchOptional(row -> new Note(row.value1(), row.value2()));
  }

  /** Puts labels, by the keys that they are found by, in place of all that a locked number has. */
  void putLabels(OperationContext context, PhoneNumber number, Map<String, String> labels) {
    var sql = context.transaction().sql();
    sql.deleteFrom(NUMBER_LABEL)
        .where(NUMBER_LABEL.ORGANIZATION_ID.eq(context.organizationId()))
        .and(NUMBER_LABEL.NUMBER_ID.eq(number.numberId().value()))
        .execute();
    if (!labels.isEmpty()) {
      var insert =
          sql.insertInto(
              NUMBER_LABEL,
              NUMBER_LABEL.ORGANIZATION_ID,
              NUMBER_LABEL.NUMBER_ID,
              NUMBER_LABEL.LABEL_KEY,
              NUMBER_LABEL.LABEL);
      for (Map.Entry<String, String> each : labels.entrySet()) {
        insert =
            insert.values(
                context.organizationId(),
                number.numberId().value(),
                each.getKey(),
                each.getValue());
      }
      insert.execute();
    }
  }

  /**
   * Puts a note in place of that of a locked number; an empty one takes it away. The same note
   * keeps its time.
   */
  void putNote(OperationContext context, PhoneNumber number, String note) {
    var sql = context.transaction().sql();
    sql.deleteFrom(NUMBER_NOTE)
        .where(NUMBER_NOTE.ORGANIZATION_ID.eq(context.organizationId()))
        .and(NUMBER_NOTE.NUMBER_ID.eq(number.numberId().value()))
        .and(NUMBER_NOTE.NOTE.ne(note))
        .execute();
    if (!note.isEmpty()) {
      sql.insertInto(
              NUMBER_NOTE,
              NUMBER_NOTE.ORGANIZATION_ID,
              NUMBER_NOTE.NUMBER_ID,
              NUMBER_NOTE.NOTE,
              NUMBER_NOTE.NOTED_AT)
          .values(context.organizationId(), number.numberId().value(), note, context.now())
          .onConflictDoNothing()
          .execute();
    }
  }
}

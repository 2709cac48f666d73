package org.carillon.server.inventory.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.NUMBER_LABEL;
import static org.carillon.platform.db.schema.Tables.NUMBER_NOTE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** Keeps the labels and the notes that people write on numbers. */
final class AnnotationStore {

  /** The note of a number, and its time. */
  record Note(String text, Instant notedAt) {}

  /** A label in the form it is found by, in one of the forms it was written, and how often. */
  record LabelCount(String labelKey, String label, int numbers) {}

  private static final Condition OWN = ContextSql.ofOrganization(NUMBER_LABEL.ORGANIZATION_ID);

  /** Not sorted: SQLite would walk the labels of all numbers for the sake of an order. */
  private static final Query<NumberLabel> LABELS_OF =
      Query.of(
          sql ->
              sql.select(NUMBER_LABEL.NUMBER_ID, NUMBER_LABEL.LABEL_KEY, NUMBER_LABEL.LABEL)
                  .from(NUMBER_LABEL)
                  .where(among(NUMBER_LABEL.NUMBER_ID)),
          row ->
              new NumberLabel(
                  new NumberKey(row.get(NUMBER_LABEL.NUMBER_ID)),
                  row.get(NUMBER_LABEL.LABEL_KEY),
                  row.get(NUMBER_LABEL.LABEL)));

  private static final Field<String> KEY = field(name("keys", "label_key"), String.class);
  private static final Field<String> LABEL = field(label());
  private static final Field<Integer> NUMBERS =
      field(
          select(count())
              .from(
                  selectOne()
                      .from(NUMBER_LABEL)
                      .where(OWN)
                      .and(NUMBER_LABEL.LABEL_KEY.eq(KEY))
                      .limit(InventoryFilterSql.MOST.slot())
                      .asTable("counted")));

  /**
   * Jumps from each label to the next through the index rather than read all rows of each; the
   * limit stops the recursion.
   */
  private static final Query<LabelCount> LABELS =
      Query.of(
          sql ->
              sql.withRecursive("keys", "label_key")
                  .as(
                      select(min(NUMBER_LABEL.LABEL_KEY))
                          .from(NUMBER_LABEL)
                          .where(OWN)
                          .and(NUMBER_LABEL.LABEL_KEY.gt(slot(NUMBER_LABEL.LABEL_KEY)))
                          .unionAll(
                              select(
                                      field(
                                          select(min(NUMBER_LABEL.LABEL_KEY))
                                              .from(NUMBER_LABEL)
                                              .where(OWN)
                                              .and(NUMBER_LABEL.LABEL_KEY.gt(KEY))))
                                  .from(name("keys"))
                                  .where(KEY.isNotNull())))
                  .select(KEY, LABEL, NUMBERS)
                  .from(name("keys"))
                  .where(KEY.isNotNull())
                  .limit(limit()),
          row -> new LabelCount(row.get(KEY), row.get(LABEL), row.get(NUMBERS)));

  private static final Condition NOTE_OF =
      ContextSql.ofOrganization(NUMBER_NOTE.ORGANIZATION_ID).and(given(NUMBER_NOTE.NUMBER_ID));

  private static final Query<Note> NOTE =
      Query.of(
          sql ->
              sql.select(NUMBER_NOTE.NOTE, NUMBER_NOTE.NOTED_AT).from(NUMBER_NOTE).where(NOTE_OF),
          row -> new Note(row.get(NUMBER_NOTE.NOTE), row.get(NUMBER_NOTE.NOTED_AT)));

  private static final Command REMOVE_LABELS =
      Command.of(sql -> sql.deleteFrom(NUMBER_LABEL).where(OWN).and(given(NUMBER_LABEL.NUMBER_ID)));

  private static final Command ADD_LABEL =
      Command.insert(
          NUMBER_LABEL,
          NUMBER_LABEL.ORGANIZATION_ID,
          NUMBER_LABEL.NUMBER_ID,
          NUMBER_LABEL.LABEL_KEY,
          NUMBER_LABEL.LABEL);

  private static final Command REMOVE_OTHER_NOTE =
      Command.of(sql ->
          sql.deleteFrom(NUMBER_NOTE)
              .where(NOTE_OF)
              .and(NUMBER_NOTE.NOTE.ne(slot(NUMBER_NOTE.NOTE))));

  private static final Command ADD_NOTE =
      Command.insertIfAbsent(
          NUMBER_NOTE,
          NUMBER_NOTE.ORGANIZATION_ID,
          NUMBER_NOTE.NUMBER_ID,
          NUMBER_NOTE.NOTE,
          NUMBER_NOTE.NOTED_AT);

  private record NumberLabel(NumberKey numberId, String key, String label) {}

  /** Returns the label of the oldest number that has the key. */
  private static Select<Record1<String>> label() {
    var first = NUMBER_LABEL.as("first");
    return select(NUMBER_LABEL.LABEL)
        .from(NUMBER_LABEL)
        .where(
            NUMBER_LABEL.NUMBER_ID.eq(
                select(min(first.NUMBER_ID))
                    .from(first)
                    .where(ContextSql.ofOrganization(first.ORGANIZATION_ID))
                    .and(first.LABEL_KEY.eq(KEY))))
        .and(NUMBER_LABEL.LABEL_KEY.eq(KEY));
  }

  /**
   * The labels of each of those numbers of the organization that has any, in alphabetical order.
   * The organization is not asked for again: SQLite would rather read all of its labels than those
   * of a hundred numbers.
   */
  Map<NumberKey, List<String>> labels(OperationContext context, Collection<NumberKey> numberIds) {
    if (numberIds.isEmpty()) {
      return Map.of();
    }
    return LABELS_OF
        .list(
            context.transaction(),
            Argument.among(NUMBER_LABEL.NUMBER_ID, NumberKey.values(numberIds)))
        .stream()
        .sorted(Comparator.comparing(NumberLabel::key, Annotations.BY_CODE_POINTS))
        .collect(groupingBy(NumberLabel::numberId, mapping(NumberLabel::label, toList())));
  }

  /** Returns the labels after that one, each with its count of numbers up to a limit. */
  List<LabelCount> labelsAfter(
      OperationContext context, String labelKey, int mostNumbers, int limit) {
    return LABELS.list(
        context.transaction(),
        context.organization(),
        Argument.of(NUMBER_LABEL.LABEL_KEY, labelKey),
        InventoryFilterSql.MOST.is(mostNumbers),
        Argument.limit(limit));
  }

  /** The note of a number. */
  Optional<Note> note(OperationContext context, PhoneNumber number) {
    return NOTE.find(
        context.transaction(),
        context.organization(),
        Argument.of(NUMBER_NOTE.NUMBER_ID, number.numberId().value()));
  }

  /** Puts labels, by the keys that they are found by, in place of all that a locked number has. */
  void putLabels(OperationContext context, PhoneNumber number, Map<String, String> labels) {
    Argument key = Argument.of(NUMBER_LABEL.NUMBER_ID, number.numberId().value());
    REMOVE_LABELS.run(context.transaction(), context.organization(), key);
    ADD_LABEL.runAll(
        context.transaction(),
        labels.entrySet().stream()
            .map(each ->
                Argument.all(
                    Argument.of(NUMBER_LABEL.ORGANIZATION_ID, context.organizationId()),
                    key,
                    Argument.of(NUMBER_LABEL.LABEL_KEY, each.getKey()),
                    Argument.of(NUMBER_LABEL.LABEL, each.getValue())))
            .toList());
  }

  /**
   * Puts a note in place of that of a locked number; an empty one takes it away. The same note
   * keeps its time.
   */
  void putNote(OperationContext context, PhoneNumber number, String note) {
    Argument written =
        Argument.all(
            Argument.of(NUMBER_NOTE.NUMBER_ID, number.numberId().value()),
            Argument.of(NUMBER_NOTE.NOTE, note));
    REMOVE_OTHER_NOTE.run(context.transaction(), context.organization(), written);
    if (!note.isEmpty()) {
      ADD_NOTE.run(
          context.transaction(),
          written,
          Argument.of(NUMBER_NOTE.ORGANIZATION_ID, context.organizationId()),
          Argument.of(NUMBER_NOTE.NOTED_AT, context.now()));
    }
  }
}

package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.PhoneNumberRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The rows of the inventory: found and locked by number, saved as a whole. */
public final class PhoneNumberStore {

  private static final List<Field<?>> NEVER_CHANGE =
      List.of(
          PHONE_NUMBER.ORGANIZATION_ID,
          PHONE_NUMBER.NUMBER_ID,
          PHONE_NUMBER.E164,
          PHONE_NUMBER.ORDER_ID,
          PHONE_NUMBER.COUNTRY,
          PHONE_NUMBER.TYPE,
          PHONE_NUMBER.CREATED_AT);

  private static final Condition OWN =
      NumberSql.ofOrganization().and(given(PHONE_NUMBER.NUMBER_ID));

  private static final Query<PhoneNumber> LOCKED_BY_E164 = locking(PHONE_NUMBER.E164);
  private static final Query<PhoneNumber> LOCKED_BY_KEY = locking(PHONE_NUMBER.NUMBER_ID);

  private static final Query<E164> E164_OF =
      Query.of(
          sql -> sql.select(PHONE_NUMBER.E164).from(PHONE_NUMBER).where(OWN),
          row -> new E164(row.get(PHONE_NUMBER.E164)));

  private static final Query<Long> HELD =
      Query.of(
          sql ->
              sql.select(PHONE_NUMBER.NUMBER_ID)
                  .from(PHONE_NUMBER)
                  .where(given(PHONE_NUMBER.E164))
                  .and(NumberSql.in(Phase.HELD)),
          row -> row.get(PHONE_NUMBER.NUMBER_ID));

  private static final Query<Long> CLAIMED =
      Query.of(
          sql ->
              sql.select(PHONE_NUMBER.NUMBER_ID)
                  .from(PHONE_NUMBER)
                  .where(given(PHONE_NUMBER.E164))
                  .and(NumberSql.claimed())
                  .limit(inline(1)),
          row -> row.get(PHONE_NUMBER.NUMBER_ID));

  private static final RecordCommand<PhoneNumberRecord> ADD = RecordCommand.insert(PHONE_NUMBER);
  private static final RecordCommand<PhoneNumberRecord> SAVE =
      RecordCommand.update(PHONE_NUMBER, OWN);

  private static final Command SORT_BY_LABEL =
      Command.of(sql ->
          sql.update(PHONE_NUMBER)
              .set(PHONE_NUMBER.LABEL_KEY, slot(PHONE_NUMBER.LABEL_KEY))
              .where(OWN));

  private static final Command REMOVE =
      Command.of(sql -> sql.deleteFrom(PHONE_NUMBER).where(OWN).and(NumberSql.in(Phase.FAILED)));

  private static Query<PhoneNumber> locking(Field<?> column) {
    return Query.locking(
        ResourceLock.NUMBER,
        PHONE_NUMBER,
        sql ->
            sql.selectFrom(PHONE_NUMBER)
                .where(NumberSql.inOwnInventory())
                .and(among(column))
                // Not by the column alone, whose index SQLite would walk for the sake of the order.
                .orderBy(PHONE_NUMBER.E164.concat(inline(""))),
        NumberRows::read);
  }

  /**
   * Locks the number until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when it is not, or no longer, the
   *     organization's
   */
  public PhoneNumber lock(OperationContext context, E164 e164) {
    return lockIfPresent(context, e164).orElseThrow(() -> notFound(e164));
  }

  /** The number, locked, if the organization has it. */
  public Optional<PhoneNumber> lockIfPresent(OperationContext context, E164 e164) {
    PhoneNumber found = lockAll(context, List.of(e164)).get(e164);
    return found == null || !found.isInInventoryOrQueue(context.now())
        ? Optional.empty()
        : Optional.of(found);
  }

  /**
   * Returns the numbers that are in the organization's inventory or queue, past their deadline too,
   * locked in the order of the numbers, which is the same for every transaction.
   */
  public Map<E164, PhoneNumber> lockAll(OperationContext context, Collection<E164> e164s) {
    return locked(
        context,
        LOCKED_BY_E164,
        Argument.among(PHONE_NUMBER.E164, E164.texts(e164s)),
        PhoneNumber::e164);
  }

  /** Returns the number of a tenure, for locks in the order of the numbers. */
  E164 e164(OperationContext context, NumberKey numberId) {
    return E164_OF.get(context.transaction(), context.organization(), key(numberId));
  }

  /** As {@link #lockAll(OperationContext, Collection)}, by their keys. */
  Map<NumberKey, PhoneNumber> lockAllByKey(
      OperationContext context, Collection<NumberKey> numberIds) {
    return locked(
        context,
        LOCKED_BY_KEY,
        Argument.among(PHONE_NUMBER.NUMBER_ID, NumberKey.values(numberIds)),
        PhoneNumber::numberId);
  }

  private static <K> Map<K, PhoneNumber> locked(
      OperationContext context,
      Query<PhoneNumber> query,
      Argument among,
      Function<PhoneNumber, K> keyOf) {
    List<PhoneNumber> numbers = query.list(context.transaction(), context.organization(), among);
    return context.transaction().lockedByKey(numbers, keyOf, PhoneNumber::changedAt);
  }

  private static Argument key(NumberKey numberId) {
    return Argument.of(PHONE_NUMBER.NUMBER_ID, numberId.value());
  }

  /** Adds numbers, in one batch. */
  public void add(OperationContext context, List<PhoneNumber> numbers) {
    List<PhoneNumberRecord> rows = numbers.stream().map(NumberRows::write).toList();
    ADD.runAll(context.transaction(), rows);
    NumberIndexRows.add(context, numbers);
    context.transaction().allowRelock();
  }

  /** Saves a locked number that keeps its holder, or has none. */
  public void save(OperationContext context, PhoneNumber number) {
    save(context, number, NumberRows.write(number));
    if (number.state() instanceof State.Released) {
      NumberIndexRows.remove(context, number);
    }
  }

  /** Saves a locked number that is that holder's from now on. */
  void save(OperationContext context, PhoneNumber number, Holder holder) {
    PhoneNumberRecord row = NumberRows.write(number);
    NumberRows.writeHolder(holder, context.now(), row);
    save(context, number, row);
  }

  /** Keeps the label by which the inventory is sorted; null for a number without any. */
  public void sortByLabel(OperationContext context, PhoneNumber number, @Nullable String labelKey) {
    SORT_BY_LABEL.run(
        context.transaction(),
        context.organization(),
        key(number.numberId()),
        Argument.of(PHONE_NUMBER.LABEL_KEY, labelKey));
  }

  private static void save(OperationContext context, PhoneNumber number, PhoneNumberRecord row) {
    NEVER_CHANGE.forEach(column -> row.touched(column, false));
    int saved =
        SAVE.run(context.transaction(), row, context.organization(), key(number.numberId()));
    if (saved != 1) {
      throw new IllegalStateException("number " + number.numberId() + " vanished behind its lock");
    }
  }

  /** Forgets a number that was never acquired; its order remembers it. */
  public void remove(OperationContext context, PhoneNumber number) {
    NumberIndexRows.remove(context, number);
    REMOVE.run(context.transaction(), context.organization(), key(number.numberId()));
  }

  /** Returns whether the number is in an inventory other than that of the given tenure. */
  public boolean isHeldByAnother(Transaction transaction, E164 e164, NumberKey numberId) {
    return HELD.list(transaction, Argument.of(PHONE_NUMBER.E164, e164.text())).stream()
        .anyMatch(key -> key != numberId.value());
  }

  /** Returns whether any organization claims the number, so that nobody else can acquire it. */
  public boolean isClaimed(OperationContext context, E164 e164) {
    return CLAIMED.exists(context.transaction(), Argument.of(PHONE_NUMBER.E164, e164.text()));
  }

  static RuntimeException notFound(E164 e164) {
    return Refusal.notFound(
        "there is no phone number %s in this organization%s"
            .formatted(
                e164,
                e164.asNational()
                    .map(meant -> "; for a national number of the US or Canada write " + meant)
                    .orElse("")));
  }
}

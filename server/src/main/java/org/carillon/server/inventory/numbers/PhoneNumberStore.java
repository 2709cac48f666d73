package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.PhoneNumberRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.pool.E164;
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
    return locked(context, PHONE_NUMBER.E164, E164.texts(e164s), PhoneNumber::e164);
  }

  /** Returns the number of a tenure, for locks in the order of the numbers. */
  E164 e164(OperationContext context, NumberKey numberId) {
    return context
        .transaction()
        .sql()
        .select(PHONE_NUMBER.E164)
        .from(PHONE_NUMBER)
        .where(NumberSql.ofOrganization(context))
        .and(PHONE_NUMBER.NUMBER_ID.eq(numberId.value()))
        .fetchSingle(row -> new E164(row.value1()));
  }

  /** As {@link #lockAll(OperationContext, Collection)}, by their keys. */
  Map<NumberKey, PhoneNumber> lockAllByKey(
      OperationContext context, Collection<NumberKey> numberIds) {
    return locked(
        context, PHONE_NUMBER.NUMBER_ID, NumberKey.values(numberIds), PhoneNumber::numberId);
  }

  private static <K, V> Map<K, PhoneNumber> locked(
      OperationContext context, Field<V> column, List<V> among, Function<PhoneNumber, K> keyOf) {
    List<PhoneNumber> numbers =
        context
            .transaction()
            .lock(
                ResourceLock.NUMBER,
                context
                    .transaction()
                    .sql()
                    .selectFrom(PHONE_NUMBER)
                    .where(NumberSql.inInventory(context))
                    .and(Sql.in(column, among))
                    .orderBy(PHONE_NUMBER.E164),
                PHONE_NUMBER)
            .fetch(NumberRows::read);
    return context.transaction().lockedByKey(numbers, keyOf, PhoneNumber::changedAt);
  }

  /** Adds numbers, in statements of bounded size. */
  public void add(OperationContext context, List<PhoneNumber> numbers) {
    List<PhoneNumberRecord> rows = numbers.stream().map(NumberRows::write).toList();
    context.transaction().sql().batchInsert(rows).execute();
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
    context
        .transaction()
        .sql()
        .update(PHONE_NUMBER)
        .set(PHONE_NUMBER.LABEL_KEY, labelKey)
        .where(NumberSql.ofOrganization(context))
        .and(PHONE_NUMBER.NUMBER_ID.eq(number.numberId().value()))
        .execute();
  }

  private static void save(OperationContext context, PhoneNumber number, PhoneNumberRecord row) {
    NEVER_CHANGE.forEach(column -> row.touched(column, false));
    int saved =
        context
            .transaction()
            .sql()
            .update(PHONE_NUMBER)
            .set(row)
            .where(NumberSql.ofOrganization(context))
            .and(PHONE_NUMBER.NUMBER_ID.eq(number.numberId().value()))
            .execute();
    if (saved != 1) {
      throw new IllegalStateException("number " + number.numberId() + " vanished behind its lock");
    }
  }

  /** Forgets a number that was never acquired; its order remembers it. */
  public void remove(OperationContext context, PhoneNumber number) {
    NumberIndexRows.remove(context, number);
    context
        .transaction()
        .sql()
        .deleteFrom(PHONE_NUMBER)
        .where(NumberSql.ofOrganization(context))
        .and(PHONE_NUMBER.NUMBER_ID.eq(number.numberId().value()))
        .and(NumberSql.in(Phase.FAILED))
        .execute();
  }

  /** Returns whether the number is in an inventory other than that of the given tenure. */
  public boolean isHeldByAnother(Transaction transaction, E164 e164, NumberKey numberId) {
    return transaction
        .sql()
        .fetchExists(
            PHONE_NUMBER,
            PHONE_NUMBER
                .E164
                .eq(e164.text())
                .and(NumberSql.in(Phase.HELD))
                .and(PHONE_NUMBER.NUMBER_ID.ne(numberId.value())));
  }

  /** Returns whether any organization claims the number, so that nobody else can acquire it. */
  public boolean isClaimed(OperationContext context, E164 e164) {
    return context
        .transaction()
        .sql()
        .fetchExists(PHONE_NUMBER, PHONE_NUMBER.E164.eq(e164.text()).and(NumberSql.claimed()));
  }

  static RuntimeException notFound(E164 e164) {
    return Refusal.notFound("there is no phone number " + e164 + " in this organization");
  }
}

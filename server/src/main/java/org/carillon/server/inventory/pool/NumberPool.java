package org.carillon.server.inventory.pool;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Pieces;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/** The operator's pool of numbers: fills and lists it. */
public final class NumberPool {

  /** The most numbers that one page of the list can hold. */
  public static final int PAGE = 1_000;

  private final Database database;
  private final PhoneNumberFacts facts;
  private final PoolStore store = new PoolStore();

  /** The pool in that database. */
  public NumberPool(Database database, PhoneNumberFacts facts) {
    this.database = database;
    this.facts = facts;
  }

  /** A number and where it belongs. */
  public record PoolNumber(
      E164 e164,
      @Nullable String country,
      PhoneNumberType type,
      @Nullable String city,
      @Nullable String state) {}

  /** Whether a number can be had. */
  public enum State {
    FREE,
    TAKEN,
    RESTING
  }

  /** A number of the pool as it stands. */
  public record Listed(PoolNumber entry, State state) {}

  /**
   * The outcome of an import.
   *
   * @param added 0 when anything is wrong, since then nothing is changed
   */
  public record Imported(int added, Problems found) {}

  /**
   * Adds the numbers of a CSV file, all or, when any row has a problem, none. What the file leaves
   * out comes from the numbering plans. It skips numbers that the pool already has as in the file,
   * so an interrupted import can run again.
   *
   * @param file from {@link NumberFile#text}
   * @throws IOException when the file cannot be read
   */
  public Imported importFile(Reader file) throws IOException {
    NumberFile.Content content = NumberFile.read(file);
    Problems found = content.found();
    for (NumberFile.Row row : content.rows()) {
      if (row.productType() != null || row.email() != null) {
        found.add(row.line(), "a product type or an e-mail needs --organization");
      }
    }
    Map<E164, PoolNumber> present =
        present(content.rows().stream().map(NumberFile.Row::e164).toList());
    List<PoolNumber> missing = new ArrayList<>();
    for (NumberFile.Row row : content.rows()) {
      facts.contradiction(row.e164(), row.type()).ifPresent(why -> found.add(row.line(), why));
      PoolNumber entry = entry(row);
      PoolNumber there = present.get(row.e164());
      if (there == null) {
        missing.add(entry);
      } else if (!there.equals(entry)) {
        found.add(row.line(), row.e164() + " is already in the pool");
      }
    }
    return new Imported(found.isEmpty() ? add(missing, new Pieces()) : 0, found);
  }

  /**
   * Adds the numbers of a block, such as {@code +12065550100-+12065550199}.
   *
   * @param type null to have it from the numbering plans
   * @return how many were added
   * @throws IllegalArgumentException when it is no block, or the pool has one of its numbers, or
   *     the numbering plans have none such or say that they are of another type
   */
  public int addBlock(String block, @Nullable PhoneNumberType type) {
    List<E164> numbers = NumberBlock.parse(block).numbers().toList();
    numbers.forEach(number -> verify(number, type));
    Set<E164> present = present(numbers).keySet();
    if (!present.isEmpty()) {
      throw new IllegalArgumentException(
          present.size() == 1
              ? present.iterator().next() + " of the block is already in the pool"
              : "%d numbers of the block are already in the pool, %s among them"
                  .formatted(present.size(), present.iterator().next()));
    }
    return add(
        numbers.stream().map(number -> entry(number, type, null, null)).toList(), new Pieces());
  }

  /** The numbers that follow that one in the order of their text; an empty text begins. */
  public List<Listed> list(String after, int limit) {
    if (limit < 1 || limit > PAGE) {
      throw new IllegalArgumentException("limit must be 1 to " + PAGE);
    }
    return database.read(transaction -> store.list(transaction, after, limit));
  }

  /**
   * Fills a pool that is empty with numbers kept for fiction, or goes on with it where an earlier
   * start was ended in the middle; does nothing to any other. Nodes that start at once may all do
   * it.
   *
   * @return how many were added
   */
  public int seed() {
    List<PoolNumber> fiction = FictionalNumbers.numbers();
    List<E164> ends = List.of(fiction.getFirst().e164(), fiction.getLast().e164());
    boolean begun = present(ends).keySet().equals(Set.of(ends.getFirst()));
    // Nobody waits for a pool that is not full yet, so there is no rest between the pieces.
    return begun || database.read(store::isEmpty) ? add(fiction, new Pieces(Duration.ZERO)) : 0;
  }

  /**
   * Marks a number as that tenure's, if the pool has it free: for numbers that come into an
   * inventory otherwise than by an order.
   *
   * @return false when another tenure has it; true also when the pool knows no such number
   */
  public boolean claim(Transaction transaction, E164 e164, String reference) {
    return store.present(transaction, List.of(e164)).isEmpty()
        || store.claim(transaction, e164, reference);
  }

  private Map<E164, PoolNumber> present(List<E164> numbers) {
    return database.read(transaction -> store.present(transaction, numbers));
  }

  private void verify(E164 e164, @Nullable PhoneNumberType type) {
    if (PhoneNumberText.dialable(e164.text())
        instanceof PhoneNumberText.Unreadable(String problem)) {
      throw new IllegalArgumentException(problem);
    }
    facts
        .contradiction(e164, type)
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
  }

  private int add(List<PoolNumber> entries, Pieces pieces) {
    AtomicInteger added = new AtomicInteger();
    pieces.each(
        entries,
        piece ->
            added.addAndGet(
                database.write(transaction -> pieces.timed(() -> store.add(transaction, piece)))));
    return added.get();
  }

  private PoolNumber entry(NumberFile.Row row) {
    return entry(row.e164(), row.type(), row.city(), row.state());
  }

  private PoolNumber entry(
      E164 e164, @Nullable PhoneNumberType type, @Nullable String city, @Nullable String state) {
    PhoneNumberFacts.Facts known = facts.of(e164);
    return new PoolNumber(
        e164,
        known.country(),
        type == null ? known.type() : type,
        city == null ? known.city() : city,
        state == null ? known.state() : state.toUpperCase(Locale.ROOT));
  }
}

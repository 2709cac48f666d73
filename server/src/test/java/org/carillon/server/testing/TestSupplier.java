package org.carillon.server.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.server.inventory.pool.NumberSearch;
import org.carillon.server.inventory.pool.NumberSupplier;

/**
 * A carrier that answers as a test tells it: it has every number once, keeps all orders waiting,
 * says no, or fails without an answer.
 */
public final class TestSupplier implements NumberSupplier {

  /** How it answers from now on. */
  public enum Mood {
    OBLIGING,
    SLOW,
    REFUSING,
    BROKEN
  }

  private final Map<String, String> sold = new ConcurrentHashMap<>();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final NavigableSet<String> stock = new ConcurrentSkipListSet<>();
  private volatile Mood mood = Mood.OBLIGING;

  /** Answers in that mood from now on. */
  public void become(Mood next) {
    mood = next;
  }

  /** Does not have that number. */
  public void lacks(String e164) {
    unknown.add(e164);
  }

  /** Finds those numbers for every search. */
  public void stocks(String... e164s) {
    stock.addAll(List.of(e164s));
  }

  /** Everything it was asked, such as {@code order +12065550100}. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public Page search(String organizationId, NumberSearch search) {
    NavigableSet<String> left =
        search.after() == null ? stock : stock.tailSet(search.after(), false);
    List<String> found = left.stream().limit(search.limit()).toList();
    return new Page(found, found.size() < left.size() ? found.getLast() : null);
  }

  @Override
  public Map<String, List<PhoneNumberType>> offers(String organizationId) {
    return Map.of("US", List.of(PhoneNumberType.LOCAL), "GB", List.of(PhoneNumberType.LOCAL));
  }

  @Override
  public Answer order(Request request) {
    asked.add("order " + request.e164());
    Answer answer = answer();
    if (!(answer instanceof Answer.Done)) {
      return answer;
    }
    return !unknown.contains(request.e164().text())
            && sold.computeIfAbsent(request.e164().text(), number -> request.reference())
                .equals(request.reference())
        ? answer
        : new Answer.Refused("not available");
  }

  @Override
  public Answer release(Request request) {
    asked.add("release " + request.e164());
    Answer answer = answer();
    if (answer instanceof Answer.Done) {
      sold.remove(request.e164().text(), request.reference());
    }
    return answer;
  }

  @Override
  public Answer setCallingName(Request request, String callingName) {
    asked.add("name " + request.e164() + " " + callingName);
    return answer();
  }

  private Answer answer() {
    return switch (mood) {
      case OBLIGING -> new Answer.Done();
      case SLOW -> new Answer.Pending(Duration.ofSeconds(30));
      case REFUSING -> new Answer.Refused("not today");
      case BROKEN -> throw new IllegalStateException("the line is dead");
    };
  }
}

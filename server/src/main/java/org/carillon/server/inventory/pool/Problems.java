package org.carillon.server.inventory.pool;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The problems of a file: the first hundred by line, and the number of all. */
public final class Problems {

  private static final int SHOWN = 100;

  private record Numbered(NumberFile.Problem problem, int number) {}

  private static final Comparator<Numbered> BY_LINE =
      Comparator.comparingLong((Numbered each) -> each.problem().line())
          .thenComparingInt(Numbered::number);

  private final PriorityQueue<Numbered> first = new PriorityQueue<>(BY_LINE.reversed());
  private int count;

  /**
   * Adds one.
   *
   * @param what a sentence for the operator, without the line
   */
  public void add(long line, String what) {
    first.add(new Numbered(new NumberFile.Problem(line, what), count++));
    if (first.size() > SHOWN) {
      first.remove();
    }
  }

  /** Adds the problems that another check of the same file found. */
  public void addAll(List<NumberFile.Problem> others) {
    others.forEach(each -> add(each.line(), each.what()));
  }

  /** Returns whether there are no problems. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The first hundred by line. */
  public List<NumberFile.Problem> list() {
    return first.stream().sorted(BY_LINE).map(Numbered::problem).toList();
  }

  /** The number of problems beyond the list. */
  public int more() {
    return count - first.size();
  }
}

package org.carillon.platform.db;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The conditions of one run of a {@link Query} that not every run has, with their arguments. The
 * conditions are constants of the stores: which of them a filter has decides the text.
 */
public final class Filter {

  /** The filter that all rows meet. */
  public static final Filter NONE = new Filter();

  private final List<Condition> conditions = new ArrayList<>();
  private final List<Argument> arguments = new ArrayList<>();

  /** Returns a filter with a condition. */
  public static Filter of(Condition constant, Argument... values) {
    return NONE.and(constant, values);
  }

  /** Returns this filter with one more condition. */
  public Filter and(Condition constant, Argument... values) {
    Filter more = and(NONE);
    more.conditions.add(constant);
    Collections.addAll(more.arguments, values);
    return more;
  }

  /** Returns the filter with the conditions of both. */
  public Filter and(Filter other) {
    Filter both = new Filter();
    both.conditions.addAll(conditions);
    both.conditions.addAll(other.conditions);
    both.arguments.addAll(arguments);
    both.arguments.addAll(other.arguments);
    return both;
  }

  Shape shape() {
    return new Shape(List.copyOf(conditions));
  }

  /** Returns the filter's arguments and those. */
  Argument with(Argument... others) {
    return arguments.isEmpty()
        ? Argument.all(others)
        : Argument.all(Argument.all(arguments.toArray(Argument[]::new)), Argument.all(others));
  }

  /** The conditions of a filter, which are equal when they are the same constants. */
  static final class Shape {

    private final List<Condition> conditions;

    private Shape(List<Condition> conditions) {
      this.conditions = conditions;
    }

    Condition condition() {
      return DSL.and(conditions);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (Condition each : conditions) {
        hash = 31 * hash + System.identityHashCode(each);
      }
      return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // jOOQ compares conditions by rendering them
    public boolean equals(Object other) {
      if (!(other instanceof Shape shape) || shape.conditions.size() != conditions.size()) {
        return false;
      }
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i) != shape.conditions.get(i)) {
          return false;
        }
      }
      return true;
    }
  }
}

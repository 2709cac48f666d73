package org.carillon.platform.db;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A value that a {@link Query} or {@link Command} gets at each run. Stores keep their parameters as
 * constants. A parameter may stand in several statements, and several times in one.
 */
public final class Parameter<T> {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String name = nextName();
  private final Param<T> slot;
  private final Converter<?, T> converter;

  private Parameter(Field<T> column) {
    this.slot = DSL.param(name, column.getDataType());
    this.converter = column.getDataType().getConverter();
  }

  static String nextName() {
    return "p" + NUMBERS.incrementAndGet();
  }

  /** Returns a new parameter for values of a column. */
  public static <T> Parameter<T> of(Field<T> column) {
    return new Parameter<>(column);
  }

  /** Returns the expression of the value in a statement. */
  public Param<T> slot() {
    return slot;
  }

  /** Gives the parameter its value for one run. */
  public Argument is(@Nullable T value) {
    return new Argument.Value(name, converter.fromType(), converter.to(value));
  }
}

package org.carillon.platform.db;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A value that a {@link Query} or {@link Command} gets at each run. Mostly it is the value of a
 * column, and the column itself names it; a second value of the same column has a parameter of its
 * own.
 */
public final class Parameter<T> {

  /** The numbers of the keys by which texts name their parameters; columns are constants. */
  private static final IdentityHashMap<Object, Integer> NUMBERS = new IdentityHashMap<>();

  private static final Parameter<Integer> LIMIT =
      of(DSL.field(DSL.unquotedName("limit"), SQLDataType.INTEGER));

  private final Field<T> column;

  private Parameter(Field<T> column) {
    this.column = column;
  }

  /** Returns a parameter for a further value of a column; stores keep it as a constant. */
  public static <T> Parameter<T> of(Field<T> column) {
    return new Parameter<>(column);
  }

  /** Returns the expression of this parameter in a statement. */
  public Param<T> slot() {
    return DSL.param(name(this), column.getDataType());
  }

  /** Gives this parameter its value for one run. */
  public Argument is(T value) {
    return new Argument.Value(this, column.getDataType().getConverter(), value);
  }

  /** Returns the expression of the value that a run gives for a column. */
  public static <T> Param<T> slot(Field<T> column) {
    return DSL.param(name(column), column.getDataType());
  }

  /** Returns the condition that a column has the value that a run gives for it. */
  public static <T> Condition given(Field<T> column) {
    return column.eq(slot(column));
  }

  /** Returns the expression of the most rows that a run wants, {@link Argument#limit}. */
  public static Param<Integer> limit() {
    return LIMIT.slot();
  }

  static Argument limit(int rows) {
    return LIMIT.is(rows);
  }

  /**
   * Returns the condition that a column has one of the values that a run gives for it. The list is
   * one parameter, so that the text is the same for every length: an array on PostgreSQL, JSON on
   * SQLite.
   */
  public static <T> Condition among(Field<T> column) {
    String name = name(column);
    return CustomCondition.of(context ->
        context.visit(
            switch (context.family()) {
              case POSTGRES ->
                  DSL.condition(
                      "{0} = any({1})",
                      column, DSL.param(name, column.getDataType().getArrayDataType()));
              default ->
                  DSL.condition(
                      "{0} in (select value from json_each({1}))",
                      column, DSL.param(name, SQLDataType.VARCHAR));
            }));
  }

  private static String name(Object key) {
    synchronized (NUMBERS) {
      return "p" + NUMBERS.computeIfAbsent(key, _ -> NUMBERS.size());
    }
  }

  /** Returns the keys of all parameters by their names. */
  static Map<String, Object> keys() {
    Map<String, Object> keys = new HashMap<>();
    synchronized (NUMBERS) {
      NUMBERS.forEach((key, number) -> keys.put("p" + number, key));
    }
    return Collections.unmodifiableMap(keys);
  }
}

package org.carillon.platform.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A list of values that a {@link Query} or {@link Command} gets at each run as one parameter, so
 * that its text is the same for every length: an array on PostgreSQL, JSON on SQLite.
 */
public final class ListParameter<T> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name = Parameter.nextName();
  private final Field<T> column;
  private final Converter<?, T> converter;

  private ListParameter(Field<T> column) {
    this.column = column;
    this.converter = column.getDataType().getConverter();
  }

  /** Returns a new parameter for lists of values of a column. */
  public static <T> ListParameter<T> of(Field<T> column) {
    return new ListParameter<>(column);
  }

  /** Returns the condition that a field has one of the values. */
  public Condition has(Field<T> field) {
    return CustomCondition.of(context ->
        context.visit(
            switch (context.family()) {
              case POSTGRES ->
                  DSL.condition(
                      "{0} = any({1})",
                      field, DSL.param(name, column.getDataType().getArrayDataType()));
              default ->
                  DSL.condition(
                      "{0} in (select value from json_each({1}))",
                      field, DSL.param(name, SQLDataType.VARCHAR));
            }));
  }

  /** Gives the parameter its values for one run. */
  public Argument are(Collection<T> values) {
    Object[] stored = values.stream().map(converter::to).toArray();
    return new Argument.Values(name, converter.fromType(), stored);
  }

  static String json(Object[] values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers have a JSON form", impossible);
    }
  }
}

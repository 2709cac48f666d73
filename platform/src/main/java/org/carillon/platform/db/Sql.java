package org.carillon.platform.db;

import static org.jooq.impl.DSL.falseCondition;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;

/** Conditions that jOOQ does not write by itself so that both engines take them. */
public final class Sql {

  private Sql() {}

  /**
   * Returns the condition that a field has one of the values, which is false of an empty list. jOOQ
   * pads lists for the sake of statement caches, and fails to pad an empty one on SQLite.
   */
  public static <T> Condition in(Field<T> field, Collection<T> values) {
    return values.isEmpty() ? falseCondition() : field.in(values);
  }
}

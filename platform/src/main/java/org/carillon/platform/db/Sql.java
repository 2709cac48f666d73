package org.carillon.platform.db;

import static org.jooq.impl.DSL.falseCondition;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Conditions and counts that jOOQ does not write by itself so that both engines take them. */
public final class Sql {

  private Sql() {}

  /** Counts the rows of a table that meet a condition, and stops at that many. */
  public static int count(Transaction transaction, Table<?> table, Condition rows, int most) {
    DSLContext sql = transaction.sql();
    return sql.fetchCount(sql.selectOne().from(table).where(rows).limit(most));
  }

  /**
   * Returns the condition that a field has one of the values, which is false of an empty list. jOOQ
   * pads lists for the sake of statement caches, and fails to pad an empty one on SQLite.
   */
  public static <T> Condition in(Field<T> field, Collection<T> values) {
    return values.isEmpty() ? falseCondition() : field.in(values);
  }
}

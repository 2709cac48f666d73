package org.carillon.platform.jobs;

import java.time.Instant;
import java.util.function.Consumer;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.MicrosConverter;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/**
 * Due work of the tests, in a table of its own: a text that goes to a receiver, and is forgotten
 * when the receiver has it.
 */
record Errands(Database database, Consumer<String> receiver) implements DueWork<String> {

  private static final ErrandTable TABLE = new ErrandTable();

  private static final DueRows<String> ROWS =
      DueRows.atOnce(
          TABLE.dueAt,
          TABLE.attempts,
          new DueRows.Source<>(
              sql -> sql.selectFrom(TABLE),
              row -> row.get(TABLE.text),
              text -> Argument.of(TABLE.text, text)));

  private static final class ErrandTable extends TableImpl<Record> {

    private static final long serialVersionUID = 1;

    final TableField<Record, String> text =
        createField(DSL.name("text"), SQLDataType.VARCHAR(64).nullable(false), this, "");
    final TableField<Record, Instant> dueAt =
        createField(DSL.name("due_at"), SQLDataType.BIGINT, this, "", new MicrosConverter());
    final TableField<Record, Integer> attempts =
        createField(DSL.name("attempts"), SQLDataType.INTEGER.nullable(false), this, "");

    ErrandTable() {
      super(DSL.name("errand"));
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
      return Internal.createUniqueKey(this, DSL.name("pk_errand"), text);
    }
  }

  /** Makes the table, unless another opening of the same database has. */
  static void prepare(Database database) {
    database.write(transaction ->
        transaction
            .sql()
            .execute(
                "create table if not exists errand"
                    + " (text varchar(64) primary key, due_at bigint, attempts integer not null)"));
  }

  /** Adds an errand that is due now. */
  static void put(Database database, String text) {
    database.write(transaction ->
        transaction
            .sql()
            .insertInto(TABLE)
            .set(TABLE.text, text)
            .set(TABLE.dueAt, transaction.now())
            .set(TABLE.attempts, 0)
            .execute());
  }

  @Override
  public String name() {
    return "errands";
  }

  @Override
  public DueRows<String> rows() {
    return ROWS;
  }

  @Override
  public void run(String text) {
    receiver.accept(text);
    database.write(
        transaction -> transaction.sql().deleteFrom(TABLE).where(TABLE.text.eq(text)).execute());
  }
}

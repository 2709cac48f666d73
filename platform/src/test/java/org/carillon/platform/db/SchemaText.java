package org.carillon.platform.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Writes down the schema of a migrated database as its engine knows it, in a stable order. */
public final class SchemaText {

  private final DSLContext sql;
  private final List<String> lines = new ArrayList<>();

  private SchemaText(DSLContext sql) {
    this.sql = sql;
  }

  /** A block a table: columns in their order, keys, checks, indexes. */
  public static List<String> of(Database database) {
    return database.read(transaction -> {
      SchemaText text = new SchemaText(transaction.sql());
      switch (database.engine()) {
        case SQLITE -> text.sqlite();
        case POSTGRES -> text.postgres();
      }
      return List.copyOf(text.lines);
    });
  }

  private void sqlite() {
    String ours = "name not like 'sqlite_%' and name not like 'flyway_%'";
    for (Record table :
        sql.fetch(
            "select name, sql from sqlite_schema where type = 'table' and "
                + ours
                + " order by name")) {
      String name = text(table, "name");
      String ddl = flat(text(table, "sql"));
      lines.add("table " + name + ddl.substring(ddl.lastIndexOf(')') + 1).toLowerCase(Locale.ROOT));
      add(
          sql.fetch(
              "select name || ' ' || type || iif(\"notnull\", ' not null', '')"
                  + " || coalesce(' default ' || dflt_value, '') from pragma_table_info(?)"
                  + " order by cid",
              name));
      add(
          sql.fetch(
              "select 'primary key (' || group_concat(name, ', ') || ')' from"
                  + " (select name from pragma_table_info(?) where pk > 0 order by pk)",
              name));
      checks(ddl).stream().sorted().forEach(check -> lines.add("  check " + check));
      add(
          sql.fetch(
              "select 'foreign key (' || group_concat(\"from\", ', ') || ') references ' ||"
                  + " \"table\" || coalesce(' (' || group_concat(\"to\", ', ') || ')', '') ||"
                  + " iif(on_delete = 'NO ACTION', '', ' on delete ' || on_delete) from (select *"
                  + " from pragma_foreign_key_list(?) order by id, seq) group by id order by 1",
              name));
      add(
          sql.fetch(
              "select iif(i.\"unique\", 'unique ', '') || 'index ' || iif(i.origin = 'c', i.name,"
                  + " '') || ' (' || (select group_concat(coalesce(c.name, '<expression>'), ', ')"
                  + " from (select name from pragma_index_info(i.name) order by seqno) c) || ')' ||"
                  + " iif(i.partial, ' where ' || substr(s.sql, instr(lower(s.sql), 'where ') + 6),"
                  + " '') from pragma_index_list(?) i join sqlite_schema s on s.name = i.name where"
                  + " i.origin <> 'pk' order by 1",
              name));
    }
    for (Record other :
        sql.fetch(
            "select sql from sqlite_schema where type in ('view', 'trigger') order by name")) {
      lines.add(flat(text(other, "sql")));
    }
  }

  private void postgres() {
    for (Record table :
        sql.fetch(
            "select c.oid, c.relname as name from pg_class c where c.relkind = 'r' and"
                + " c.relnamespace = current_schema()::regnamespace and c.relname not like"
                + " 'flyway_%' order by c.relname collate \"C\"")) {
      Object id = table.get("oid");
      lines.add("table " + text(table, "name"));
      add(
          sql.fetch(
              "select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || coalesce((select"
                  + " ' collate ' || quote_ident(c.collname) from pg_collation c where c.oid ="
                  + " a.attcollation and c.collname <> 'default'), '') || case when a.attnotnull"
                  + " then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin,"
                  + " d.adrelid), '') from pg_attribute a left join pg_attrdef d on d.adrelid ="
                  + " a.attrelid and d.adnum = a.attnum where a.attrelid = ? and a.attnum > 0 and"
                  + " not a.attisdropped order by a.attnum",
              id));
      // Not-null constraints are on the lines of their columns already.
      add(
          sql.fetch(
              "select pg_get_constraintdef(oid) from pg_constraint where conrelid = ? and contype"
                  + " <> 'n' order by position(contype::text in 'pcfu'), pg_get_constraintdef(oid)"
                  + " collate \"C\"",
              id));
      add(
          sql.fetch(
              "select regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE | ON \\S+ USING"
                  + " btree', '', 'g') from pg_index i where i.indrelid = ? and not exists (select"
                  + " 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in"
                  + " ('p','u')) order by i.indexrelid::regclass::text collate \"C\"",
              id));
    }
    for (Record other :
        sql.fetch(
            "select c.relkind::text || ' ' || c.relname as name from pg_class c where c.relkind not"
                + " in ('r', 'i') and c.relnamespace = current_schema()::regnamespace union all"
                + " select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order"
                + " by 1")) {
      lines.add(text(other, "name"));
    }
  }

  private void add(Iterable<? extends Record> rows) {
    for (Record row : rows) {
      lines.add("  " + flat(String.valueOf(row.get(0))));
    }
  }

  /** What stands in the parentheses of each CHECK; no literal of ours holds a parenthesis. */
  private static List<String> checks(String ddl) {
    List<String> found = new ArrayList<>();
    for (int at = ddl.indexOf("CHECK ("); at >= 0; at = ddl.indexOf("CHECK (", at + 1)) {
      int begin = at + "CHECK ".length();
      int end = begin;
      int depth = 0;
      do {
        depth += ddl.charAt(end) == '(' ? 1 : ddl.charAt(end) == ')' ? -1 : 0;
        end++;
      } while (depth > 0);
      found.add(ddl.substring(begin, end));
    }
    return found;
  }

  private static String text(Record row, String column) {
    return String.valueOf(row.get(column));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}

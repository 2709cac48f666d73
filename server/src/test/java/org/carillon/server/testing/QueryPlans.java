package org.carillon.server.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Transaction;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Record;

/**
 * The steps by which an engine finds the rows of queries. On SQLite, which tells for empty tables
 * too, every table is searched by an index and by more than the organization, and nothing is
 * sorted. A test that permits more gives the reason; a permission that is not needed fails as well.
 */
public final class QueryPlans {

  private final List<Step> steps;
  private final List<Permission> permissions = new ArrayList<>();

  /** A step of one query, below its parent step. */
  private record Step(List<Step> query, int id, int parent, String text) {

    boolean scansTable() {
      return text.startsWith("SCAN ")
          && !text.equals("SCAN CONSTANT ROW")
          && !text.endsWith("-ROW VALUES CLAUSE")
          // The list that a run gives.
          && !text.startsWith("SCAN json_each ")
          && !scansResult();
    }

    /** Returns whether it reads the result of other steps, which are looked at themselves. */
    private boolean scansResult() {
      String name = text.substring("SCAN ".length());
      for (Step result : query) {
        if (result.text.equals("CO-ROUTINE " + name) || result.text.equals("MATERIALIZE " + name)) {
          boolean within = isWithin(result);
          if (!within || above().text.equals("RECURSIVE STEP")) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isWithin(Step other) {
      for (Step step = this; step.parent != 0; step = step.above()) {
        if (step.parent == other.id) {
          return true;
        }
      }
      return false;
    }

    private Step above() {
      return query.stream().filter(step -> step.id == parent).findFirst().orElseThrow();
    }

    boolean sorts() {
      return text.contains("TEMP B-TREE");
    }

    boolean walksOrganization() {
      return text.endsWith("(organization_id=?)");
    }

    boolean isCostly() {
      return scansTable() || sorts() || walksOrganization() || text.contains("AUTOMATIC");
    }
  }

  private record Permission(String reason, Predicate<Step> steps) {}

  private QueryPlans(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * Returns the plans of the queries that the work makes. PostgreSQL runs them once more and says
   * how many rows it read in vain.
   */
  public static QueryPlans of(Database database, Consumer<Transaction> work) {
    return new QueryPlans(
        database.read(transaction -> {
          List<String> queries = new ArrayList<>();
          hear(transaction, queries::add);
          work.accept(transaction);
          transaction.onStatement(_ -> {});
          return List.copyOf(queries).stream()
              .flatMap(query -> explained(transaction, database.engine(), query).stream())
              .toList();
        }));
  }

  /** Hears each statement of a transaction, with the values in its text. */
  static void hear(Transaction transaction, Consumer<String> heard) {
    transaction
        .sql()
        .configuration()
        .set(ExecuteListener.onExecuteStart(context -> heard.accept(inlined(context))));
    transaction.onStatement(heard);
  }

  private static List<Step> explained(Transaction transaction, Engine engine, String query) {
    List<Step> steps = new ArrayList<>();
    switch (engine) {
      case SQLITE -> {
        for (Record row : transaction.sql().fetch("explain query plan " + query)) {
          steps.add(
              new Step(
                  steps,
                  row.get("id", Integer.class),
                  row.get("parent", Integer.class),
                  row.get("detail", String.class)));
        }
      }
      case POSTGRES -> {
        String explain = "explain (analyze, costs off, timing off, summary off) ";
        for (Record row : transaction.sql().fetch(explain + query)) {
          steps.add(new Step(steps, 0, 0, row.get(0, String.class)));
        }
      }
    }
    return steps;
  }

  private static String inlined(ExecuteContext context) {
    return context.query() == null
        ? String.valueOf(context.sql())
        : context.dsl().renderInlined(context.query());
  }

  /** Permits sorting, grouping and distinct rows in memory: few of them, for that reason. */
  public QueryPlans sorting(String reason) {
    permissions.add(new Permission(reason, Step::sorts));
    return this;
  }

  /**
   * Permits reading that index of an organization from its beginning, so far as the reason says.
   */
  public QueryPlans walking(String index, String reason) {
    permissions.add(
        new Permission(
            reason, step -> step.walksOrganization() && step.text().contains(" " + index + " ")));
    return this;
  }

  /** Verifies that nothing costs more than is permitted, and that all these indexes are used. */
  public QueryPlans use(String... indexes) {
    for (Step step : steps) {
      assertTrue(
          !step.isCostly() || permissions.stream().anyMatch(each -> each.steps().test(step)),
          () -> step.text() + ", of\n" + this);
    }
    for (Permission each : permissions) {
      assertTrue(
          steps.stream().anyMatch(each.steps()),
          () -> "no step needs the permission: " + each.reason() + "\n" + this);
    }
    for (String index : indexes) {
      assertTrue(
          steps.stream().anyMatch(step -> step.text().contains(index)),
          () -> "no " + index + " in\n" + this);
    }
    return this;
  }

  /** The text of each step, in the order of the queries. */
  public List<String> steps() {
    return steps.stream().map(Step::text).toList();
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::text).collect(Collectors.joining("\n"));
  }
}

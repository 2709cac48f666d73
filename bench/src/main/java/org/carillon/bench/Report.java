package org.carillon.bench;

import java.util.Locale;
import java.util.StringJoiner;

/** A Markdown table of figures, each beside its baseline. */
final class Report {

  private final StringJoiner lines = new StringJoiner("\n");

  /** A table under that heading. */
  Report(String heading) {
    lines.add("### " + heading);
    lines.add("");
    lines.add(
        "| | operations/s | p50 ms | p99 ms | CPU µs each | refused | errors | of the bare web"
            + " server | of the bare engine |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
  }

  /** Adds a row without a baseline. */
  void add(Figures figures) {
    lines.add(cells(figures) + " | |");
  }

  /** A row beside what the bare engine does. */
  void add(Figures figures, Figures engine) {
    lines.add(cells(figures) + " | " + share(figures, engine) + " |");
  }

  /** A row beside what the bare web server and the bare engine do. */
  void add(Figures figures, Figures web, Figures engine) {
    lines.add(cells(figures) + " " + share(figures, web) + " | " + share(figures, engine) + " |");
  }

  /** The table's text. */
  String text() {
    return lines.toString();
  }

  private static String cells(Figures figures) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %.2f | %.0f | %s | %,d |",
        figures.name(),
        figures.rate(),
        figures.latencies().millis(0.5),
        figures.latencies().millis(0.99),
        figures.cpuMicros(),
        refused(figures),
        figures.failed());
  }

  private static String refused(Figures figures) {
    return figures.refused() == 0
        ? "0"
        : percent((double) figures.refused() / figures.latencies().count());
  }

  private static String share(Figures figures, Figures base) {
    return percent(figures.rate() / base.rate());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}

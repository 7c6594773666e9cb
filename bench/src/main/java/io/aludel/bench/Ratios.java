package io.aludel.bench;

import io.aludel.bench.Measured.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown: a table for each database, a line for each work. */
final class Ratios {
  private static final List<Who> MANAGED = List.of(Who.HIBERNATE, Who.EBEAN);

  private final Measured measured;

  Ratios(Measured measured) {
    this.measured = measured;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Database database : Database.values()) {
      List<Cell> cells = cells(database);
      if (!cells.isEmpty()) {
        lines.add("### " + database.title());
        lines.add("");
        addTable(lines, cells);
        lines.add("");
        lines.add(summary(cells));
        lines.add("");
      }
    }
    return lines;
  }

  private List<Cell> cells(Database database) {
    List<Cell> cells = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      Cell cell = new Cell(operation, database);
      if (measured.has(cell, Who.BY_HAND)) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private void addTable(List<String> lines, List<Cell> cells) {
    StringBuilder head = new StringBuilder("| Work | by hand, ms |");
    StringBuilder rule = new StringBuilder("| --- | ---: |");
    for (Who who : Who.values()) {
      if (who != Who.BY_HAND) {
        head.append(' ').append(who.title()).append(" |");
        rule.append(" ---: |");
      }
    }
    lines.add(head.toString());
    lines.add(rule.toString());
    cells.forEach(cell -> lines.add(line(cell)));
  }

  private String line(Cell cell) {
    StringBuilder line = new StringBuilder(String.format(
        Locale.ROOT,
        "| %s | %.2f |",
        cell.operation().title(),
        measured.time(cell, Who.BY_HAND) / 1_000));
    for (Who who : Who.values()) {
      if (who != Who.BY_HAND) {
        line.append(' ').append(entry(cell, who)).append(" |");
      }
    }
    return line.toString();
  }

  private String entry(Cell cell, Who who) {
    if (!measured.has(cell, who)) {
      return who.does(cell) ? "" : "–";
    }
    String ratio = String.format(Locale.ROOT, "%.2f", measured.ratio(cell, who));
    if (who != Who.ALUDEL) {
      return ratio;
    }
    double budget = cell.operation().budget(cell.database());
    if (Double.isNaN(budget)) {
      return ratio;
    }
    return (inside(cell) ? ratio : "**" + ratio + "**") + " (" + budget + ")";
  }

  private String summary(List<Cell> cells) {
    long inside = cells.stream().filter(Ratios::hasBudget).filter(this::inside).count();
    List<Cell> compared = cells.stream()
        .filter(cell -> MANAGED.stream().anyMatch(who -> measured.has(cell, who)))
        .toList();
    List<String> behind = compared.stream()
        .filter(cell -> !ahead(cell))
        .map(cell -> cell.operation().title())
        .toList();
    long budgets = cells.stream().filter(Ratios::hasBudget).count();
    String text = inside + " of " + budgets + " inside the budget";
    if (!compared.isEmpty()) {
      text += "; ahead of every peer that manages objects in " + (compared.size() - behind.size())
          + " of " + compared.size();
    }
    return text + (behind.isEmpty() ? "." : ", not in: " + String.join("; ", behind) + ".");
  }

  private static boolean hasBudget(Cell cell) {
    return !Double.isNaN(cell.operation().budget(cell.database()));
  }

  /** Two digits decide, as they are shown. */
  private boolean inside(Cell cell) {
    return Math.round(measured.ratio(cell, Who.ALUDEL) * 100)
        <= Math.round(cell.operation().budget(cell.database()) * 100);
  }

  private boolean ahead(Cell cell) {
    return MANAGED.stream()
        .filter(who -> measured.has(cell, who))
        .allMatch(who -> measured.ratio(cell, Who.ALUDEL) < measured.ratio(cell, who));
  }
}

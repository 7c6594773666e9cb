package io.aludel.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** What was measured: for each work and database the median of each contestant over the rounds. */
final class Ratios {
  private final Map<Row, Map<Who, List<Double>>> times = new LinkedHashMap<>();

  void add(Collection<RunResult> round) {
    for (RunResult result : round) {
      Row row = new Row(
          Operation.valueOf(result.getParams().getParam("operation")),
          Database.valueOf(result.getParams().getParam("database")));
      Who who = Who.valueOf(result.getParams().getParam("who"));
      times
          .computeIfAbsent(row, key -> new EnumMap<>(Who.class))
          .computeIfAbsent(who, key -> new ArrayList<>())
          .add(result.getPrimaryResult().getScore());
    }
  }

  /** A line for each work and database, as Markdown: the time by hand, then the ratios. */
  void print(PrintStream out) {
    StringBuilder head = new StringBuilder("| work | database | by hand, us |");
    StringBuilder rule = new StringBuilder("| --- | --- | ---: |");
    for (Who who : Who.values()) {
      if (who != Who.BY_HAND) {
        head.append(' ').append(name(who)).append(" |");
        rule.append(" ---: |");
      }
    }
    out.println(head);
    out.println(rule);
    times.forEach((row, found) -> out.println(line(row, found)));
  }

  private static String line(Row row, Map<Who, List<Double>> found) {
    double byHand = median(found.getOrDefault(Who.BY_HAND, List.of()));
    StringBuilder line = new StringBuilder(String.format(
        Locale.ROOT, "| %s | %s | %,.0f |", name(row.operation()), name(row.database()), byHand));
    for (Who who : Who.values()) {
      if (who != Who.BY_HAND) {
        double median = median(found.getOrDefault(who, List.of()));
        line.append(String.format(Locale.ROOT, " %.2f |", median / byHand));
      }
    }
    return line.toString();
  }

  private static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private record Row(Operation operation, Database database) {}
}

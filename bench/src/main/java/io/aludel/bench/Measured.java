package io.aludel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Microseconds of each contestant in each round, by work and database; kept in a file, so that works that
 * were measured apart make one table.
 */
final class Measured {
  private final Map<Cell, Map<Who, List<Double>>> times = new LinkedHashMap<>();

  /** What the file says, or nothing if there is none. */
  static Measured read(Path file) throws IOException {
    Measured measured = new Measured();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t");
        measured.add(
            new Cell(Operation.valueOf(parts[0]), Database.valueOf(parts[1])),
            Who.valueOf(parts[2]),
            Double.parseDouble(parts[3]));
      }
    }
    return measured;
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    times.forEach((cell, found) ->
        found.forEach((who, scores) -> scores.forEach(score -> lines.add(String.format(
            Locale.ROOT, "%s\t%s\t%s\t%.3f", cell.operation(), cell.database(), who, score)))));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  void add(Cell cell, Who who, double score) {
    times
        .computeIfAbsent(cell, key -> new EnumMap<>(Who.class))
        .computeIfAbsent(who, key -> new ArrayList<>())
        .add(score);
  }

  /** Forgets a cell that is about to be measured again: a ratio needs one run. */
  void forget(Cell cell) {
    times.remove(cell);
  }

  boolean has(Cell cell, Who who) {
    return times.getOrDefault(cell, Map.of()).containsKey(who);
  }

  /** The median of the rounds, in microseconds. */
  double time(Cell cell, Who who) {
    return median(times.getOrDefault(cell, Map.of()).getOrDefault(who, List.of()));
  }

  /** The time as a ratio to the time by hand. */
  double ratio(Cell cell, Who who) {
    return time(cell, who) / time(cell, Who.BY_HAND);
  }

  static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** One work on one database. */
  record Cell(Operation operation, Database database) {}
}

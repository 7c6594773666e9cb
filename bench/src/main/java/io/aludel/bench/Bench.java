package io.aludel.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks, or those JMH's own command line selects, and prints each as a ratio to
 * hand-written JDBC in the same run.
 */
public final class Bench {
  private Bench() {}

  /**
   * Runs the benchmarks.
   *
   * @param arguments as JMH takes them
   * @throws RunnerException if a benchmark fails
   * @throws CommandLineOptionException if an argument is unknown
   */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    CommandLineOptions asked = new CommandLineOptions(arguments);
    OptionsBuilder options = new OptionsBuilder();
    options
        .parent(asked)
        .shouldFailOnError(true)
        .forks(asked.getForkCount().orElse(3))
        .warmupIterations(asked.getWarmupIterations().orElse(4))
        .warmupTime(asked.getWarmupTime().orElse(TimeValue.seconds(2)))
        .measurementIterations(asked.getMeasurementIterations().orElse(5))
        .measurementTime(asked.getMeasurementTime().orElse(TimeValue.seconds(2)));
    print(new Runner(options.build()).run(), System.out);
  }

  private static void print(Collection<RunResult> results, PrintStream out) {
    Map<String, Map<String, Double>> table = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      int method = name.lastIndexOf('.');
      String work = name.substring(name.lastIndexOf('.', method - 1) + 1, method);
      table
          .computeIfAbsent(
              work + ' ' + result.getParams().getParam("database"), key -> new TreeMap<>())
          .put(name.substring(method + 1), result.getPrimaryResult().getScore());
    }
    table.forEach((row, scores) -> {
      double jdbc = scores.getOrDefault("jdbc", Double.NaN);
      scores.forEach((who, score) ->
          out.printf("%-28s %-8s %12.1f us %6.2f%n", row, who, score, score / jdbc));
    });
  }
}

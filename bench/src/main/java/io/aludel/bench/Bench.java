package io.aludel.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the works and prints a table of ratios to hand-written JDBC. All contestants take turns in each of
 * several rounds, each in a new process, so that a machine that grows slower is slower for all of them.
 */
public final class Bench {
  private static final int ROUNDS = 3;

  private Bench() {}

  /**
   * Runs the benchmarks.
   *
   * @param arguments as JMH takes them: {@code -p operation=LINK,READ_LINKS -p database=H2 -p who=BY_HAND}
   *     choose, {@code -f 5} asks for five rounds
   * @throws RunnerException if a benchmark fails, or if contestants answer differently
   * @throws CommandLineOptionException if an argument is unknown
   */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    CommandLineOptions asked = new CommandLineOptions(arguments);
    int rounds = asked.getForkCount().orElse(ROUNDS);
    Ratios ratios = new Ratios();
    for (int round = 0; round < rounds; round++) {
      ratios.add(round(asked));
    }
    ratios.print(System.out);
  }

  private static Collection<RunResult> round(CommandLineOptions asked) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder().parent(asked);
    if (!asked.getParameter("database").hasValue()) {
      options.param("database", Database.available());
    }
    return new Runner(options
            .include(Work.class.getSimpleName())
            .shouldFailOnError(true)
            .forks(1)
            .jvmArgsAppend("-Xms2g", "-Xmx2g")
            .warmupIterations(asked.getWarmupIterations().orElse(4))
            .warmupTime(asked.getWarmupTime().orElse(TimeValue.seconds(1)))
            .measurementIterations(asked.getMeasurementIterations().orElse(5))
            .measurementTime(asked.getMeasurementTime().orElse(TimeValue.seconds(1)))
            .build())
        .run();
  }
}

package io.aludel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts processes of one contestant, and keeps how long each took to its first answer. */
final class Starter {
  private final String who;
  private final String classPath;
  private final List<String> options;
  private final List<Double> times = new ArrayList<>();

  Starter(String who, String classPath) {
    this(who, classPath, List.of());
  }

  private Starter(String who, String classPath, List<String> options) {
    this.who = who;
    this.classPath = classPath;
    this.options = options;
  }

  /** Processes that have an archive of the classes that one such process loaded before. */
  static Starter withArchive(String who, String classPath, String url, Path archive)
      throws IOException, InterruptedException {
    Starter maker = new Starter(who, classPath, List.of("-XX:ArchiveClassesAtExit=" + archive));
    maker.start(url, "");
    if (!Files.exists(archive)) {
      throw new IllegalStateException("The JVM made no archive of the classes of " + who);
    }
    return new Starter(who, classPath, List.of("-XX:SharedArchiveFile=" + archive));
  }

  /** Starts one process; it must say what others said before. */
  String start(String url, String wanted) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of(
        "-Xlog:disable",
        "-Dorg.jboss.logging.provider=slf4j",
        "-cp",
        classPath,
        FirstAnswer.class.getName(),
        url,
        who));
    long before = System.nanoTime();
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String answer = out.readLine();
      times.add((System.nanoTime() - before) / 1e6);
      if (answer == null || !wanted.isEmpty() && !answer.equals(wanted)) {
        throw new IllegalStateException(who + " answers " + answer + ", others " + wanted);
      }
      process.waitFor(60, TimeUnit.SECONDS);
      return answer;
    } finally {
      process.destroyForcibly();
    }
  }

  double median() {
    return Measured.median(times);
  }
}

package io.aludel.examples.notes.drill;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many clients, each of which asks again as soon as it has its answer, for some time. */
public final class Drill {
  private static final Duration STUCK = Duration.ofSeconds(40);

  private final Traffic traffic;
  private final long end;
  private final CountDownLatch busy;
  private final Latencies latencies = new Latencies();
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final LongAdder broken = new LongAdder();
  private final HttpClient http;

  private Drill(Traffic traffic, int clients, Duration time, HttpClient http) {
    this.traffic = traffic;
    this.end = System.nanoTime() + time.toNanos();
    this.busy = new CountDownLatch(clients);
    this.http = http;
  }

  /**
   * Runs a drill.
   *
   * @param traffic what is asked
   * @param clients how many at once
   * @param time for how long
   * @return what came of it
   * @throws InterruptedException if the caller gives up
   */
  public static Report run(Traffic traffic, int clients, Duration time)
      throws InterruptedException {
    HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Drill drill = new Drill(traffic, clients, time, http);
    long began = System.nanoTime();
    for (int client = 0; client < clients; client++) {
      drill.ask();
    }
    boolean all = drill.busy.await(time.plus(STUCK).plus(STUCK).toSeconds(), TimeUnit.SECONDS);
    double seconds = (System.nanoTime() - began) / 1e9;
    return drill.report(seconds, all ? 0 : drill.busy.getCount());
  }

  private void ask() {
    long asked = System.nanoTime();
    if (asked > end) {
      busy.countDown();
      return;
    }
    HttpRequest request = traffic.next(ThreadLocalRandom.current());
    http.sendAsync(
            HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(STUCK)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .whenComplete((answer, failure) -> {
          latencies.add(System.nanoTime() - asked);
          hear(request, answer);
          ask();
        });
  }

  private void hear(HttpRequest request, @Nullable HttpResponse<String> answer) {
    if (answer == null) {
      broken.increment();
      return;
    }
    statuses.computeIfAbsent(answer.statusCode(), code -> new LongAdder()).increment();
    traffic.answered(request, answer);
  }

  private Report report(double seconds, long stuck) {
    long[] sorted = latencies.sorted();
    return new Report(
        sorted.length / seconds,
        Report.at(sorted, 0.5),
        Report.at(sorted, 0.99),
        Map.copyOf(statuses.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().sum()))),
        broken.sum(),
        stuck);
  }

  /**
   * What came of a drill.
   *
   * @param perSecond answers per second
   * @param median of the time that an answer took, in milliseconds
   * @param slow the time that one in a hundred exceeds, in milliseconds
   * @param statuses answers by the code of HTTP
   * @param broken requests without an answer
   * @param stuck clients that still waited long after the end
   */
  public record Report(
      double perSecond,
      double median,
      double slow,
      Map<Integer, Long> statuses,
      long broken,
      long stuck) {
    private static double at(long[] sorted, double part) {
      return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }
  }

  /** Times of all answers, in nanoseconds. */
  private static final class Latencies {
    private long[] all = new long[1 << 16];
    private int size;

    synchronized void add(long nanos) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size * 2);
      }
      all[size++] = nanos;
    }

    synchronized long[] sorted() {
      long[] sorted = Arrays.copyOf(all, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}

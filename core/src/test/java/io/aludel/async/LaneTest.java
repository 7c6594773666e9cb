package io.aludel.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.ResourceClosedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final Workers workers = Workers.create("lane-test", 2);
  private final Workers pooled = Workers.pooled("lane-test-pooled", 10);

  @AfterEach
  void close() {
    done(workers.close());
    done(pooled.close());
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void calls_madeByManyThreads_runOneAfterTheOther() {
    Lane lane = workers.lane();
    AtomicInteger within = new AtomicInteger();
    List<Integer> order = new ArrayList<>();
    List<CompletionStage<Boolean>> stages = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int number = i;
      stages.add(lane.call(() -> {
        boolean alone = within.incrementAndGet() == 1;
        order.add(number);
        within.decrementAndGet();
        return alone;
      }));
    }
    assertThat(stages).allMatch(stage -> done(stage));
    assertThat(order).hasSize(500).isSorted();
  }

  @Test
  void call_thatThrows_failsItsStageAndNotTheNext() {
    Lane lane = workers.lane();
    CompletionStage<Object> failed = lane.call(() -> {
      throw new ResourceClosedException("gone");
    });
    assertThat((int) done(lane.call(() -> 7))).isEqualTo(7);
    assertThatThrownBy(() -> done(failed))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ResourceClosedException.class);
  }

  @Test
  void cancel_ofACallThatWaits_skipsIt() {
    Lane lane = workers.lane();
    CountDownLatch gate = new CountDownLatch(1);
    AtomicBoolean ran = new AtomicBoolean();
    lane.run(() -> await(gate));
    CompletionStage<Void> second = lane.run(() -> ran.set(true));
    assertThat(second.toCompletableFuture().cancel(true)).isTrue();
    gate.countDown();
    done(lane.call(() -> 1));
    assertThat(ran.get()).isFalse();
  }

  @Test
  void cancel_ofACallThatRuns_handsItsResultToTheTaker() {
    Lane lane = workers.lane();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<String> taken = new CompletableFuture<>();
    CompletionStage<String> call = lane.call(
        () -> {
          begun.countDown();
          await(gate);
          return "orphan";
        },
        taken::complete);
    await(begun);
    call.toCompletableFuture().cancel(false);
    gate.countDown();
    assertThat(done(taken)).isEqualTo("orphan");
  }

  @Test
  void callback_waitingForTheSameLane_isServed() {
    Lane lane = workers.lane();
    assertThat((int) done(lane.call(() -> 1).thenApply(one -> one + done(lane.call(() -> 2)))))
        .isEqualTo(3);
  }

  @Test
  void close_withCallsWaiting_endsAfterThem() {
    Lane lane = workers.lane();
    CountDownLatch gate = new CountDownLatch(1);
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    lane.run(() -> await(gate));
    lane.run(() -> told.add("call"));
    CompletionStage<Void> closed = lane.close(() -> told.add("last"));
    assertThatThrownBy(() -> done(lane.call(() -> 1)))
        .hasCauseInstanceOf(ResourceClosedException.class)
        .hasMessageContaining("[ENG-108]");
    assertThat(closed.toCompletableFuture()).isNotDone();
    gate.countDown();
    done(closed);
    done(lane.close(() -> told.add("again")));
    assertThat(told).containsExactly("call", "last");
  }

  @Test
  void closeOfWorkers_withALaneThatHoldsSomething_waitsForIt() {
    Workers own = Workers.create("lane-test-own", 1);
    AtomicBoolean holds = new AtomicBoolean();
    Lane lane = own.lane(holds::get);
    done(lane.run(() -> holds.set(true)));
    CompletionStage<Void> closed = own.close();
    assertThatThrownBy(() -> done(own.call(() -> 1)))
        .hasCauseInstanceOf(ResourceClosedException.class);
    assertThat((int) done(lane.call(() -> 2))).isEqualTo(2);
    assertThat(closed.toCompletableFuture()).isNotDone();
    done(lane.close(() -> holds.set(false)));
    done(closed);
  }

  @Test
  void lanes_thatHoldSomething_keepOthersFromTheirPlaces() {
    AtomicBoolean holds = new AtomicBoolean(true);
    Lane first = workers.lane(holds::get);
    Lane second = workers.lane(holds::get);
    done(first.call(() -> 1));
    done(second.call(() -> 1));
    CompletionStage<Integer> third = workers.call(() -> 3);
    assertThat((int) done(first.call(() -> 1))).isEqualTo(1);
    assertThat(third.toCompletableFuture()).isNotDone();
    holds.set(false);
    done(second.call(() -> 1));
    assertThat((int) done(third)).isEqualTo(3);
    done(first.call(() -> 1));
  }

  @Test
  void aThousandLanes_onTenPlaces_allEndOnFewThreads() {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    List<CompletionStage<Integer>> sums = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Lane lane = pooled.lane();
      for (int call = 0; call < 3; call++) {
        sums.add(lane.call(() -> {
          threads.add(Thread.currentThread().getName());
          return 1;
        }));
      }
    }
    assertThat(sums.stream().mapToInt(LaneTest::done).sum()).isEqualTo(3000);
    assertThat(threads).allMatch(name -> name.startsWith("lane-test-pooled-"));
  }

  @Test
  void close_ofALane_doesNotWaitBehindThoseWhoBegin() {
    Workers one = Workers.create("lane-test-one", 1);
    CountDownLatch gate = new CountDownLatch(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Lane old = one.lane();
    done(old.run(() -> order.add("old")));
    one.lane().run(() -> await(gate));
    List<CompletionStage<Void>> stages = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      stages.add(one.lane().run(() -> order.add("new")));
    }
    stages.add(old.close(() -> order.add("closed")));
    gate.countDown();
    stages.forEach(LaneTest::done);
    assertThat(order).containsExactly("old", "closed", "new", "new", "new");
    done(one.close());
  }

  @Test
  void close_fromACallbackOfTheLastCall_doesNotWaitForItself() {
    Workers own = Workers.create("lane-test-own", 1);
    assertThat((int) done(own.call(() -> 1).thenApply(one -> {
          done(own.close());
          return one;
        })))
        .isEqualTo(1);
  }

  @Test
  void calls_thatGetNoThread_failAndLetTheOthersGoOn() {
    AtomicInteger refusals = new AtomicInteger(2000);
    Workers scarce = new Workers(
        2,
        task -> {
          if (refusals.getAndDecrement() > 0) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          new Thread(task, "lane-test-scarce").start();
        },
        () -> {});
    Lane lane = scarce.lane();
    List<CompletionStage<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      calls.add(i % 2 == 0 ? lane.call(() -> 1) : scarce.call(() -> 1));
    }
    assertThat(calls)
        .allSatisfy(call ->
            assertThatThrownBy(() -> done(call)).hasCauseInstanceOf(OutOfMemoryError.class));
    assertThat((int) done(lane.call(() -> 2))).isEqualTo(2);
    done(scarce.close());
  }

  @Test
  void close_thatGetsNoThread_doesItsWorkAllTheSame() {
    Workers none = new Workers(
        1,
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        },
        () -> {});
    AtomicBoolean closed = new AtomicBoolean();
    done(none.lane().close(() -> closed.set(true)));
    assertThat(closed).isTrue();
    done(none.close());
  }

  /** A lane that holds something is noted before its next call can tell that it holds it no more. */
  @Test
  void closeOfWorkers_afterLanesThatHeldSomethingAndWereHurried_ends() {
    Workers own = Workers.pooled("lane-test-hurried", 4);
    List<CompletionStage<Void>> closings = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      AtomicBoolean holds = new AtomicBoolean();
      Lane lane = own.lane(holds::get);
      lane.run(() -> holds.set(true));
      closings.add(lane.close(() -> holds.set(false)));
    }
    closings.forEach(LaneTest::done);
    done(own.close());
  }

  @Test
  void timeOut_ofTheStageItself_skipsACallThatWaits() {
    Lane lane = workers.lane();
    CountDownLatch gate = new CountDownLatch(1);
    AtomicBoolean ran = new AtomicBoolean();
    lane.run(() -> await(gate));
    CompletionStage<Void> late = lane.run(() -> ran.set(true));
    late.toCompletableFuture().completeExceptionally(new TimeoutException());
    gate.countDown();
    done(lane.call(() -> 1));
    assertThat(ran.get()).isFalse();
  }

  @Test
  void workers_ofNoneAtATime_areRefused() {
    assertThatThrownBy(() -> Workers.create("none", 0))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Give at least 1");
  }
}

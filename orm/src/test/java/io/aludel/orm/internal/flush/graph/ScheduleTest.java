package io.aludel.orm.internal.flush.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static Precedence<String> before(String first, String then) {
    return new Precedence<>(first, then, first + then);
  }

  /** Letters rank by themselves: "a1" and "a2" go together. */
  private static final ToIntFunction<String> BY_LETTER = item -> item.charAt(0);

  @SafeVarargs
  private static Schedule<String> schedule(List<String> items, Precedence<String>... precedences) {
    return new Schedule<>(items, List.of(precedences), BY_LETTER);
  }

  private static List<String> batches(Schedule<String> schedule) {
    List<String> batches = new ArrayList<>();
    for (List<String> batch = schedule.next(); !batch.isEmpty(); batch = schedule.next()) {
      batches.add(String.join(" ", batch));
    }
    return batches;
  }

  @Test
  void next_nothingInTheWay_takesRankByRankInTheGivenOrder() {
    assertThat(batches(schedule(List.of("b2", "a2", "b1", "a1"))))
        .containsExactly("a2 a1", "b2 b1");
  }

  @Test
  void next_generations_areOneBatchEach() {
    assertThat(batches(schedule(
            List.of("a1", "a2", "a3", "a4", "a5"),
            before("a1", "a2"),
            before("a1", "a4"),
            before("a2", "a3"),
            before("a4", "a5"))))
        .containsExactly("a1", "a2 a4", "a3 a5");
  }

  @Test
  void next_higherRankNeededFirst_goesFirst() {
    assertThat(batches(schedule(List.of("a1", "a2", "d1", "d2"), before("d1", "a1"))))
        .containsExactly("a2", "d1 d2", "a1");
  }

  @Test
  void next_precedenceOfItself_saysNothing() {
    assertThat(batches(schedule(List.of("a1"), before("a1", "a1")))).containsExactly("a1");
  }

  @Test
  void circle_afterWhatIsFree_isFoundAndFollowed() {
    Schedule<String> schedule = schedule(
        List.of("a1", "b1", "c1", "d1", "e1"),
        before("a1", "b1"),
        before("b1", "c1"),
        before("c1", "d1"),
        before("d1", "b1"),
        before("d1", "e1"));
    assertThat(batches(schedule)).containsExactly("a1");
    assertThat(schedule.isDone()).isFalse();
    List<Precedence<String>> circle = schedule.circle();
    assertThat(circle).hasSize(3);
    for (int i = 0; i < circle.size(); i++) {
      assertThat(circle.get(i).then())
          .isEqualTo(circle.get((i + 1) % circle.size()).first());
    }
  }

  @Test
  void lift_onePrecedenceOfACircle_letsItGoOn() {
    Schedule<String> schedule =
        schedule(List.of("a1", "b1"), before("a1", "b1"), before("b1", "a1"));
    assertThat(schedule.next()).isEmpty();
    assertThat(schedule.circle()).hasSize(2);
    schedule.lift("b1", precedence -> precedence.reason().equals("b1a1"));
    assertThat(batches(schedule)).containsExactly("a1", "b1");
    assertThat(schedule.isDone()).isTrue();
  }

  @Test
  void circle_foundAgainAndAgain_isAnotherOneEachTime() {
    Schedule<String> schedule = schedule(
        List.of("a1", "a2", "a3", "a4"),
        before("a1", "a2"),
        before("a2", "a1"),
        before("a3", "a4"),
        before("a4", "a3"));
    schedule.lift(schedule.circle().get(0).first(), any -> true);
    assertThat(batches(schedule)).hasSize(2);
    schedule.lift(schedule.circle().get(0).first(), any -> true);
    assertThat(batches(schedule)).hasSize(2);
    assertThat(schedule.isDone()).isTrue();
  }

  @Test
  void next_randomGraphsWithLifting_handsEverythingOutInOrder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<String> items = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(25); i++) {
        items.add((char) ('a' + random.nextInt(4)) + "" + i);
      }
      List<Precedence<String>> precedences = new ArrayList<>();
      for (int i = 0; i < random.nextInt(60); i++) {
        precedences.add(before(
            items.get(random.nextInt(items.size())), items.get(random.nextInt(items.size()))));
      }
      Schedule<String> schedule = new Schedule<>(items, precedences, BY_LETTER);
      List<Precedence<String>> kept = new ArrayList<>(precedences);
      List<String> order = new ArrayList<>();
      while (!schedule.isDone()) {
        List<String> batch = schedule.next();
        order.addAll(batch);
        if (batch.isEmpty()) {
          Precedence<String> lifted = schedule.circle().get(0);
          schedule.lift(lifted.first(), each -> each.equals(lifted));
          kept.removeIf(each -> each.equals(lifted));
        }
      }
      assertThat(order).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(items);
      for (Precedence<String> each : kept) {
        assertThat(order.indexOf(each.first()))
            .as("seed %d: %s", seed, each)
            .isLessThanOrEqualTo(order.indexOf(each.then()));
      }
    }
  }

  @Test
  void next_longChain_costsWhatItHas() {
    List<String> items = new ArrayList<>();
    List<Precedence<String>> precedences = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      items.add("a" + i);
      if (i > 0) {
        precedences.add(before(items.get(i), items.get(i - 1)));
      }
    }
    assertThat(batches(new Schedule<>(items, precedences, BY_LETTER))).hasSize(50_000);
  }
}

package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {
  private static Precedence<String> before(String first, String then) {
    return new Precedence<>(first, then);
  }

  @Test
  void sort_withoutPrecedences_keepsTheGivenOrder() {
    assertThat(TopologicalOrder.sort(List.of("c", "a", "b"), List.of()))
        .containsExactly("c", "a", "b");
  }

  @Test
  void sort_chainGivenBackwards_turnsItRound() {
    assertThat(TopologicalOrder.sort(
            List.of("c", "b", "a"), List.of(before("a", "b"), before("b", "c"))))
        .containsExactly("a", "b", "c");
  }

  @Test
  void sort_diamond_putsEachThingOnItsEarliestLevel() {
    assertThat(TopologicalOrder.sort(
            List.of("end", "right", "left", "start", "alone"),
            List.of(
                before("start", "left"),
                before("start", "right"),
                before("left", "end"),
                before("right", "end"))))
        .containsExactly("start", "alone", "right", "left", "end");
  }

  @Test
  void sort_repeatedPrecedence_countsOnce() {
    assertThat(
            TopologicalOrder.sort(List.of("b", "a"), List.of(before("a", "b"), before("a", "b"))))
        .containsExactly("a", "b");
  }

  @Test
  void sort_precedenceOfThingsNotSorted_saysNothing() {
    assertThat(
            TopologicalOrder.sort(List.of("a", "b"), List.of(before("x", "a"), before("b", "b"))))
        .containsExactly("a", "b");
  }

  @Test
  void sort_cycle_namesItsMembersInOrder() {
    assertThatThrownBy(() -> TopologicalOrder.sort(
            List.of("a", "b", "c", "d"),
            List.of(before("d", "a"), before("a", "b"), before("b", "c"), before("c", "a"))))
        .isInstanceOfSatisfying(TopologicalOrder.CycleException.class, e -> {
          List<Object> cycle = new ArrayList<>(e.cycle());
          Collections.rotate(cycle, -cycle.indexOf("a"));
          assertThat(cycle).containsExactly("a", "b", "c");
        });
  }

  @Test
  void withoutCycles_twoCircles_keepsWhatLeadsFromOneToTheOther() {
    List<Precedence<String>> kept = TopologicalOrder.withoutCycles(
        List.of("a", "b", "c", "d"),
        List.of(
            before("a", "b"),
            before("b", "a"),
            before("b", "c"),
            before("c", "d"),
            before("d", "c")));

    assertThat(kept).containsExactly(before("b", "c"));
  }

  @Test
  void sort_randomGraphs_respectsEveryPrecedence() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Integer> items = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        items.add(i);
      }
      List<Integer> hidden = new ArrayList<>(items);
      Collections.shuffle(hidden, random);
      List<Precedence<Integer>> precedences = new ArrayList<>();
      for (int i = 0; i < random.nextInt(40); i++) {
        int first = random.nextInt(items.size());
        int then = random.nextInt(items.size());
        if (hidden.indexOf(first) < hidden.indexOf(then)) {
          precedences.add(new Precedence<>(first, then));
        }
      }

      List<Integer> sorted = TopologicalOrder.sort(items, precedences);

      assertThat(sorted).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(items);
      for (Precedence<Integer> each : precedences) {
        assertThat(sorted.indexOf(each.first()))
            .as("seed %d, %s in %s", seed, each, sorted)
            .isLessThan(sorted.indexOf(each.then()));
      }
    }
  }

  @Test
  void withoutCycles_randomGraphs_leavesNoCircle() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Integer> items = List.of(0, 1, 2, 3, 4, 5, 6, 7);
      List<Precedence<Integer>> precedences = new ArrayList<>();
      for (int i = 0; i < random.nextInt(20); i++) {
        precedences.add(new Precedence<>(random.nextInt(8), random.nextInt(8)));
      }

      List<Precedence<Integer>> kept = TopologicalOrder.withoutCycles(items, precedences);

      assertThat(TopologicalOrder.sort(items, kept)).as("seed %d", seed).hasSize(8);
      assertThat(precedences).containsAll(kept);
    }
  }
}

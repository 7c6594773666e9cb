package io.aludel.orm.internal.flush.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.internal.flush.graph.TopologicalOrder.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {
  private static Precedence<String> before(String first, String then) {
    return new Precedence<>(first, then, "");
  }

  @SafeVarargs
  private static List<String> sorted(List<String> items, Precedence<String>... precedences) {
    return TopologicalOrder.sort(items, List.of(precedences)).stream()
        .map(group -> String.join("+", group.members()) + (group.circular() ? "!" : ""))
        .toList();
  }

  @Test
  void sort_withoutPrecedences_keepsTheGivenOrder() {
    assertThat(sorted(List.of("c", "a", "b"))).containsExactly("c", "a", "b");
  }

  @Test
  void sort_chainGivenBackwards_turnsItRound() {
    assertThat(sorted(List.of("c", "b", "a"), before("a", "b"), before("b", "c")))
        .containsExactly("a", "b", "c");
  }

  @Test
  void sort_diamond_putsEachThingOnItsEarliestLevel() {
    assertThat(sorted(
            List.of("end", "right", "left", "start", "alone"),
            before("start", "left"),
            before("start", "right"),
            before("left", "end"),
            before("right", "end")))
        .containsExactly("start", "alone", "right", "left", "end");
  }

  @Test
  void sort_repeatedPrecedence_countsOnce() {
    assertThat(sorted(List.of("b", "a"), before("a", "b"), before("a", "b")))
        .containsExactly("a", "b");
  }

  @Test
  void sort_precedenceOfThingsNotSorted_saysNothing() {
    assertThat(sorted(List.of("a", "b"), before("x", "a"), before("b", "x")))
        .containsExactly("a", "b");
  }

  @Test
  void sort_thingBeforeItself_isACircleOfOne() {
    assertThat(sorted(List.of("a", "b"), before("b", "b"), before("b", "a")))
        .containsExactly("b!", "a");
  }

  @Test
  void sort_circle_isOneGroupAmongTheOthers() {
    assertThat(sorted(
            List.of("e", "a", "b", "c", "d"),
            before("d", "a"),
            before("a", "b"),
            before("b", "c"),
            before("c", "a"),
            before("c", "e")))
        .containsExactly("d", "a+b+c!", "e");
  }

  @Test
  void sort_twoCircles_areTwoGroups() {
    assertThat(sorted(
            List.of("a", "b", "c", "d"),
            before("c", "d"),
            before("d", "c"),
            before("a", "b"),
            before("b", "a"),
            before("d", "a")))
        .containsExactly("c+d!", "a+b!");
  }

  @Test
  void sort_randomGraphs_keepsEveryPrecedenceBetweenGroups() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Integer> items = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        items.add(i);
      }
      Collections.shuffle(items, random);
      List<Precedence<Integer>> precedences = new ArrayList<>();
      for (int i = 0; i < random.nextInt(40); i++) {
        precedences.add(new Precedence<>(
            items.get(random.nextInt(items.size())), items.get(random.nextInt(items.size())), ""));
      }
      List<Group<Integer>> groups = TopologicalOrder.sort(items, precedences);
      assertThat(groups.stream().flatMap(group -> group.members().stream()))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(items);
      for (Precedence<Integer> each : precedences) {
        int first = position(groups, each.first());
        int then = position(groups, each.then());
        assertThat(first < then || (first == then && groups.get(first).circular()))
            .as("seed %d: %s", seed, each)
            .isTrue();
      }
    }
  }

  private static int position(List<Group<Integer>> groups, Integer item) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).members().contains(item)) {
        return i;
      }
    }
    throw new AssertionError(item + " is missing");
  }
}

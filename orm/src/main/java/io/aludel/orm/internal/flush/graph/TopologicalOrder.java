package io.aludel.orm.internal.flush.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts things by what has to come before what: earliest possible level first, and within a level in the
 * order in which the things were given. So the result depends on nothing but the input. Things that have
 * to come before each other form one group.
 */
public final class TopologicalOrder {
  private TopologicalOrder() {}

  /**
   * Things that go together.
   *
   * @param members in the order in which they were given
   * @param circular whether they have to come before each other, or the only one before itself
   */
  public record Group<T>(List<T> members, boolean circular) {}

  /** Sorts distinct things; precedences of others say nothing. */
  public static <T> List<Group<T>> sort(List<T> items, Collection<Precedence<T>> precedences) {
    List<Set<Integer>> successors = successors(items, precedences);
    int[] numbers = StrongComponents.of(successors);
    int groups = 0;
    int[] groupOf = new int[items.size()];
    Map<Integer, Integer> known = new HashMap<>();
    for (int i = 0; i < groupOf.length; i++) {
      Integer before = known.putIfAbsent(numbers[i], groups);
      groupOf[i] = before == null ? groups++ : before;
    }
    List<List<T>> members = new ArrayList<>();
    List<Set<Integer>> between = new ArrayList<>();
    boolean[] circular = new boolean[groups];
    for (int i = 0; i < groups; i++) {
      members.add(new ArrayList<>());
      between.add(new HashSet<>());
    }
    for (int i = 0; i < groupOf.length; i++) {
      members.get(groupOf[i]).add(items.get(i));
      for (int next : successors.get(i)) {
        if (groupOf[i] == groupOf[next]) {
          circular[groupOf[i]] = true;
        } else {
          between.get(groupOf[i]).add(groupOf[next]);
        }
      }
    }
    List<Group<T>> sorted = new ArrayList<>();
    for (int group : levelByLevel(between)) {
      sorted.add(new Group<>(members.get(group), circular[group]));
    }
    return sorted;
  }

  private static <T> List<Set<Integer>> successors(
      List<T> items, Collection<Precedence<T>> precedences) {
    Map<T, Integer> positions = new HashMap<>();
    List<Set<Integer>> successors = new ArrayList<>();
    for (T item : items) {
      positions.put(item, successors.size());
      successors.add(new HashSet<>());
    }
    for (Precedence<T> precedence : precedences) {
      Integer first = positions.get(precedence.first());
      Integer then = positions.get(precedence.then());
      if (first != null && then != null) {
        successors.get(first).add(then);
      }
    }
    return successors;
  }

  private static List<Integer> levelByLevel(List<Set<Integer>> successors) {
    int[] open = new int[successors.size()];
    successors.forEach(after -> after.forEach(next -> open[next]++));
    List<Integer> sorted = new ArrayList<>();
    boolean[] done = new boolean[open.length];
    while (sorted.size() < open.length) {
      int[] before = Arrays.copyOf(open, open.length);
      for (int i = 0; i < open.length; i++) {
        if (!done[i] && before[i] == 0) {
          done[i] = true;
          sorted.add(i);
          successors.get(i).forEach(next -> open[next]--);
        }
      }
    }
    return sorted;
  }
}

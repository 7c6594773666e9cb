package io.aludel.orm.internal.flush.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Numbers positions so that those which can reach each other share a number (Tarjan's algorithm).
 * Recursive, so meant for few things: kinds of rows, not rows.
 */
final class StrongComponents {
  private static final int NONE = -1;

  private final List<Set<Integer>> successors;
  private final int[] discovered;
  private final int[] component;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private int next;

  private StrongComponents(List<Set<Integer>> successors) {
    this.successors = successors;
    this.discovered = new int[successors.size()];
    this.component = new int[successors.size()];
    Arrays.fill(discovered, NONE);
    Arrays.fill(component, NONE);
  }

  static int[] of(List<Set<Integer>> successors) {
    StrongComponents search = new StrongComponents(successors);
    for (int i = 0; i < search.discovered.length; i++) {
      if (search.discovered[i] == NONE) {
        search.visit(i);
      }
    }
    return search.component;
  }

  /** The lowest number that can be reached, which closes a component if it is that of the start. */
  private int visit(int start) {
    int number = next++;
    discovered[start] = number;
    stack.push(start);
    int lowest = number;
    for (int reached : successors.get(start)) {
      if (discovered[reached] == NONE) {
        lowest = Math.min(lowest, visit(reached));
      } else if (component[reached] == NONE) {
        lowest = Math.min(lowest, discovered[reached]);
      }
    }
    if (lowest == number) {
      close(start, number);
    }
    return lowest;
  }

  private void close(int root, int number) {
    int member;
    do {
      member = stack.pop();
      component[member] = number;
    } while (member != root);
  }
}

package io.aludel.orm.internal.flush.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers things so that those which can reach each other share a number (Tarjan's algorithm). Recursive,
 * so meant for few things: kinds of rows, not rows.
 */
final class StrongComponents<T> {
  private final List<T> items;
  private final Map<T, Set<T>> successors;
  private final Map<T, Integer> discovered = new HashMap<>();
  private final Map<T, Integer> component = new HashMap<>();
  private final Deque<T> stack = new ArrayDeque<>();

  StrongComponents(List<T> items, Map<T, Set<T>> successors) {
    this.items = items;
    this.successors = successors;
  }

  Map<T, Integer> find() {
    for (T item : items) {
      if (!discovered.containsKey(item)) {
        visit(item);
      }
    }
    return component;
  }

  /** The lowest number that can be reached from an item, which closes its component if it is its own. */
  private int visit(T item) {
    int number = discovered.size();
    discovered.put(item, number);
    stack.push(item);
    int lowest = number;
    for (T next : successors.getOrDefault(item, Set.of())) {
      Integer seen = discovered.get(next);
      if (seen == null) {
        lowest = Math.min(lowest, visit(next));
      } else if (!component.containsKey(next)) {
        lowest = Math.min(lowest, seen);
      }
    }
    if (lowest == number) {
      close(item, number);
    }
    return lowest;
  }

  private void close(T root, int number) {
    T member;
    do {
      member = stack.pop();
      component.put(member, number);
    } while (!member.equals(root));
  }
}

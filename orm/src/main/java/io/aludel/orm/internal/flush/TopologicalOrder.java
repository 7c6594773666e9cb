package io.aludel.orm.internal.flush;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Sorts things by what has to come before what: earliest possible level first, and within a level in the
 * order in which the things were given. So the result depends on nothing but the input.
 */
final class TopologicalOrder<T> {
  private final List<T> items;
  private final Map<T, Set<T>> successors = new HashMap<>();
  private final Map<T, Integer> open = new LinkedHashMap<>();

  private TopologicalOrder(List<T> items, Collection<Precedence<T>> precedences) {
    this.items = items;
    for (T item : items) {
      successors.put(item, new HashSet<>());
      open.put(item, 0);
    }
    for (Precedence<T> precedence : precedences) {
      link(precedence);
    }
  }

  /** A precedence among things that are not sorted here, or of a thing with itself, says nothing. */
  private void link(Precedence<T> precedence) {
    Set<T> after = successors.get(precedence.first());
    if (after != null
        && open.containsKey(precedence.then())
        && !precedence.first().equals(precedence.then())
        && after.add(precedence.then())) {
      open.merge(precedence.then(), 1, Integer::sum);
    }
  }

  /**
   * Sorts {@code items}.
   *
   * @throws CycleException if the precedences go round in a circle
   */
  static <T> List<T> sort(List<T> items, Collection<Precedence<T>> precedences) {
    TopologicalOrder<T> order = new TopologicalOrder<>(items, precedences);
    List<T> sorted = order.levelByLevel();
    if (sorted.size() < items.size()) {
      throw new CycleException(order.findCycle());
    }
    return sorted;
  }

  /**
   * Leaves out every precedence that is part of a circle, for orders that are wished and not demanded.
   */
  static <T> List<Precedence<T>> withoutCycles(
      List<T> items, Collection<Precedence<T>> precedences) {
    Map<T, Integer> component = new Components<>(items, precedences).find();
    List<Precedence<T>> kept = new ArrayList<>();
    for (Precedence<T> precedence : precedences) {
      if (!Objects.equals(component.get(precedence.first()), component.get(precedence.then()))) {
        kept.add(precedence);
      }
    }
    return kept;
  }

  private List<T> levelByLevel() {
    List<T> sorted = new ArrayList<>(items.size());
    List<T> level = free(items);
    while (!level.isEmpty()) {
      sorted.addAll(level);
      Set<T> freed = new HashSet<>();
      for (T done : level) {
        open.remove(done);
        for (T next : successors.getOrDefault(done, Set.of())) {
          if (open.merge(next, -1, Integer::sum) == 0) {
            freed.add(next);
          }
        }
      }
      level =
          freed.isEmpty() ? List.of() : items.stream().filter(freed::contains).toList();
    }
    return sorted;
  }

  private List<T> free(List<T> candidates) {
    return candidates.stream().filter(item -> open.getOrDefault(item, 1) == 0).toList();
  }

  /** Every thing left over has a successor left over, or leads nowhere; walking on must meet itself. */
  private List<T> findCycle() {
    for (T start : open.keySet()) {
      Deque<T> path = new ArrayDeque<>();
      if (walk(start, path, new HashSet<>())) {
        List<T> walked = new ArrayList<>(path);
        return walked.subList(walked.indexOf(path.getLast()), walked.size() - 1);
      }
    }
    return List.copyOf(open.keySet());
  }

  private boolean walk(T item, Deque<T> path, Set<T> seen) {
    boolean closed = path.contains(item);
    path.addLast(item);
    if (closed) {
      return true;
    }
    if (seen.add(item)) {
      for (T next : successors.getOrDefault(item, Set.of())) {
        if (open.containsKey(next) && walk(next, path, seen)) {
          return true;
        }
      }
    }
    path.removeLast();
    return false;
  }

  /** A circle of precedences, with its members in order. */
  static final class CycleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<?> cycle;

    CycleException(List<?> cycle) {
      super("circle of precedences: " + cycle);
      this.cycle = List.copyOf(cycle);
    }

    List<?> cycle() {
      return cycle;
    }
  }

  /** Strongly connected components, by Tarjan's algorithm: things of one circle share a number. */
  private static final class Components<T> {
    private final List<T> items;
    private final Map<T, List<T>> successors = new HashMap<>();
    private final Map<T, Integer> discovered = new HashMap<>();
    private final Map<T, Integer> lowest = new HashMap<>();
    private final Map<T, Integer> component = new HashMap<>();
    private final Deque<T> stack = new ArrayDeque<>();

    Components(List<T> items, Collection<Precedence<T>> precedences) {
      this.items = items;
      for (Precedence<T> precedence : precedences) {
        successors
            .computeIfAbsent(precedence.first(), any -> new ArrayList<>())
            .add(precedence.then());
      }
    }

    Map<T, Integer> find() {
      for (T item : items) {
        visit(item);
      }
      return component;
    }

    private int visit(T item) {
      Integer known = lowest.get(item);
      if (known != null) {
        return component.containsKey(item) ? Integer.MAX_VALUE : discovered.getOrDefault(item, 0);
      }
      int number = discovered.size();
      discovered.put(item, number);
      lowest.put(item, number);
      stack.push(item);
      int low = number;
      for (T next : successors.getOrDefault(item, List.of())) {
        low = Math.min(low, visit(next));
      }
      lowest.put(item, low);
      if (low == number) {
        close(item, number);
      }
      return low;
    }

    private void close(T root, int number) {
      T member;
      do {
        member = stack.pop();
        component.put(member, number);
      } while (!member.equals(root));
    }
  }
}

package io.aludel.orm.internal.flush.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts things by what has to come before what: earliest possible level first, and within a level in the
 * order in which the things were given. So the result depends on nothing but the input. Things that have
 * to come before each other form one group.
 */
public final class TopologicalOrder<T> {
  private final List<T> items;
  private final Map<T, Set<T>> successors = new HashMap<>();
  private final Map<T, Integer> open = new HashMap<>();

  /**
   * Things that go together.
   *
   * @param members in the order in which they were given
   * @param circular whether they have to come before each other, or the only one before itself
   */
  public record Group<T>(List<T> members, boolean circular) {}

  private TopologicalOrder(List<T> items, Collection<Precedence<T>> precedences) {
    this.items = items;
    for (T item : items) {
      successors.put(item, new HashSet<>());
      open.put(item, 0);
    }
    for (Precedence<T> precedence : precedences) {
      Set<T> after = successors.get(precedence.first());
      if (after != null
          && open.containsKey(precedence.then())
          && after.add(precedence.then())) {
        open.merge(precedence.then(), 1, Integer::sum);
      }
    }
  }

  /** Sorts distinct things; precedences of others say nothing. */
  public static <T> List<Group<T>> sort(List<T> items, Collection<Precedence<T>> precedences) {
    TopologicalOrder<T> given = new TopologicalOrder<>(items, precedences);
    Map<T, Integer> component = new StrongComponents<>(items, given.successors).find();
    Map<Integer, List<T>> members = new LinkedHashMap<>();
    for (T item : items) {
      members.computeIfAbsent(component.get(item), any -> new ArrayList<>()).add(item);
    }
    Map<Integer, Group<T>> groups = new LinkedHashMap<>();
    members.forEach((number, together) -> {
      T first = together.get(0);
      boolean circular = together.size() > 1 || given.successors.get(first).contains(first);
      groups.put(number, new Group<>(together, circular));
    });
    List<Precedence<Group<T>>> between = new ArrayList<>();
    for (T first : items) {
      for (T then : given.successors.get(first)) {
        if (!component.get(first).equals(component.get(then))) {
          between.add(new Precedence<>(
              groups.get(component.get(first)), groups.get(component.get(then)), ""));
        }
      }
    }
    return new TopologicalOrder<>(List.copyOf(groups.values()), between).levelByLevel();
  }

  private List<T> levelByLevel() {
    List<T> sorted = new ArrayList<>(items.size());
    List<T> level = items.stream().filter(item -> open.get(item) == 0).toList();
    while (!level.isEmpty()) {
      sorted.addAll(level);
      Set<T> freed = new HashSet<>();
      for (T done : level) {
        for (T next : successors.get(done)) {
          if (open.merge(next, -1, Integer::sum) == 0) {
            freed.add(next);
          }
        }
      }
      level = freed.isEmpty() ? List.of() : items.stream().filter(freed::contains).toList();
    }
    return sorted;
  }
}
